import Foundation
import Testing

@Suite("What goes wrong is told in a sentence, with the exit code of its kind")
struct MessageTests {
    /// An empty data folder for all that is refused before anything is done; it goes when the tests end.
    private static let office: Result<Program, any Error> = Result {
        let program = try Program()
        #expect(try program.run("init").status == 0)
        atexit { try? MessageTests.office.get().remove() }
        return program
    }

    @Test(
        "Wrong use: exit code 2",
        arguments: [
            (["check", "--data", "nowhere"], "请先运行 zhunsheng init"),
            (["import", "outreach", "x.xlsx"], "没有名为“outreach”的台账"),
            (["indicator", "F99", "--period", "2025"], "没有指标“F99”"),
            (["indicator", "F01", "--period", "二〇二五"], "期间“二〇二五”读不懂"),
            (["deadline", "two-officers", "--start", "2026-01-01"], "没有期限可算"),
            (["deadline", "no-such-rule", "--start", "2026-01-01"], "没有编号为“no-such-rule”的规则"),
            (["report", "compile", "monthly", "--period", "2025"], "没有名为“monthly”的报告模板"),
            (["serve", "--host", "0.0.0.0"], "本机"),
            (["serve", "--port", "99999"], "端口应在 1 到 65535 之间"),
            (["init"], "已是数据目录，未作改动"),
            (["init", "--data", "/proc/none"], "建立目录失败，文件夹或文件不存在"),
            (["demo", "--data", "d", "--cases", "1000001"], "--cases 应在"),
            (["import", "unit", "missing.xlsx"], "读不到文件 missing.xlsx"),
            (["check", "--bogus"], "用法有误：没有选项 '--bogus'"),
            (["check", "--as-of", "昨天"], "用法有误：值 '昨天' 不能用于 '--as-of <T>'"),
            (["import"], "用法有误：缺少参数 '<register>'"),
            (["frobnicate"], "用法有误：不认识 'frobnicate'"),
            (["check", "--from", "missing"], "读不到文件夹 missing，没有检查任何内容"),
            (["check", "--from", "."], "没有任何一本台账的 NDJSON"),
            (["check", "--case", "none"], "没有案件“none”"),
            (["check", "--rule", "none", "--json"], "没有编号为“none”的规则"),
            (["export", "unit", "u.pdf"], "u.pdf 的扩展名看不出要什么格式"),
            (["export", "unit", "missing/u.xlsx"], "写不到 missing/u.xlsx：文件夹或文件不存在"),
            (["export", "unit", "missing/u.ndjson"], "写不到 missing/u.ndjson"),
            (["export", "unit", "u.csv", "--where", "kind ="], "--where 条件写得不对"),
            (["report", "freeze", "annual", "--period", "2025", "--out", "missing/x"], "写不到 missing/x"),
            (["report", "compile", "annual", "--period", "2025", "--out", "/"], "那是一个文件夹"),
            (["ledger", "prove", "unit", "none", "--out", "r"], "没有记录“none”"),
        ])
    func refused(arguments: [String], message: String) throws {
        let program = try Self.office.get()
        let (process, _, errors) = try program.start(arguments)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        let text = try String(contentsOf: errors, encoding: .utf8)
        #expect(text.contains(message), "\(text)")
    }

    @Test(
        "A file that cannot be used: exit code 1, and nothing is filed",
        arguments: [
            ("empty.xlsx", Data(), "文件是空的"),
            ("cut.xlsx", Data("PK\u{3}\u{4}cut".utf8), "这不是 .xlsx 工作簿"),
            (
                "locked.xlsx",
                Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)),
                "去掉密码"
            ),
            ("other.csv", Data("甲,乙\n1,2\n".utf8), "找不到“执法单位名册”的表头"),
            ("part.csv", Data("单位名称,单位类别\n示例所,派出所\n".utf8), "缺少必填的列：是否办案单位、设立日期"),
            ("bad.ndjson", Data("{\n".utf8), "第1行"),
            ("huge.csv", Data("单位名称,单位类别,是否办案单位,设立日期\n示例所,派出所,是,99999999999999999999\n".utf8), "D2 设立日期"),
        ])
    func unusable(name: String, bytes: Data, message: String) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init").status == 0)
        try bytes.write(to: program.folder.appendingPathComponent(name))
        let result = try program.run("import", "unit", name)
        #expect(result.status == 1)
        #expect((result.output + result.errors).contains(message), "\(result.output)\(result.errors)")
        #expect(try program.run("ledger", "status", "--json").json()["size"] as? Int == 0)
    }

    @Test(
        "A ledger that must not be used: exit code 3",
        arguments: [
            ("rm head/checkpoint", "缺少"), ("echo x > head/checkpoint", "不是本账本签署的检查点"),
            ("echo x > keys/ledger.key", "签名密钥"),
            ("rm -f ledger.sqlite-*; echo x > ledger.sqlite", "不是数据库文件"),
        ])
    func unsound(damage: String, message: String) throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init").status == 0)
        try program.shell("cd zhunsheng-data && \(damage)")
        let result = try program.run("check")
        #expect(result.status == 3)
        #expect(result.errors.contains(message), "\(result.errors)")
        #expect(result.output.isEmpty)
    }

    @Test("A data folder whose packs do not read any more names file, line and key: exit code 1")
    func oldPack() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("init").status == 0)
        try program.shell(
            "sed -i 's/^happened: /hapened: /' zhunsheng-data/packs/1-police-bureau/registers/unit.yaml")
        let result = try program.run("check", "--json")
        #expect(result.status == 1)
        #expect(result.errors.contains("规则包读不进来") && result.errors.contains("registers/unit.yaml:"))
        #expect(result.output.isEmpty, "--json prints a document or nothing")
    }

    @Test("A fact that the limit does not look at is said to be unused")
    func unusedFact() throws {
        let program = try Program()
        defer { program.remove() }
        let result = try program.run(
            "deadline", "case-limit-2025", "--start", "2026-01-05T10:00", "--fact", "weather=fine")
        #expect(result.status == 0)
        #expect(result.output.contains("这一期限不看事实“weather”"))
    }

    @Test("A pack with a wrong word names file, line, column and the allowed words")
    func packLint() throws {
        let program = try Program()
        defer { program.remove() }
        let shipped = Program.root.appendingPathComponent("Packs/police-bureau")
        let copy = program.folder.appendingPathComponent("police-bureau")
        try FileManager.default.copyItem(at: shipped, to: copy)
        let file = copy.appendingPathComponent("registers/unit.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        try text.replacingOccurrences(of: "happened: from", with: "hapened: from")
            .write(to: file, atomically: true, encoding: .utf8)
        let lint = try program.run("pack", "lint", copy.path)
        #expect(lint.status == 1)
        #expect(lint.errors.contains("police-bureau/registers/unit.yaml:"))
        #expect(lint.errors.contains("happened"))
    }
}
