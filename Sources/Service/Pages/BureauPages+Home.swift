import Law
import Reporting
import Supervision

extension BureauPages {
    /// Items of the first page, and days that it looks ahead.
    private static let redItems = 3
    private static let dueLines = 20
    private static let daysAhead = 7

    package func home() throws -> HomeView {
        let state = try current()
        let labels = RecordLabels(bureau, knownAt: knownAt)
        let due = dueSoon(state)
        let year = String(state.times.asOf.day.components.year)
        let report = try links(for: year).first ?? ReportLink(template: "", period: year, title: "\(year)年度")
        return HomeView(
            redItems: try redItems(state).map { try line($0, state, labels) },
            counts: Standing.allCases.map { StandingCount(standing: $0, count: state.counts[$0] ?? 0) },
            brokenByRule: try brokenByRule(state), brokenByUnit: openByUnit(state),
            due: try due.prefix(Self.dueLines).map { try dueLine($0, state, labels) }, dueTotal: due.count,
            figuresPeriod: "\(year)年度", figures: state.figures.map { FigureView($0) }, report: report)
    }

    /// The gravest breaches, of these the latest: the findings stand in that order.
    private func redItems(_ state: PageState) -> some Sequence<PageFinding> {
        state.findings.lazy.filter { $0.standing == .broken }.prefix(Self.redItems)
    }

    private func dueSoon(_ state: PageState) -> [PageFinding] {
        let last = state.times.asOf.day.adding(days: Self.daysAhead)
        return state.findings.filter { finding in
            finding.standing == .notYetDue && finding.judged.due.map { $0.day <= last } ?? false
        }
    }

    private func dueLine(
        _ finding: PageFinding, _ state: PageState, _ labels: RecordLabels
    ) throws -> DueLine {
        let due = finding.judged.due ?? state.times.asOf
        return DueLine(
            rule: try bureau.packs.rule(finding.judged.rule).link,
            record: try labels.link(finding.judged.register, finding.judged.record),
            unit: state.unitName(finding.unit), due: due.dueText,
            daysLeft: max(0, state.times.asOf.day.days(until: due.day)),
            basis: finding.judged.basis.first?.short(in: laws) ?? "")
    }

    private func brokenByRule(_ state: PageState) throws -> [RuleCount] {
        let broken = state.findings.filter { $0.standing == .broken }
        return try Dictionary(grouping: broken, by: \.judged.rule).map { id, findings in
            let rule = try bureau.packs.rule(id)
            return RuleCount(
                rule: rule.link, severity: SeverityView(rule.severity), broken: findings.count,
                latest: latest(findings) ?? "时间不明")
        }
        .sorted { ($1.broken, $0.rule.no, $0.rule.id) < ($0.broken, $1.rule.no, $1.rule.id) }
    }

    private func openByUnit(_ state: PageState) -> [UnitCount] {
        let open = state.findings.filter { $0.standing == .broken || $0.standing == .cannotTell }
        return Dictionary(grouping: open) { $0.unit ?? PageState.unknownUnit.id }.map { id, findings in
            let broken = findings.filter { $0.standing == .broken }
            let name = id == PageState.unknownUnit.id ? PageState.unknownUnit.name : state.unitName(id)
            return UnitCount(
                id: id, name: name, broken: broken.count, cannotTell: findings.count - broken.count,
                latest: latest(broken))
        }
        .sorted { ($1.broken, $1.cannotTell, $0.id) < ($0.broken, $0.cannotTell, $1.id) }
    }

    private func latest(_ findings: [PageFinding]) -> String? {
        findings.compactMap { $0.happened.day }.max()?.description
    }
}

extension FigureView {
    /// - Parameter phrase: How the report words it; `nil` writes the exact number.
    init(_ figure: Figure, phrase: String? = nil) {
        self.init(
            id: figure.id, name: figure.name, value: figure.value.description,
            phrase: (phrase ?? figure.value.description) + figure.unit, unit: figure.unit,
            definition: figure.definition, records: figure.records.count)
    }
}
