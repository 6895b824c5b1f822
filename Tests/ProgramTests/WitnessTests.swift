import Foundation
import Testing

/// A small ledger, two witnesses, and a policy that wants both: one on the network, one across an air gap.
private struct Witnessed {
    let program: Program
    let key: String

    init() throws {
        program = try Program()
        #expect(try program.run("init", "--origin", "bureau.example/ledger").status == 0)
        key = try String(contentsOfFile: program.path("zhunsheng-data/keys/ledger.vkey"), encoding: .utf8)
            .trimmingCharacters(in: .newlines)
        for name in ["w1", "w2"] {
            let made = try program.run("ledger", "witness", "init", "\(name).example/w", "--data", name)
            #expect(made.status == 0, "\(made.errors)")
        }
    }

    func witnessKey(_ name: String) throws -> String {
        try String(contentsOfFile: program.path("\(name)/witness.vkey"), encoding: .utf8)
            .trimmingCharacters(in: .newlines)
    }

    /// Pins the present checkpoint with a witness, as if handed over in person.
    func pin(_ name: String) throws {
        let note = try program.write(try program.run("ledger", "checkpoint").output, to: "pin.note")
        let result = try program.run(
            "ledger", "witness", "add-log", key, "--initial", note, "--data", name)
        #expect(result.status == 0, "\(result.errors)")
    }

    func policy(port: Int?) throws -> String {
        let url = port.map { " http://127.0.0.1:\($0)" } ?? ""
        return try program.write(
            "log \(key)\nwitness w1 \(try witnessKey("w1"))\(url)\nwitness w2 \(try witnessKey("w2"))\n"
                + "group both all w1 w2\nquorum both\n", to: "policy")
    }

    /// - Returns: What the import printed.
    @discardableResult
    func file(_ names: [String], receipts: String? = nil, data: String = "zhunsheng-data") throws -> String {
        let lines = names.map {
            #"{"id":"\#($0)","name":"\#($0)","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
        }
        let file = try program.write(lines.joined(separator: "\n") + "\n", to: "units.ndjson")
        let result = try program.finished(
            ["import", "unit", file, "--data", data] + (receipts.map { ["--receipts", $0] } ?? []))
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    func lastWitnessed() throws -> [String: Any]? {
        try program.run("ledger", "status", "--json").json()["lastWitnessed"] as? [String: Any]
    }
}

@Suite("Others witness the ledger: over HTTP, by file, on paper")
struct WitnessTests {
    @Test("Records never wait; status says when others last saw the ledger; a lost answer is made up for")
    func rounds() throws {
        let test = try Witnessed()
        let program = test.program
        defer { program.remove() }
        try test.file(["示例单位1"])
        let alone = try program.run("ledger", "status")
        #expect(alone.output.contains("没有外部单位见证"))
        #expect(try program.run("ledger", "witness", "ask").status == 2, "there is no policy yet")
        try test.pin("w1")
        try test.pin("w2")
        let site = try WitnessSite(program, folder: "w1")
        let policy = try test.policy(port: site.port)
        #expect(try program.run("ledger", "witness", "policy", policy).status == 0)

        // The witness holds the pinned size, which nobody told the ledger: it says so, and is proven from there.
        try test.file(["示例单位2"])
        let asked = try program.run("ledger", "witness", "ask", "--json")
        #expect(asked.status == 1, "one of two: \(asked.output)\(asked.errors)")
        let answers = try #require(asked.json()["witnesses"] as? [[String: Any]])
        #expect(answers.map { $0["outcome"] as? String } == ["cosigned", "byFile"])
        #expect(try test.lastWitnessed() == nil)

        #expect(try program.run("ledger", "witness", "export", "--out", "parcel").status == 0)
        let signed = try program.run("ledger", "witness", "sign", "parcel", "--out", "answer", "--data", "w2")
        #expect(signed.status == 0, "\(signed.errors)")
        #expect(try program.run("ledger", "witness", "accept", "answer").status == 0)
        // Signing the same file again, after a crash say, is harmless.
        #expect(
            try program.run("ledger", "witness", "sign", "parcel", "--out", "answer", "--data", "w2").status
                == 0)
        let last = try #require(try test.lastWitnessed())
        #expect(last["witnesses"] as? [String] == ["w1", "w2"] && last["since"] as? Int == 0)

