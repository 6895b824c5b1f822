import Foundation
import Testing

@Suite("Private, sealed and destroyed, as a user meets them")
struct HiddenCommandTests {
    private static func prepared() throws -> Program {
        let program = try Program()
        #expect(try program.run("init", "--data", "d", "--sm2").status == 0)
        let unit = #"{"id":"示例派出所","name":"示例派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
        let file = try program.write(unit, to: "unit.ndjson")
        #expect(try program.run("import", "unit", file, "--data", "d").status == 0)
        return program
    }

    @Test(
        "An erasure: two approvers or exit code 2, once and for all; the ledger verifies, and misses what is taken away"
    )
    func erase() throws {
        let program = try Self.prepared()
        defer { program.remove() }
        let line =
            #"{"id":"s1","heldOn":"2020-03-02","title":"甲课","kinds":["lecture"],"organiser":"示例派出所","lecturer":"plantedlecturer","remarks":"plantedremarks"}"#
        let sheet = try program.write(line, to: "s.ndjson")
        let imported = try program.run("import", "study-session", sheet, "--data", "d")
        #expect(imported.status == 0, "\(imported.errors)")
        #expect(throws: (any Error).self) { try program.shell("grep -r plantedlecturer d") }
        let erase = [
            "erase", "study-session", "s1", "--group", "people", "--basis", "某条", "--data", "d", "--approver",
            "P1",
        ]
        let alone = try program.finished(erase)
        #expect(alone.status == 2 && alone.errors.contains("两名不同的人"))
        #expect(
            try program.run("hold", "add", "study-session", "s1", "--reason", "诉讼", "--data", "d").status == 0
        )
        let held = try program.finished(erase + ["--approver", "P2"])
        #expect(held.status == 1 && held.errors.contains("暂缓销毁：诉讼"))
        #expect(
            try program.run("hold", "lift", "study-session", "s1", "--reason", "结案", "--data", "d").status
                == 0)
        let done = try program.finished(erase + ["--approver", "P2"])
        #expect(done.status == 0 && done.output.contains("已销毁，记入账本第"), "\(done.errors)")
        #expect(try program.finished(erase + ["--approver", "P2"]).status == 1)
        let again = try program.run("import", "study-session", sheet, "--data", "d")
        #expect(again.status == 1 && again.errors.contains("不能再登记"))
        #expect(try program.run("export", "study-session", "o.csv", "--private", "--data", "d").status == 0)
        let text = try String(contentsOfFile: program.path("o.csv"), encoding: .utf8)
        #expect(text.contains("已销毁（账本第") && text.contains("plantedremarks"))
        #expect(try program.run("ledger", "verify", "--data", "d").status == 0)
        try program.shell("rm d/envelopes.sqlite*")
        let missing = try program.run("ledger", "verify", "--data", "d")
        #expect(missing.status == 3 && missing.output.contains("没有销毁记录"))
    }

    @Test("A list: proposed, approved, carried out")
    func destroy() throws {
        let program = try Self.prepared()
        defer { program.remove() }
        let line =
            #"{"id":"s1","heldOn":"2020-03-02","title":"甲课","kinds":["lecture"],"organiser":"示例派出所","lecturer":"plantedlecturer"}"#
        let sheet = try program.write(line, to: "s.ndjson")
        #expect(try program.run("import", "study-session", sheet, "--data", "d").status == 0)
        let list = try program.run("destroy", "list", "--as-of", "2026-01-01", "--data", "d", "--json").json()
        let number = try #require(list["number"] as? String)
        let early = try program.run("destroy", "run", number, "--out", "list", "--data", "d")
        #expect(early.status == 2 && early.errors.contains("没有批准过"))
        let approved = try program.run(
            "destroy", "approve", "--as-of", "2026-01-01", "--approver", "P1", "--approver", "P2", "--data",
            "d")
        #expect(approved.status == 0 && approved.output.contains(number), "\(approved.errors)")
        let run = try program.run("destroy", "run", number, "--out", "list", "--data", "d")
        #expect(run.status == 0 && run.output.contains("已销毁 1 件"), "\(run.errors)")
    }

    @Test("A sealed record: filed, proven by its receipt, opened by both offices and by neither alone")
    func sealed() throws {
        let program = try Self.prepared()
        defer { program.remove() }
        let line =
            #"{"number":"干1","contactedOn":"2026-02-03","recorder":"plantedrecorder","content":"plantedcontent"}"#
        let sheet = try program.write(line, to: "o.ndjson")
        let early = try program.run("import", "interference-original", sheet, "--data", "d")
        #expect(early.status == 2 && early.errors.contains("尚未安装 discipline 的公钥"))
        for office in ["discipline", "inspection"] {
            #expect(try program.run("sealed", "keygen", office).status == 0)
            #expect(try program.run("sealed", "keys", "install", "\(office).pub", "--data", "d").status == 0)
        }
        #expect(
            try program.run("sealed", "keys", "list", "--data", "d").output.split(separator: "\n").count == 2)
        #expect(try program.run("import", "interference-original", sheet, "--data", "d").status == 0)
        #expect(throws: (any Error).self) { try program.shell("grep -r planted d") }
        let prove = try program.run(
            "ledger", "prove", "interference-original", "干1", "--data", "d", "--out", "r")
        #expect(prove.status == 0)
        #expect(try program.verify("--key", "d/keys/ledger.vkey", "r").status == 0)
        let why = ["--reason", "核查", "--by", "J1", "--by", "D1", "--data", "d"]
        let entry = "4"
        let export = try program.finished(["sealed", "export", "--entry", entry, "--out", "item"] + why)
        #expect(export.status == 0, "\(export.errors)")
        let keys = ["--key", "discipline.key", "--key", "inspection.key"]
        let opened = try program.finished(["sealed", "open", "--item", "item"] + keys)
        #expect(opened.status == 0 && opened.output.contains("plantedrecorder"), "\(opened.errors)")
        let here = try program.finished(["sealed", "open", "--entry", entry] + keys + why)
        #expect(here.status == 0 && here.output.contains("过问内容：plantedcontent"), "\(here.errors)")
        for office in ["discipline", "inspection"] {
            let alone = try program.run("sealed", "open", "--item", "item", "--key", "\(office).key")
            #expect(alone.status == 1 && alone.output.isEmpty && alone.errors.contains("还需要"))
        }
    }
}
