import Documents
import Law
import Pack
import PackFiles
import Registers
import Reporting
import Testing

@Suite("Compiling the yearly report")
struct CompileTests {
    static func indicators() throws -> [Indicator] {
        try Bureau.files(in: "indicators").flatMap {
            try Indicator.list($0, declarations: Bureau.declarations)
        }
    }

    static func claims() throws -> [Claim] {
        try Bureau.files(in: "claims").flatMap { try Claim.list($0, declarations: Bureau.declarations) }
    }

    static func template() throws -> ReportTemplate {
        try ReportTemplate(
            try #require(Bureau.files(in: "reports").first), indicators: try indicators(),
            claims: try claims())
    }

    static func compile(_ bureau: Bureau, faults: [Fault] = []) throws -> CompiledReport {
        try template().compile(
            try #require(ReportPeriod("2025")),
            frame: ReportFrame(bureau: "示例市公安局", date: try #require(Day("2026-01-15")), faults: faults),
            source: bureau, declarations: Bureau.declarations)
    }

    @Test("the template has five parts, uses the 15 figures and makes the six claims")
    func complete() throws {
        let report = try Self.compile(Bureau())
        #expect(Set(report.figures.map(\.figure.id)) == Set((1...15).map { $0 < 10 ? "F0\($0)" : "F\($0)" }))
        #expect(report.claims.count == 6)
        let parts = report.document.blocks.compactMap { block -> String? in
            guard case .heading(1, let text) = block else { return nil }
            return text
        }
        #expect(parts.map { $0.prefix(2) } == ["一、", "二、", "三、", "四、", "五、"])
    }

    @Test("every figure of the report equals the indicator asked alone, with its phrase and its records")
    func figures() throws {
        var bureau = Bureau()
        for number in 1...31 {
            bureau.add("outreach-event", "e\(100 + number)", ["heldOn": day("2025-05-06"), "kind": "square"])
        }
        let report = try Self.compile(bureau)
        for use in report.figures { #expect(try bureau.figure(use.figure.id) == use.figure) }
        let outreach = try #require(report.figures.first { $0.figure.id == "F06" })
        #expect((outreach.phrase, outreach.figure.records.count) == ("30余", 31))
        let mark = try #require(report.document.figures.first { $0.id == "F06" })
        #expect((mark.text, mark.exact, mark.records.count) == ("30余", "31", 31))
    }

    @Test("a claim's narrower sentence stands in the report, and nothing in it is unbound")
    func claims() throws {
        var bureau = Bureau()
        for (id, visited) in [("c1", true), ("c2", false)] {
            bureau.add(
                "case", id,
                ["number": .text("示\(id)"), "actAt": moment("2025-03-01T10:00"), "inCaseVenue": true])
            if visited { bureau.add("venue-visit", "v\(id)", ["case": .text(id)]) }
        }
        let report = try Self.compile(bureau)
        let claim = try #require(report.claims.first { $0.id == "all-cases-in-venue" })
        #expect(claim.counter == ["c2"])
        #expect(report.document.claims.contains { $0.text == claim.sentence && !$0.holds })
        #expect(claim.sentence.hasSuffix("例外1件：示c2。"))
        #expect(report.lint == [])
    }

    @Test(
        "the shortcomings are the faults found most often, each with its records, and the plan answers them")
    func faults() throws {
        func fault(_ rule: String, _ name: String, _ count: Int) -> Fault {
            Fault(
                rule: rule, name: name, remedy: "补充培训后复查。", records: (0..<count).map { "r\($0)" },
                units: ["甲所"])
        }
        let report = try Self.compile(
            Bureau(), faults: [fault("a", "甲问题", 2), fault("b", "乙问题", 5), fault("c", "丙问题", 0)])
        let texts = report.document.blocks.map { block -> String in
            guard case .paragraph(let inlines) = block else { return "" }
            return inlines.map(\.text).joined()
        }
        #expect(texts.contains { $0.hasSuffix("一是乙问题，查出5次，涉及1个单位。二是甲问题，查出2次，涉及1个单位。") })
        #expect(texts.contains { $0.contains("一是整改“乙问题”，补充培训后复查。二是整改“甲问题”，") })
        #expect(report.document.figures.contains { $0.id == "fault:b" && $0.records.count == 5 })
        #expect(report.lint == [])
    }

    @Test("the sources of the numbers stand at the end")
    func annex() throws {
        let report = try Self.compile(Bureau())
        let tables = try #require(report.document.annex).blocks.compactMap { block -> Table? in
            guard case .table(let table) = block else { return nil }
            return table
        }
        #expect(tables.map(\.rows.count) == [15, 6])
    }

    @Test("a record that cannot be placed is shown")
    func undecided() throws {
        var bureau = Bureau()
        bureau.add("joint-meeting", "m1", ["kind": "court", "form": "meeting"])
        let lint = try Self.compile(bureau).lint
        #expect(lint.map(\.rule) == [.undecided])
        #expect(lint.map(\.excerpt) == ["F15"])
    }

    @Test(
        "a template with a fault is refused at its place",
        arguments: [
            ("body:\n  - text: '{F99}次。'", "t.yaml:5:11：引用的指标“F99”不存在"),
            ("body:\n  - text: '{claim:none}'", "t.yaml:5:11：引用的断言“none”不存在"),
            ("body:\n  - text: '{F06:约}场。'", "t.yaml:5:11：“约”不在允许的取值之内；可用：余、多"),
            ("body:\n  - note: 无。", "t.yaml:5:5：不认识的键“note”；可用的键：part、section、text、faults"),
            ("body: []\nfooter: 无", "t.yaml:5:1：不认识的键“footer”"),
            ("note: 无", "t.yaml:1:1：缺少必填的键“body”"),
            ("body:\n  - text: '办{F06场。'", "t.yaml:5:11：“{F06场。”无法采用：“{”没有对应的“}”"),
        ])
    func refused(yaml: String, message: String) throws {
        let root = try YAMLFile.parse("id: t\nname: 示例\ntitle: 示例\n" + yaml, file: "t.yaml")
        let (indicators, claims) = (try Self.indicators(), try Self.claims())
        let error = #expect(throws: PackError.self) {
            try ReportTemplate(root, indicators: indicators, claims: claims)
        }
        #expect(try #require(error).description.hasPrefix(message))
    }
}