        let note = try program.run("ledger", "checkpoint").output
        #expect(note.contains("— w1.example/w ") && note.contains("— w2.example/w "), "\(note)")

        site.stop()
        try test.file(["示例单位3"])
        let later = try #require(try test.lastWitnessed())
        #expect(later["since"] as? Int == 2, "the record, and that of its file")
        let verified = try program.run("ledger", "verify", "--json").json()
        #expect((verified["lastWitnessed"] as? [String: Any])?["size"] as? Int == last["size"] as? Int)
        let down = try program.run("ledger", "witness", "ask")
        #expect(down.status == 1 && down.output.contains("没有回答"), "\(down.output)")
    }

    @Test("What goes to a witness holds sizes, hashes and signatures, and not a word of any record")
    func silence() throws {
        let test = try Witnessed()
        let program = test.program
        defer { program.remove() }
        let names = (1...200).map { "某甲某乙\($0)" }
        for batch in 0..<4 { try test.file(Array(names[(batch * 50)..<(batch * 50 + 50)])) }
        #expect(try program.run("ledger", "witness", "export", "--out", "parcel").status == 0)
        let text = try String(contentsOfFile: program.path("parcel"), encoding: .utf8)
        #expect(!names.contains { text.contains($0) })
        let parts = text.components(separatedBy: "\n\n")
        #expect(parts.count == 3)
        let proofs = parts[0].split(separator: "\n").dropFirst()
        #expect(proofs.count > 8)
        for line in proofs {
            #expect(line.wholeMatch(of: /old [0-9]+|[A-Za-z0-9+\/]{43}=/) != nil, "\(line)")
        }
        #expect(
            parts[1].wholeMatch(of: /bureau\.example\/ledger\n[0-9]+\n[A-Za-z0-9+\/]{43}=/) != nil,
            "\(parts[1])")
        #expect(
            parts[2].wholeMatch(of: /— bureau\.example\/ledger [A-Za-z0-9+\/]{91}=\n/) != nil, "\(parts[2])")
    }

    @Test("A rewritten ledger passes every check of its own, and its witness and one receipt convict it")
    func rewritten() throws {
        let test = try Witnessed()
        let program = test.program
        defer { program.remove() }
        try program.shell("cp -r zhunsheng-data forged")
        try test.file(["示例单位1", "示例单位2", "示例单位3"], receipts: "receipts")
        try test.pin("w1")
        let names = try FileManager.default.contentsOfDirectory(atPath: program.path("receipts")).sorted()
        #expect(names.count == 3)
        let receipt = program.path("receipts/\(try #require(names.first { $0.hasPrefix("示例单位2") }))")
        #expect(try program.verify("--key", test.key, receipt).status == 0)

        let proven = try program.run(
            "ledger", "prove", "unit", "示例单位2", "--out", "again", "--html", "again.html")
        #expect(proven.status == 0, "\(proven.errors)")
        let card = try String(contentsOfFile: program.path("again.html"), encoding: .utf8)
        #expect(card.contains("<svg") && card.contains("示例单位2") && card.contains("执法单位名册"))

        // Whoever holds the key writes the ledger again without the record, and more of them than before.
        try test.file(["示例单位1", "示例单位3", "示例单位4", "示例单位5"], data: "forged")
        #expect(try program.run("ledger", "verify", "--data", "forged").status == 0)

        // The officer's file against what the ledger shows of itself now.
        func against(_ file: String) throws -> Program.Result {
            try program.verify("--key", test.key, "--against", file, receipt)
        }
        let forged = try program.write(
            try program.run("ledger", "checkpoint", "--data", "forged").output, to: "forged.note")
        #expect(try against(forged).status == 1, "a larger checkpoint alone decides nothing")
        #expect(try program.run("ledger", "answer", receipt, "--out", "lie", "--data", "forged").status == 0)
        let lie = try against("lie")
        #expect(lie.status == 3 && lie.errors.contains("已不在今天的账本中"), "\(lie.output)\(lie.errors)")
        #expect(
            try program.run("ledger", "prove", "unit", "示例单位3", "--out", "other", "--data", "forged").status
                == 0)
        #expect(try against("other").status == 3, "another record stands in its place")

        // A file that is no ledger's accuses nobody.
        let stray = try against(try program.write("nothing of the kind\n", to: "stray"))
        #expect(stray.status == 1 && stray.errors.contains("不能判断：--against 给出的"), "\(stray.errors)")
        let pinned = try program.run(
            "ledger", "witness", "add-log", "a.example/log+9d3b7b4d+x", "--initial", "stray", "--data", "w1")
        #expect(pinned.status == 2 && pinned.errors.contains("公钥写法不对"))
        let unpinned = try program.run(
            "ledger", "witness", "add-log", test.key, "--initial", "stray", "--data", "w1")
        #expect(unpinned.status == 1 && unpinned.errors.contains("不是检查点，没有采用"), "\(unpinned.errors)")

        // The honest ledger answers.
        try test.file(["示例单位6"])
        #expect(try program.run("ledger", "answer", receipt, "--out", "truth").status == 0)
        let truth = try against("truth")
        #expect(truth.status == 0 && truth.output.contains("仍在账本中"), "\(truth.errors)")

        // The witness does not cosign, says why, and keeps the request.
        #expect(
            try program.run(
                "ledger", "witness", "export", "--out", "parcel", "--from", "4", "--data", "forged"
            )
            .status == 0)
        let refused = try program.run("ledger", "witness", "sign", "parcel", "--out", "a", "--data", "w1")
        #expect(refused.status == 3 && refused.errors.contains("被改写"), "\(refused.errors)")
        let shown = try program.run("ledger", "witness", "show", "--data", "w1")
        #expect(shown.output.contains("矛盾的请求 1 件"), "\(shown.output)")
    }

    @Test(
        "Three lines on paper, typed in again, convict a rewritten ledger; the form carries them and a QR code"
    )
    func paper() throws {
        let test = try Witnessed()
        let program = test.program
        defer { program.remove() }
        try program.shell("cp -r zhunsheng-data forged")
        try test.file(["示例单位1", "示例单位2"])
        #expect(try program.run("ledger", "witness", "paper", "--out", "form.html").status == 0)
        let form = try String(contentsOfFile: program.path("form.html"), encoding: .utf8)
        let note = try program.run("ledger", "checkpoint").output
        let lines = note.split(separator: "\n").prefix(3).map(String.init)
        #expect(form.contains("<svg") && form.contains("账本检查点见证表"))
        for line in lines { #expect(form.contains("<code>\(line)</code>")) }
        let root = try #require(form.firstMatch(of: /<code>((?:[0-9a-f]{4} ){15}[0-9a-f]{4})<\/code>/)).1

        try test.file(["示例单位3"])
        // As people type: full-width digits, capitals, blanks.
        let wide = lines[1].unicodeScalars.compactMap { UnicodeScalar($0.value + 0xFEE0) }.map { String($0) }
        let typed = try program.write(
            "\(lines[0])\n  \(wide.joined())\n\(root.uppercased())\n", to: "typed")
        let same = try program.run("ledger", "verify", "--paper", typed)
        #expect(same.status == 0 && same.output.contains("与纸面一致"), "\(same.output)\(same.errors)")
        try test.file(["示例单位1", "示例单位4"], data: "forged")
        let other = try program.run("ledger", "verify", "--paper", typed, "--data", "forged", "--json")
        #expect(other.status == 3)
        #expect(try (other.json()["paper"] as? [String: Any])?["same"] as? Bool == false)
        let junk = try program.write("三行\n", to: "junk")
        #expect(try program.run("ledger", "verify", "--paper", junk).status == 1)
    }
}
