import Foundation
import Testing

@Suite("The yearly report, from the command line")
struct ReportTests {
    @Test("Each of the 15 blanks equals its indicator, and the DOCX is written")
    func blanks() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "2", "--cases", "60").status == 0)
        let compiled = try program.run(
            "report", "compile", "annual", "--data", "d", "--period", "2025", "--format", "docx", "--out",
            program.path("r.docx"), "--json")
        #expect(compiled.status == 0)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: program.path("r.docx")))
        #expect(bytes.starts(with: Data("PK".utf8)))
        let figures = try #require(compiled.json()["figures"] as? [[String: Any]])
        var values: [String: Int] = [:]
        for figure in figures { values[figure["id"] as? String ?? ""] = figure["value"] as? Int }
        #expect(values.count == 15)
        for (id, value) in values {
            let indicator = try program.run("indicator", id, "--period", "2025", "--data", "d", "--json")
                .json()
            #expect(indicator["value"] as? Int == value, "\(id)")
            #expect((indicator["records"] as? [String])?.isEmpty == false, "\(id) leads to records")
        }
    }

    @Test("One case outside the venue turns the claim into its narrower sentence, with the case named")
    func outsideVenue() throws {
        let program = try Program()
        defer { program.remove() }
        func claim(_ data: String) throws -> [String: Any] {
            let compiled = try program.run(
                "report", "compile", "annual", "--data", data, "--period", "2025", "--json")
            let claims = try #require(compiled.json()["claims"] as? [[String: Any]])
            return try #require(claims.first { $0["id"] as? String == "all-cases-in-venue" })
        }
        #expect(try program.run("demo", "--data", "clean", "--cases", "60", "--clean").status == 0)
        #expect(try claim("clean")["holds"] as? Bool == true)

        #expect(
            try program.run(
                "demo", "--data", "planted", "--cases", "60", "--clean", "--plant", "all-cases-in-venue"
            ).status == 0)
        let narrowed = try claim("planted")
        #expect(narrowed["holds"] as? Bool == false)
        let counter = try #require(narrowed["counter"] as? [String])
        #expect(counter.count == 1)
        #expect((narrowed["sentence"] as? String)?.contains(counter[0]) == true)
    }

    @Test("A frozen report verifies offline; one changed byte of its evidence does not")
    func frozen() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--cases", "40").status == 0)
        let pack = program.path("annual.evidence")
        let frozen = try program.run(
            "report", "freeze", "annual", "--data", "d", "--period", "2025", "--out", pack)
        #expect(frozen.status == 0, "\(frozen.errors)")
        #expect(try program.run("report", "verify", pack).status == 0)
        #expect(try program.verify(pack, program.path("annual.docx")).status == 0)

        var bytes = try Data(contentsOf: URL(fileURLWithPath: pack))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(fileURLWithPath: pack))
        #expect(try program.verify(pack).status == 3)
    }
}
