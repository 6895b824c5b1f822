import Documents
import Foundation
import Reporting
import Testing

@Suite("The linter")
struct LinterTests {
    /// Our own sentences, each with the defects that it must show and no others.
    @Test(
        "a draft's defects, and sound sentences beside them",
        arguments: [
            ("一是抓学习。二是抓培训。四是抓考核。", [LintRule.missingOrdinal]),
            ("一是抓学习。二是抓培训。二是抓考核。", [.missingOrdinal]),
            ("一是抓学习：一是定计划，二是评效果。二是抓培训。三是抓考核。", []),
            ("这是唯一是非分明的做法，统一是前提。", []),
            ("全年办活动30场，其中进校园12场、进社区10场、进企业7场。", [.partsAndTotal]),
            ("全年办活动30场，其中进校园12场、进社区10场、进企业8场。", []),
            ("全年办活动30场，其中进校园12场、进社区10场等。", []),
            ("全年办案100件，其中听证3件、复议2件。", []),
            ("罚没1616.85万元（罚款1500.5万元、没收116.15万元）。", [.partsAndTotal]),
            ("罚没1616.65万元（罚款1500.5万元、没收116.15万元）。", []),
            ("简易程序5件、普通程序6件，合计12件。", [.partsAndTotal]),
            ("简易程序5件、普通程序7件，合计12件。", []),
            ("全年办活动30场。其中进校园12场、进社区10场、进企业7场。", [.partsAndTotal]),
            ("建立四项制度，共12项措施：接待5项、审核4项、回访2项。", [.partsAndTotal]),
            ("合格656件（占抽查案卷1546件的42.43%）。", []),
            ("合格656件（占抽查案卷1546件的43.43%）。", [.percentage]),
            ("受理申请100件，办结90件，其中按期办结85件，按期办结率94.4%。", []),
            ("抽查案卷1546件，合格656件，占42.43%。", []),
            ("抽查案卷1546件，合格656件，占43.42%。", [.percentage]),
            ("合格率为656/1546=42.43%。", []),
            ("合格率为656/1546=42.53%。", [.percentage]),
            ("复议案件由30件降至21件，下降27.6%。", [.yearOnYear]),
            ("复议案件由30件降至21件，下降30.0%。", []),
            ("复议案件由30件降至21件，增长30%。", [.yearOnYear]),
            ("复议案件21件，上年30件，同比下降30%。", []),
            ("复议案件21件，上年30件，同比下降42.9%。", [.yearOnYear]),
            ("复议案件30→21，-27.6%。", [.yearOnYear]),
            ("复议案件21件，同比下降30%。", []),
            ("破案率提高7.6个百分点，共破案38件，上年30件。", []),
            ("清理历年挂案5起，督促整改到位，清理历年挂案5起。", [.repeatedClause]),
            ("涉企挂案5起，已督促侦办，涉企挂案5起。", [.repeatedClause]),
            ("疑难案件的的会商已成常态。", [.doubledCharacter]),
            ("绝不允许不了了之。", []),
            ("统一编号,统一印发。", [.asciiPunctuation]),
            ("会议定于10:30开始，经费1,286元。", []),
            ("坚持依法办案，规范权力运行", [.missingFullStop]),
            ("（一）规范执法行为", []),
            ("示例市公安局", []),
            ("收集企业诉求5件，办结4件，做到件件有回音。", [.absoluteClaim]),
            ("收集企业诉求5件，办结5件，做到件件有回音。", []),
            ("自2020年10月以来，化解积案5起。", [.mixedPeriods]),
            ("2021年上半年，接待群众30人次。", [.mixedPeriods]),
            ("党的十八大以来，法治建设成效显著。", []),
            ("党的十八大以来，组织学习116次。", [.mixedPeriods]),
            ("由民警张建国担任法治副校长。", [.personalName]),
            ("听取当事人王某陈述后决定。", []),
            ("保障当事人陈述、申辩的权利，民警何时到场均有记载。", []),
            ("由局长任组长，各部门负责人为成员。", []),
        ] as [(String, [LintRule])])
    func sentence(text: String, expected: [LintRule]) {
        #expect(Linter.lint(text).map(\.rule) == expected)
    }

    @Test("a finding says where: paragraph and character, and what to do")
    func place() throws {
        let finding = try #require(Linter.lint("一、成效\n　　一是抓学习。三是抓考核。").first)
        #expect((finding.paragraph, finding.column) == (2, 9))
        #expect(finding.description == "第2段第9字“三是”：缺少“二是”，请补上或改正序号")
    }

    @Test("a heading begins a new count")
    func headings() {
        #expect(Linter.lint("一、成效\n一是学。二是用。\n二、不足\n一是浅。二是散。").isEmpty)
        #expect(Linter.lint("一、成效\n一是学。\n二、不足\n二是散。").map(\.rule) == [.missingOrdinal])
    }

    @Test(
        "a compiled report: numbers without a figure, words that make a number false, claims without support")
    func binding() {
        func figure(_ text: String, exact: String) -> Inline {
            .figure(
                FigureMark(id: "F06", text: text, exact: exact, definition: "", period: "2025年", records: []))
        }
        func rules(_ inlines: Inline...) -> [LintRule] {
            Linter.lint(Document(title: "示例", blocks: [.paragraph(inlines)])).map(\.rule)
        }
        #expect(rules(.text("2025年办活动"), figure("30余", exact: "31"), .text("场。")) == [])
        #expect(rules(.text("办活动"), figure("30余", exact: "30"), .text("场。")) == [.falsePhrase])
        #expect(rules(.text("办活动"), figure("31", exact: "31"), .text("余场。")) == [.falsePhrase])
        #expect(rules(.text("超过"), figure("31", exact: "31"), .text("场。")) == [.falsePhrase])
        #expect(rules(.text("办活动"), figure("30", exact: "31"), .text("余场。")) == [])
        #expect(rules(.text("办活动31场，依据《第3号规定》。")) == [.unboundNumber])
        #expect(rules(.text("依据〔2025〕3号文件第12条。")) == [])
        #expect(rules(.text("案件全部进入场所。")) == [.unboundClaim])
    }

    /// What is known of the reference report (gbt9704.md, section 8; product.md): two ASCII commas, 一是二是四是, 的的, no full
    /// stop at the end.
    private static let reference = Bureau.root.deletingLastPathComponent()
        .appendingPathComponent("shared/reports/reference-report.txt")

    @Test(
        "the reference report's known defects are found, and nothing that is none",
        .enabled(
            if: FileManager.default.fileExists(atPath: reference.path),
            "../shared/reports/reference-report.txt is not there"))
    func referenceReport() throws {
        let findings = Linter.lint(try String(contentsOf: Self.reference, encoding: .utf8))
        let lines = try String(contentsOf: Self.reference, encoding: .utf8).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for finding in findings { #expect(finding.paragraph <= lines.count, "\(finding.description)") }
        #expect(findings.count { $0.rule == .asciiPunctuation } == 2)
        #expect(findings.count { $0.rule == .doubledCharacter && $0.excerpt == "的的" } == 1)
        #expect(findings.count { $0.rule == .missingOrdinal && $0.advice.contains("“三是”") } == 1)
        #expect(findings.last?.rule == .missingFullStop)
        #expect(findings.count == 5, "\(findings.map(\.description).joined(separator: "\n"))")
    }
}
