import Foundation
import Testing

@Suite("Keys are changed, and what the old ones signed verifies")
struct LedgerKeyTests {
    @Test(
        "A receipt from before a change verifies with the public keys handed out afterwards; exit codes tell")
    func rotation() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--data", "d", "--sm2").status == 0)
        let unit = #"{"id":"示例派出所","name":"示例派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
        let file = try program.write(unit, to: "unit.ndjson")
        #expect(try program.run("import", "unit", file, "--data", "d").status == 0)
        let prove = try program.run(
            "ledger", "prove", "unit", "示例派出所", "--data", "d", "--out", "a.tlog-proof")
        #expect(prove.status == 0, "\(prove.errors)")
        let first = try #require(
            try program.run("ledger", "key", "list", "--data", "d").output.split(separator: "：").last)
        #expect(try program.run("ledger", "key", "add-sm2", "--data", "d").status == 2)

        let rotated = try program.run("ledger", "key", "rotate", "--data", "d")
        #expect(rotated.status == 0, "\(rotated.errors)")
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)
        let status = try program.run("ledger", "status", "--data", "d", "--json").json()
        let keys = try #require(status["verifierKeys"] as? [[String: Any]])
        #expect(keys.map { $0["algorithm"] as? String } == ["ed25519", "sm2", "ed25519", "sm2"])
        #expect(keys.map { $0["active"] as? Bool } == [true, true, false, false])

        #expect(try program.verify("--key", "d/keys/ledger.vkey", "a.tlog-proof").status == 0)
        let (new, old) = (try #require(keys[0]["key"] as? String), try #require(keys[2]["key"] as? String))
        #expect(try program.verify("--key", new, "a.tlog-proof").status == 3)
        #expect(try program.verify("--key", new, "--key", old, "a.tlog-proof").status == 0)
        #expect(try program.verify("--key", "d/keys/ledger.key", "a.tlog-proof").status == 2)
        #expect(first.contains(try #require(keys[3]["key"] as? String)))
    }
}
