import Foundation
import Testing

@Suite("The ledger notices, and loses nothing")
struct LedgerTamperTests {
    @Test("One flipped byte of a stored entry is named, with exit code 3")
    func flip() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "3", "--cases", "20").status == 0)
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)

        // The change is made where an insider would make it: in the database file, by another program.
        let file = URL(fileURLWithPath: program.path("d/ledger.sqlite"))
        var bytes = try Data(contentsOf: file)
        let head = Data("zhunsheng/entry/v1\n".utf8)
        let place = try #require(bytes.range(of: head))
        bytes[place.upperBound + 40] ^= 1
        try bytes.write(to: file)

        let verified = try program.run("ledger", "verify", "--data", "d", "--json")
        #expect(verified.status == 3)
        let faults = try #require(verified.json()["faults"] as? [[String: Any]])
        #expect(faults.contains { $0["seq"] as? Int != nil })
    }

    @Test(
        "kill -9 during an import: nothing acknowledged is lost, nothing half-imported appears",
        arguments: 1...6)
    func killed(round: Int) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--data", "d").status == 0)
        let units = (1...20_000).map {
            #"{"id":"示例单位\#($0)","name":"示例单位\#($0)","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
        }
        let first = try program.write(units.prefix(3).joined(separator: "\n"), to: "first.ndjson")
        #expect(try program.run("import", "unit", first, "--data", "d").status == 0)
        let rest = try program.write(units.joined(separator: "\n"), to: "rest.ndjson")

        let running = try program.start(["import", "unit", rest, "--data", "d"])
        usleep(UInt32(round) * 150_000)
        kill(running.process.processIdentifier, SIGKILL)
        running.process.waitUntilExit()
        let acknowledged = running.process.terminationReason == .exit

        let status = try program.run("ledger", "verify", "--data", "d", "--json")
        #expect(status.status == 0, "\(status.output)\(status.errors)")
        let size = try status.json()["size"] as? Int
        // Each file that was imported is an entry of its own.
        let (before, after) = (3 + 1, 20_000 + 2)
        #expect(size == after || (size == before && !acknowledged))
        #expect(try program.run("import", "unit", rest, "--data", "d").status == 0)
        #expect(try program.run("ledger", "verify", "--data", "d", "--json").json()["size"] as? Int == after)
    }
}
