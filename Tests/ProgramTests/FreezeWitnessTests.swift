import Foundation
import Testing

@Suite("A frozen report waits for its witnesses")
struct FreezeWitnessTests {
    @Test("No pack without the quorum, then the same freezing finished; the quorum is checked offline")
    func freeze() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "3", "--cases", "10").status == 0)
        let key = try String(contentsOfFile: program.path("d/keys/ledger.vkey"), encoding: .utf8)
        #expect(try program.run("ledger", "witness", "init", "w.example/w", "--data", "w").status == 0)
        let witness = try String(contentsOfFile: program.path("w/witness.vkey"), encoding: .utf8)
        let note = try program.write(try program.run("ledger", "checkpoint", "--data", "d").output, to: "n")
        #expect(
            try program.run(
                "ledger", "witness", "add-log", key.trimmingCharacters(in: .newlines), "--initial", note,
                "--data", "w"
            ).status == 0)
        let policy = try program.write("log \(key)witness w \(witness)quorum w\n", to: "policy")

        // Before there is a policy, a pack is given at once, and says that nobody outside has seen it.
        let freezing = ["report", "freeze", "annual", "--period", "2025", "--data", "d", "--out"]
        #expect(try program.finished(freezing + ["early.evidence"]).status == 0)
        #expect(try program.verify("early.evidence").output.contains("没有任何外部见证"))
        #expect(try program.verify("--policy", policy, "early.evidence").status == 3)

        #expect(try program.run("ledger", "witness", "policy", policy, "--data", "d").status == 0)
        func size() throws -> Int? {
            try program.run("ledger", "status", "--data", "d", "--json").json()["size"] as? Int
        }
        let before = try #require(try size())
        let waiting = try program.finished(freezing + ["r.evidence"])
        #expect(waiting.status == 1 && waiting.errors.contains("ledger witness export"), "\(waiting.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.path("r.evidence")))
        #expect(try size() == before + 1)

        #expect(try program.run("ledger", "witness", "export", "--out", "p", "--data", "d").status == 0)
        #expect(try program.run("ledger", "witness", "sign", "p", "--out", "a", "--data", "w").status == 0)
        #expect(try program.run("ledger", "witness", "accept", "a", "--data", "d").status == 0)
        let finished = try program.finished(freezing + ["r.evidence"])
        #expect(finished.status == 0, "\(finished.errors)")
        #expect(try size() == before + 1, "no second freezing is filed")

        let checked = try program.verify("--policy", policy, "r.evidence", "r.docx")
        #expect(checked.status == 0 && checked.output.contains("已达到所给见证政策的要求"), "\(checked.errors)")
        #expect(try program.run("report", "verify", "r.evidence", "--policy", policy).status == 0)
        let unchecked = try program.verify("r.evidence")
        #expect(unchecked.status == 0 && unchecked.output.contains("w.example/w 名义的签名"))
        #expect(unchecked.output.contains("未核对是否够数"))

        // Another's policy: a witness that never signed.
        #expect(try program.run("ledger", "witness", "init", "x.example/w", "--data", "x").status == 0)
        let other = try String(contentsOfFile: program.path("x/witness.vkey"), encoding: .utf8)
        let strict = try program.write("log \(key)witness x \(other)quorum x\n", to: "strict")
        #expect(try program.verify("--policy", strict, "r.evidence").status == 3)
    }
}
