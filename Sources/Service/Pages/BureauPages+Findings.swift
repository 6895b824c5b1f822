import Law
import Supervision

extension BureauPages {
    package func findings(query: FindingQuery) throws -> FindingsView {
        let state = try current()
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let selected = state.findings.filter { query.takes($0) }
        let first = (max(1, query.page) - 1).multipliedReportingOverflow(by: FindingQuery.screenRows)
        let lines =
            first.overflow ? [] : selected.dropFirst(first.partialValue).prefix(FindingQuery.screenRows)
        return FindingsView(
            counts: counts(state.findings.filter { query.takes($0, anyStanding: true) }),
            lines: try lines.map { try line($0, state, labels) }, total: selected.count,
            rules: choices(of: state),
            units: tree(state, of: state.findings.filter { query.takes($0, anyUnit: true) }))
    }

    package func finding(rule id: String, register: String, id record: String) throws -> FindingView {
        let state = try current()
        guard bureau.packs.rules.rule(id) != nil else { throw PageFault.notFound("没有规则 \(id)") }
        let judged = state.tables.judge([record], of: register, asOf: state.times.asOf)
            .first { $0.rule == id }
        guard let judged, let standing = Standing(judged) else {
            throw PageFault.notFound("规则 \(id) 对记录 \(record) 没有检查结果")
        }
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let proof = state.tables.explain(rule: id, record: record, asOf: state.times.asOf)
        let place = try FindingPlaces(of: [judged], in: bureau, knownAt: knownAt)[judged]
        let others = judged.caseID.map { state.findings(ofCase: $0) } ?? []
        return FindingView(
            judgement: try view(judged, standing, proof: proof, labels: labels), caseID: judged.caseID,
            unit: state.unitName(place.unit), happened: place.happenedAt.timeText,
            others: try others.filter { $0.standing.needsLooking && $0.judged != judged }
                .map { try line($0, state, labels) })
    }

    /// In the order in which pages list standings; those that a list can be asked for are always there.
    func counts(_ findings: [PageFinding]) -> [StandingCount] {
        var counts: [Standing: Int] = [:]
        for finding in findings { counts[finding.standing, default: 0] += 1 }
        return Standing.allCases.filter { $0 != .kept && $0 != .notApplicable }
            .map { StandingCount(standing: $0, count: counts[$0] ?? 0) }
    }

    /// The rules that found something, in the order of the rule book.
    private func choices(of state: PageState) -> [ChoiceView] {
        let found = Set(state.findings.map(\.judged.rule))
        return bureau.packs.rules.rules.filter { found.contains($0.id) }
            .map { ChoiceView(id: $0.id, label: "\($0.number) \($0.name)") }
    }

    /// The units with how many of the findings are theirs.
    private func tree(_ state: PageState, of findings: [PageFinding]) -> [UnitNode] {
        var counts: [String: Int] = [:]
        for finding in findings { counts[finding.unit ?? PageState.unknownUnit.id, default: 0] += 1 }
        return state.tree(counts)
    }
}

extension PageState {
    /// The bureau, the units below it and, where something is counted there, what has no unit.
    func tree(_ counts: [String: Int]) -> [UnitNode] {
        let unknown = counts[Self.unknownUnit.id] == nil ? [] : [Self.unknownUnit]
        return (units + unknown).map {
            UnitNode(id: $0.id, name: $0.name, depth: $0.isBureau ? 0 : 1, count: counts[$0.id] ?? 0)
        }
    }
}

extension FindingQuery {
    /// Whether a finding meets the conditions, but for those that are left open.
    func takes(_ finding: PageFinding, anyStanding: Bool = false, anyUnit: Bool = false) -> Bool {
        let hasStanding = standing.map { $0 == finding.standing } ?? finding.standing.needsLooking
        return (anyStanding || hasStanding) && (rule.map { $0 == finding.judged.rule } ?? true)
            && (anyUnit || unit.map { $0 == finding.unit ?? PageState.unknownUnit.id } ?? true)
            && (severity.map { $0 == finding.severity } ?? true)
    }
}
