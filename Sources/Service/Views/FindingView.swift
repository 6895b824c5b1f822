/// What the reader asked of the list of findings.
package struct FindingQuery: Hashable, Sendable {
    package static let screenRows = 50

    /// `nil` for what somebody has to look at: `broken`, `cannotTell` and `pending`.
    package var standing: Standing?
    package var rule: String?
    package var unit: String?
    package var severity: SeverityView?
    /// Counted from 1.
    package var page: Int

    package init(
        standing: Standing? = nil, rule: String? = nil, unit: String? = nil, severity: SeverityView? = nil,
        page: Int = 1
    ) {
        self.standing = standing
        self.rule = rule
        self.unit = unit
        self.severity = severity
        self.page = page
    }
}

/// The list of findings: one page of what the query selects.
package struct FindingsView: Sendable {
    /// How many there are of each standing, under the other conditions of the query.
    package let counts: [StandingCount]
    package let lines: [FindingLine]
    /// Findings that the query selects, on all pages.
    package let total: Int
    package let rules: [ChoiceView]
    package let units: [UnitNode]
}

/// One finding in a list.
package struct FindingLine: Hashable, Sendable {
    package let rule: RuleLink
    package let standing: Standing
    package let severity: SeverityView
    package let record: RecordLink
    package let caseID: String?
    package let unit: String
    /// When the thing judged happened; `nil` when the record does not say.
    package let happened: String?
    /// One sentence: what was found, and against which limit.
    package let summary: String
    package let due: String?
}

/// One finding with its full proof.
package struct FindingView: Sendable {
    package let judgement: JudgementView
    package let caseID: String?
    package let unit: String
    package let happened: String?
    /// Other open findings of the same case.
    package let others: [FindingLine]
}
