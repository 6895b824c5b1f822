import Foundation
import Testing

/// aics-witness 0.1.0 and aics-tlog 0.2.1 from PyPI, which `.ci/interop` installs where there is a Python for them.
private enum Foreign {
    static let environment = Program.root.appending(path: ".build/interop/bin")
    static let areHere = FileManager.default.fileExists(
        atPath: environment.appending(path: "aics-witness").path)
    static let missing: Comment = "no aics-witness: run .ci/interop where there is a Python 3.12"
    static let python = environment.appending(path: "python3")
    static let witness = environment.appending(path: "aics-witness")
}

@Suite(
    "Ours and a foreign implementation witness one another", .enabled(if: Foreign.areHere, Foreign.missing))
struct InteropTests {
    @Test("Our ledger is cosigned by aics-witness, again as it grows, and not once it was rewritten")
    func foreignWitness() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init", "--origin", "bureau.example/ledger", "--sm2").status == 0)
        try program.shell("cp -r zhunsheng-data forged")
        // The second line is the SM2 key, which C2SP has no number for: the witness passes over its signature.
        let keys = try String(
            contentsOfFile: program.path("zhunsheng-data/keys/ledger.vkey"), encoding: .utf8
        )
        .split(separator: "\n")
        #expect(keys.count == 2)
        func foreign(_ arguments: String...) throws -> String {
            let result = try program.finished(arguments, executable: Foreign.witness)
            #expect(result.status == 0, "\(result.errors)")
            return result.output.trimmingCharacters(in: .newlines)
        }
        let made = try foreign("init", "--config", "w.json", "--name", "aics.example/w")
        let witness = try #require(made.split(separator: "\n").last { $0.hasPrefix("aics.example/w+") })
        _ = try foreign(
            "add-log", "--config", "w.json", "--origin", "bureau.example/ledger", "--vkey", String(keys[0]))
        let site = try WitnessSite(
            program, folder: "", executable: Foreign.witness,
            arguments: ["serve", "--config", "w.json", "--listen", "127.0.0.1:PORT"])
        let policy = try program.write(
            "log \(keys[0])\nwitness a \(witness) http://127.0.0.1:\(site.port)/\nquorum a\n", to: "policy")
        for data in ["zhunsheng-data", "forged"] {
            #expect(try program.run("ledger", "witness", "policy", policy, "--data", data).status == 0)
        }
        func ask(_ names: [String], _ data: String) throws -> Program.Result {
            let lines = names.map {
                #"{"id":"\#($0)","name":"\#($0)","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
            }
            let file = try program.write(lines.joined(separator: "\n") + "\n", to: "u.ndjson")
            #expect(try program.run("import", "unit", file, "--data", data).status == 0)
            return try program.run("ledger", "witness", "ask", "--data", data)
        }
        for batch in 1...3 {
            let asked = try ask((1...(batch * 5)).map { "单位\(batch)-\($0)" }, "zhunsheng-data")
            #expect(asked.status == 0, "\(asked.output)\(asked.errors)")
        }
        let forged = try ask((1...60).map { "另\($0)" }, "forged")
        #expect(forged.status == 3 && forged.output.contains("422"), "\(forged.output)\(forged.errors)")
        let behind = try program.run("ledger", "witness", "ask", "--data", "zhunsheng-data")
        #expect(behind.status == 0, "what was cosigned stays so: \(behind.output)")
    }

    @Test("A log of aics-tlog is cosigned by our witness, and its fork is not")
    func foreignLog() throws {
        let program = try Program()
        defer { program.remove() }
        let script = Program.root.appending(path: "Tests/Interop/foreign_log.py").path
        let key = try program.finished([script, "key", "log.example/aics"], executable: Foreign.python)
        #expect(key.status == 0, "\(key.errors)")
        #expect(try program.run("ledger", "witness", "init", "w.example/w", "--data", "w").status == 0)
        let log = key.output.trimmingCharacters(in: .newlines)
        #expect(
            try program.run("ledger", "witness", "add-log", log, "--from-empty", "--data", "w").status == 0)
        let site = try WitnessSite(program, folder: "w")
        let witness = try String(contentsOfFile: program.path("w/witness.vkey"), encoding: .utf8)
            .trimmingCharacters(in: .newlines)
        let grown = try program.finished(
            [
                script, "grow", "log.example/aics", "http://127.0.0.1:\(site.port)", witness, "1", "7", "300",
                "300",
            ],
            executable: Foreign.python)
        #expect(grown.status == 0, "\(grown.errors)")
        #expect(grown.output == "1 200\n7 200\n300 200\n300 200\n300 422\n301 200\n")
        let shown = try program.run("ledger", "witness", "show", "--data", "w")
        #expect(shown.output.contains("301 条") && shown.output.contains("矛盾的请求 1 件"), "\(shown.output)")
    }
}
