/// One rule in the rule book.
package struct RuleLine: Hashable, Sendable {
    package let rule: RuleLink
    package let subject: String
    /// `期限`, `顺序`, as the reader calls the form.
    package let form: String
    /// Whether it was read in the statute's text; a rule that is not verified only informs.
    package let isVerified: Bool
    package let severity: SeverityView
    /// Such as `治安管理处罚法 第九十七条`.
    package let basis: String
    package let examples: Int
    package let passed: Int
    package let broken: Int
}

/// A discretion benchmark in the rule book.
package struct BenchmarkLine: Hashable, Sendable {
    package let title: String
    package let issuer: String
    /// When and where.
    package let published: String
    package let period: String
    package let law: String
    package let acts: [String]
    package let tiers: Int
    /// An invented one, for demonstration.
    package let isSample: Bool
}

/// One rule in full.
package struct RuleView: Sendable {
    package let line: RuleLine
    /// `到案询问查证`: what it judges.
    package let judges: String
    /// The moment that picks the version, in words.
    package let pivot: String
    /// `nil` when it judges all.
    package let scope: TermLine?
    package let remedy: String
    package let note: String?
    package let versions: [RuleVersionView]
    package let examples: [ExampleView]
}

package struct RuleVersionView: Hashable, Sendable {
    package let from: String
    /// The last day in force; `nil` while it is in force.
    package let until: String?
    package let clauses: [ClauseView]
    /// The form's members: `起算`, `期限`, `不计入`…
    package let terms: [TermLine]
}

package struct TermLine: Hashable, Sendable {
    package let label: String
    package let text: String
    /// The condition as the pack writes it, in S-FEEL, for whoever checks the words against it.
    package let code: String?

    package init(label: String, text: String, code: String? = nil) {
        self.label = label
        self.text = text
        self.code = code
    }
}

package struct ExampleView: Hashable, Sendable {
    package let title: String
    /// What the example's records say.
    package let facts: [TermLine]
    package let expected: Standing
    package let passed: Bool
}
