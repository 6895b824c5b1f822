@testable import Service

extension InventedSource {
    static let annual = ReportLink(template: "annual", period: "2025", title: "2025年度法治政府建设情况报告（示例）")

    static let figures = [
        FigureView(
            id: "F05", name: "宪法宣传周活动", value: "4", phrase: "4次", unit: "次", definition: "12月4日所在一周内的普法活动",
            records: 4),
        FigureView(
            id: "F06", name: "各类普法活动", value: "32", phrase: "30余场", unit: "场", definition: "全年普法活动，同一活动只计一次",
            records: 32),
    ]

    static let claims = [
        ClaimView(
            id: "venue", asked: "所有案件统一进入办案场所办理", holds: false, universe: 100, support: 97, counter: 2,
            cannotTell: 1,
            coverage: "应进入办案场所的案件 100 件，全部与出入区台账核对", sentence: "应进入办案场所的100件案件中，97件有入区记录。"),
        ClaimView(
            id: "numbering", asked: "文件统一编号", holds: true, universe: 14, support: 14, counter: 0,
            cannotTell: 0,
            coverage: "本年制发的文件 14 件", sentence: "14件文件统一编号，无缺号。"),
    ]

    static let reportView = ReportView(
        link: annual,
        sections: [
            ReportSection(
                heading: "一、主要举措和成效",
                paragraphs: [
                    [
                        .text("一是开展普法。全年开展各类活动"), .figure(id: "F06", phrase: "30余场"), .text("，宪法宣传周活动"),
                        .figure(id: "F05", phrase: "4次"), .text("。"),
                    ],
                    [.text("二是规范办案。"), .claim(id: "venue", sentence: "应进入办案场所的100件案件中，97件有入区记录。")],
                    [.text("三是规范文件。"), .claim(id: "numbering", sentence: "14件文件统一编号，无缺号。")],
                ]),
            ReportSection(heading: "二、不足和原因", paragraphs: [[.text("询问查证超时仍有发生。")]]),
        ], figures: figures, claims: claims,
        lint: [
            LintLine(isError: true, place: "第一部分第2段", what: "“一是、二是、四是”缺“三是”", advice: "补写或改号"),
            LintLine(isError: false, place: "第二部分第1段", what: "没有对应的数据", advice: "写明件数"),
        ])

    static let limitLine = RuleLine(
        rule: limit, subject: "传唤与询问", form: "时长", isVerified: true, severity: .violation,
        basis: "《示例治安法》第十二条", examples: 6, passed: 6, broken: 1)
    static let unverifiedLine = RuleLine(
        rule: unverified, subject: "告知", form: "必备", isVerified: false, severity: .minor, basis: "《示例规定》第三条",
        examples: 2, passed: 1, broken: 0)

    static func ruleView(_ rule: RuleLink) -> RuleView {
        let line = rule == unverified ? unverifiedLine : limitLine
        return RuleView(
            line: RuleLine(
                rule: rule, subject: line.subject, form: line.form, isVerified: line.isVerified,
                severity: line.severity, basis: line.basis, examples: line.examples, passed: line.passed,
                broken: line.broken),
            judges: "到案询问查证", pivot: "到案时间",
            scope: TermLine(
                label: "适用条件", text: "案件类别为“治安”", code: "case.category = \"security\""),
            remedy: "核对时间。",
            note: "示例。",
            versions: [
                RuleVersionView(
                    from: "2013-01-01", until: "2025-12-31", clauses: [clause],
                    terms: [TermLine(label: "限度", text: "8 小时")]),
                RuleVersionView(
                    from: "2026-01-01", until: nil, clauses: [clause],
                    terms: [
                        TermLine(label: "起点", text: "到案时间"), TermLine(label: "终点", text: "离开时间"),
                        TermLine(label: "限度", text: "情况复杂且可能拘留（case.complex = true）：24 小时；其他：8 小时"),
                    ]),
            ],
            examples: [
                ExampleView(
                    title: "整八小时，未超",
                    facts: [
                        TermLine(label: "到案时间", text: "2026-01-05 10:00"),
                        TermLine(label: "离开时间", text: "2026-01-05 18:00"),
                    ], expected: .kept, passed: true),
                ExampleView(title: "没有离开时间", facts: [], expected: .cannotTell, passed: false),
            ])
    }
}
