/// One rule's answer about one record, with its clause and, where it was asked for, its proof.
package struct JudgementView: Sendable {
    package let rule: RuleLink
    /// Which version of the rule answered, `2026-01-01起`.
    package let ruleVersion: String
    package let standing: Standing
    package let severity: SeverityView
    package let record: RecordLink
    /// What the records show, `询问用时 9 小时 40 分`; `nil` when there is nothing to measure.
    package let observed: String?
    /// What the law allows, `8 小时`.
    package let limit: String?
    package let due: String?
    /// What is not recorded, so that nobody can tell: labels of fields, events and papers.
    package let missing: [String]
    package let clauses: [ClauseView]
    /// What to do about it.
    package let remedy: String
    /// `nil` for an answer that was not traced.
    package let proof: ProofView?
}

/// A provision as it stood.
package struct ClauseView: Hashable, Sendable {
    /// Such as `中华人民共和国治安管理处罚法`.
    package let law: String
    /// Such as `第九十七条第一款`.
    package let article: String
    /// Such as `2025年修订，自2026年1月1日起施行`.
    package let version: String
    /// The words of the provision, when the law's text is at hand.
    package let text: String?
}

/// How an answer was reached, from the records to the conclusion.
package struct ProofView: Hashable, Sendable {
    package let facts: [FactLine]
    /// The stretches of time that were counted, left out or added, in order.
    package let counting: [CountingLine]
    /// Such as `第 31 日为 2026-01-05，未见结案决定。`.
    package let conclusion: String
}

/// A fact that the answer rests on.
package struct FactLine: Hashable, Sendable {
    package let label: String
    /// `nil` when the records do not say.
    package let value: String?
    /// The record that says so.
    package let source: RecordLink?
}

/// One step of counting time.
package struct CountingLine: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable {
        case start
        /// The length that the law gives.
        case term
        case counted
        case excluded
        case extended
        case rolled
        case due
    }

    package let kind: Kind
    /// Such as `2025-12-06 至 2025-12-31`.
    package let when: String
    /// `26 日`; empty where nothing is counted.
    package let amount: String
    /// Why, and by which paper.
    package let reason: String
}
