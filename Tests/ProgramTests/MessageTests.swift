import Foundation
import Testing

@Suite("Wrong use is told what to do, with exit code 2")
struct MessageTests {
    @Test(
        "Each of these is refused in a sentence",
        arguments: [
            (["check", "--data", "nowhere"], "请先运行 zhunsheng init"),
            (["import", "outreach", "x.xlsx"], "没有名为“outreach”的台账"),
            (["indicator", "F99", "--period", "2025"], "没有指标“F99”"),
            (["indicator", "F01", "--period", "二〇二五"], "期间“二〇二五”读不懂"),
            (["deadline", "two-officers", "--start", "2026-01-01"], "没有期限可算"),
            (["deadline", "no-such-rule", "--start", "2026-01-01"], "没有编号为“no-such-rule”的规则"),
            (["report", "compile", "monthly", "--period", "2025"], "没有名为“monthly”的报告模板"),
            (["serve", "--host", "0.0.0.0"], "本机"),
        ])
    func refused(arguments: [String], message: String) throws {
        let program = try Program()
        defer { program.remove() }
        if !arguments.contains("--data"), !arguments.contains("deadline") {
            #expect(try program.run("init").status == 0)
        }
        let (process, _, errors) = try program.start(arguments)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        let text = try String(contentsOf: errors, encoding: .utf8)
        #expect(text.contains(message), "\(text)")
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
