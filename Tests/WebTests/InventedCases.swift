@testable import Service

extension InventedSource {
    static let caseOne = RecordLink(register: "case", id: "c1", label: "案件 示例〔2026〕0001")
    static let caseTwo = RecordLink(register: "case", id: "c2", label: "案件 示例〔2026〕0002")
    static let inquiry = RecordLink(register: "event", id: "e/2", label: "到案询问查证 e2")
    static let accepted = RecordLink(register: "event", id: "e1", label: "受案 e1")
    static let officer = RecordLink(register: "officer", id: "X0017", label: "警号 X0017")

    static let limit = RuleLink(id: "inquiry-max-2025", no: "C06", name: "询问查证时限（2026年起）")
    static let review = RuleLink(id: "legal-review-mandatory", no: "F02", name: "处罚决定前的法制审核")
    static let two = RuleLink(id: "two-officers", no: "C01", name: "执法人员不少于两人")
    static let caseLimit = RuleLink(id: "case-limit-2025", no: "B01", name: "办案期限")
    static let unverified = RuleLink(id: "notice-style", no: "M09", name: "告知书的记载事项")

    static let counts = [
        StandingCount(standing: .broken, count: 3), StandingCount(standing: .cannotTell, count: 1),
        StandingCount(standing: .notYetDue, count: 1), StandingCount(standing: .pending, count: 1),
        StandingCount(standing: .kept, count: 41), StandingCount(standing: .notApplicable, count: 12),
    ]

    static let units = [
        UnitNode(id: "u0", name: "虚构市公安局（示例）", depth: 0, count: 6),
        UnitNode(id: "u1", name: "王桥派出所（示例）", depth: 1, count: 4),
        UnitNode(id: "u2", name: "石坝派出所（示例）", depth: 1, count: 2),
        UnitNode(id: "u3", name: "案件大队（示例）", depth: 1, count: 0),
    ]

    static func line(
        _ rule: RuleLink, _ standing: Standing, _ record: RecordLink, _ happened: String?, _ summary: String,
        severity: SeverityView = .violation, due: String? = nil
    ) -> FindingLine {
        FindingLine(
            rule: rule, standing: standing, severity: severity, record: record, caseID: "c1",
            unit: "王桥派出所（示例）", happened: happened, summary: summary, due: due)
    }

    static let late = line(limit, .broken, inquiry, "2026-02-04 20:10", "询问查证用时 9 小时 40 分，限度 8 小时")
    static let noReview = line(
        review, .broken, caseOne, "2026-02-11 16:00", "处罚决定之前没有法制审核通过的记录", severity: .grave)
    static let oneOfficer = line(two, .broken, accepted, "2026-02-04 19:30", "到场人民警察 1 人，至少 2 人")
    static let unknown = line(limit, .cannotTell, caseTwo, nil, "离开时间未记载，用时无法计算")
    static let waiting = line(
        caseLimit, .notYetDue, caseOne, "2026-02-03 09:00", "尚未结案", due: "2026-03-05 24:00")
    static let unread = line(unverified, .pending, caseOne, "2026-02-09 10:00", "告知书未见编号", severity: .minor)

    static let clause = ClauseView(
        law: "示例治安法", article: "第十二条第一款", version: "示例修订本，自2026年1月1日起施行",
        text: "（虚构条文）询问查证的时间不得超过八小时；情况复杂的，不得超过二十四小时。")

    static let proof = ProofView(
        facts: [
            FactLine(label: "到案时间", value: "2026-02-04 20:10", source: inquiry),
            FactLine(label: "离开时间", value: "2026-02-05 05:50", source: inquiry),
            FactLine(label: "情况复杂", value: nil, source: nil),
        ],
        counting: [
            CountingLine(kind: .start, when: "2026-02-04 20:10", amount: "", reason: "到案时起算"),
            CountingLine(kind: .counted, when: "20:10 至 次日 04:10", amount: "8 小时", reason: "连续计算"),
            CountingLine(kind: .excluded, when: "22:00 至 22:30", amount: "30 分", reason: "就医，凭《就医记录》示例12"),
            CountingLine(kind: .extended, when: "04:40", amount: "0", reason: "没有延长的批准"),
            CountingLine(kind: .due, when: "2026-02-05 04:40", amount: "", reason: "届满"),
        ],
        conclusion: "2026-02-05 05:50 离开，超过 1 小时 10 分。")

    static func judgement(
        _ rule: RuleLink, _ standing: Standing, _ record: RecordLink, observed: String?, limit: String?,
        missing: [String] = [], proof: ProofView? = nil
    ) -> JudgementView {
        JudgementView(
            rule: rule, ruleVersion: "2026-01-01起", standing: standing, severity: .violation, record: record,
            observed: observed, limit: limit, due: standing == .notYetDue ? "2026-03-05 24:00" : nil,
            missing: missing, clauses: [clause], remedy: "核对到案、离开时间；确已超时的，查明原因并评估所得证据。",
            proof: proof)
    }

    static let lateJudgement = judgement(
        limit, .broken, inquiry, observed: "9 小时 40 分", limit: "8 小时", proof: proof)
    static let unknownJudgement = judgement(
        limit, .cannotTell, caseTwo, observed: nil, limit: "8 小时", missing: ["离开时间", "到案时间"],
        proof: ProofView(
            facts: [FactLine(label: "离开时间", value: nil, source: caseTwo)], counting: [], conclusion: "无法计算用时。"
        ))
    static let shortJudgements = [
        judgement(review, .broken, caseOne, observed: "没有审核", limit: nil),
        judgement(two, .broken, accepted, observed: "1 人", limit: "至少 2 人"),
        judgement(caseLimit, .notYetDue, caseOne, observed: nil, limit: "30 日"),
        judgement(unverified, .pending, caseOne, observed: "未见编号", limit: nil),
    ]

    static let timeline = CaseView(
        record: caseOne, title: "殴打他人（公共场所）" + hostile, unit: "王桥派出所（示例）",
        fields: [
            FieldView(label: "案件类别", help: "", value: .text("治安")),
            FieldView(label: "情况复杂", help: "", value: .missing),
        ], counts: counts,
        events: [
            EventView(
                record: accepted, kind: "受案", at: "2026-02-04 19:30", endedAt: nil, place: "派出所",
                unit: "王桥派出所（示例）", party: nil, officers: [officer], papers: ["示例受字〔2026〕1号"],
                judgements: [shortJudgements[1]]),
            EventView(
                record: inquiry, kind: "到案询问查证", at: "2026-02-04 20:10", endedAt: "2026-02-05 05:50",
                place: "办案场所", unit: nil, party: "违法嫌疑人 1", officers: [officer, officer],
                papers: ["示例传字〔2026〕3号", "示例询字〔2026〕5号"],
                judgements: [
                    lateJudgement, judgement(two, .kept, inquiry, observed: "2 人", limit: "至少 2 人"),
                    judgement(review, .notApplicable, inquiry, observed: nil, limit: nil),
                ]),
            EventView(
                record: RecordLink(register: "event", id: "e3", label: "通知家属 e3"), kind: "通知家属", at: nil,
                endedAt: nil, place: nil, unit: nil, party: "违法嫌疑人 1", officers: [], papers: [],
                judgements: []),
        ], judgements: [shortJudgements[0], shortJudgements[2], shortJudgements[3]])

    static let emptyTimeline = CaseView(
        record: caseTwo, title: "扰乱秩序", unit: "石坝派出所（示例）", fields: [], counts: [], events: [],
        judgements: [unknownJudgement])
}
