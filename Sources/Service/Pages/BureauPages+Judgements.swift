import Law
import Supervision

extension BureauPages {
    /// The answers that a page may show, each with its proof unless the rule does not apply.
    func views(_ judged: [JudgedRecord], _ state: PageState, _ labels: RecordLabels) throws -> [JudgementView]
    {
        let shown = judged.compactMap { judged in Standing(judged).map { (judged: judged, standing: $0) } }
        let traced = shown.filter { $0.standing != .notApplicable }.map(\.judged)
        let proofs = Dictionary(
            zip(traced, state.tables.explain(traced, asOf: state.times.asOf))
        ) { first, _ in first }
        return try shown.map {
            try view($0.judged, $0.standing, proof: proofs[$0.judged] ?? nil, labels: labels)
        }
    }

    /// One answer with its clause and, where it was traced, its proof.
    func view(
        _ judged: JudgedRecord, _ standing: Standing, proof: Proof?, labels: RecordLabels
    ) throws -> JudgementView {
        let rule = try bureau.packs.rule(judged.rule)
        return JudgementView(
            rule: rule.link, ruleVersion: judged.version.map { "\($0)起" } ?? "未定", standing: standing,
            severity: SeverityView(judged.severity),
            record: try labels.link(judged.register, judged.record),
            observed: try judged.observed.map { try observed($0, rule, labels) },
            limit: judged.limit.map(Measured.shown), due: judged.due?.dueText, missing: judged.missingLabels,
            clauses: try judged.basis.map { try $0.view(in: bureau.library, hasText: proof != nil) },
            remedy: rule.remedy,
            proof: try proof.map { try ProofWriter(bureau: bureau, labels: labels).view($0) })
    }

    var laws: LawBook { bureau.packs.rules.pack.laws }

    /// What a list says of a finding in one sentence.
    func line(_ finding: PageFinding, _ state: PageState, _ labels: RecordLabels) throws -> FindingLine {
        let judged = finding.judged
        let rule = try bureau.packs.rule(judged.rule)
        return FindingLine(
            rule: rule.link, standing: finding.standing, severity: finding.severity,
            record: try labels.link(judged.register, judged.record), caseID: judged.caseID,
            unit: state.unitName(finding.unit), happened: finding.happened.timeText,
            summary: try summary(judged, rule, state, labels), due: judged.due?.dueText)
    }

    private func summary(
        _ judged: JudgedRecord, _ rule: Rule, _ state: PageState, _ labels: RecordLabels
    ) throws -> String {
        switch judged.answer {
        case .cannotTell where judged.missingLabels.isEmpty: return "记录不足以判断"
        case .cannotTell: return "没有记载：\(judged.missingLabels.joined(separator: "、"))，无法判断"
        case .notYetDue: return "期限未到，应于 \(judged.due?.dueText ?? "期限届满") 前办理"
        case .kept: return "符合规定"
        case .notApplicable: return "不适用"
        case .broken: return try fault(judged, rule, state, labels)
        }
    }

    private func fault(
        _ judged: JudgedRecord, _ rule: Rule, _ state: PageState, _ labels: RecordLabels
    ) throws -> String {
        let observed = try judged.observed.map { try self.observed($0, rule, labels) }
        let limit = judged.limit.map(Measured.shown)
        switch rule.form {
        case .deadline:
            let end = judged.due.map { "，期限至 \($0.dueText)" } ?? ""
            return observed.map { "\($0) 办理\(end)" } ?? "截至 \(state.times.asOf.pageText) 没有办理的记载\(end)"
        case .sequence:
            guard let observed, let limit else { return "没有在先事项的记载" }
            return "先后不符：\(observed)，应在 \(limit) 之后"
        case .separation: return "由同一人担任：\(observed ?? "不明")"
        case .requires, .forbids: return condition(judged, rule) ?? "与规定不符，详见依据"
        case .approval:
            guard let observed, let limit else { return "批准的层级或者时间不符合规定" }
            return observed == limit ? "批准的时间不符合规定" : "批准层级为 \(observed)，至少应为 \(limit)"
        case .coverage: return "有时间段没有对应的记录"
        case .reconcile: return "在另一份清单中没有对应的记录"
        case .count, .range:
            guard let observed, let limit, let actual = Number(observed), let bound = Number(limit) else {
                return "不在规定的限度之内"
            }
            return "实际 \(observed)，\(actual < bound ? "低于下限" : "超过上限") \(limit)"
        case .duration, .check:
            let parts = [observed.map { "实际 \($0)" }, limit.map { "限度 \($0)" }].compactMap(\.self)
            return parts.isEmpty ? "核查不通过" : parts.joined(separator: "，")
        }
    }

    /// Characters of a condition that a list still has room for; what is longer stands in the proof.
    private static let longestCondition = 72

    /// What should hold and does not, or should not and does.
    private func condition(_ judged: JudgedRecord, _ rule: Rule) -> String? {
        let wording = bureau.packs.wording(of: rule)
        let words: String
        switch rule.versions.first(where: { $0.inForce.from == judged.version })?.form {
        case .requires(let condition, _)?:
            let isName = if case .name = condition.expression.form { true } else { false }
            words =
                isName
                ? wording.words(Expression(.not(condition.expression)))
                : "不符合：\(wording.words(condition))"
        case .forbids(let condition, _)?: words = wording.words(condition)
        default: return nil
        }
        return words.count > Self.longestCondition ? nil : words
    }

    /// Of a separation it is an officer who was found; of everything else a measure.
    private func observed(_ text: String, _ rule: Rule, _ labels: RecordLabels) throws -> String {
        rule.form == .separation ? try labels.link("officer", text).label : Measured.shown(text)
    }
}
