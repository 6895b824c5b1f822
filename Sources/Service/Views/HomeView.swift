/// The first page: what is red, what is due, what nobody can tell, and the figures of the year.
package struct HomeView: Sendable {
    /// The latest and gravest breaches, at most three; each opens to a record and a date.
    package let redItems: [FindingLine]
    package let counts: [StandingCount]
    package let brokenByRule: [RuleCount]
    package let brokenByUnit: [UnitCount]
    /// Not yet due, and due within seven days; the nearest first.
    package let due: [DueLine]
    /// All of them; `due` may hold only the nearest.
    package let dueTotal: Int
    /// Such as `2026年度`.
    package let figuresPeriod: String
    package let figures: [FigureView]
    /// The report that the figures belong to.
    package let report: ReportLink
}

/// How often one rule is broken.
package struct RuleCount: Hashable, Sendable {
    package let rule: RuleLink
    package let severity: SeverityView
    package let broken: Int
    /// The day of the latest breach, `2026-11-02`.
    package let latest: String
}

/// What is open in one unit.
package struct UnitCount: Hashable, Sendable {
    package let id: String
    package let name: String
    package let broken: Int
    package let cannotTell: Int
    /// The day of the latest breach; `nil` when there is none.
    package let latest: String?
}

/// A deadline that comes near.
package struct DueLine: Hashable, Sendable {
    package let rule: RuleLink
    package let record: RecordLink
    package let unit: String
    /// Such as `2026-11-27 24:00`.
    package let due: String
    /// Whole days left; 0 is today.
    package let daysLeft: Int
    /// Such as `治安管理处罚法 第一百一十八条`.
    package let basis: String
}
