/// How one answer was reached: the version and why it was chosen, the facts with the records that say so, the
/// counting of time step by step, the clause, and what to do.
package struct Proof: Sendable {
    /// A record that a fact rests on.
    package struct Source: Hashable, Sendable {
        package let register: String
        package let id: String
    }

    /// A value that the answer rests on.
    package struct Fact: Hashable, Sendable {
        /// The part it plays: `起算`, `办理`; empty for what a condition asks.
        package let role: String
        package let name: String
        package let label: String
        package let value: Value
        /// The value in the words of its field: `治安`, `2026年1月5日10时00分`.
        package let shown: String
        package let sources: [Source]
    }

    /// A condition with what came of it.
    package struct Question: Hashable, Sendable {
        /// As the pack writes it.
        package let text: String
        /// The same as a sentence.
        package let words: String
        /// `nil`: the record does not allow to tell.
        package let holds: Bool?
        package let facts: [Fact]
    }

    /// A statutory range that was applied, or that stood in force at the other moment the rule names.
    package struct Frame: Hashable, Sendable {
        package let title: String
        package let text: String
    }

    package let rule: Rule
    package let record: Source
    package let caseID: String?
    package let asOf: Moment
    package let answer: Answer
    /// The fact whose day picks the version.
    package let pivot: Fact
    /// The version in force on that day; `nil` when there is none, or the day is not recorded.
    package let version: InForce?
    package let scope: Question?
    package let questions: [Question]
    package let facts: [Fact]
    /// Of a rule over penalty frames: the range applied and, where the law changed in between, the other one.
    package let frames: [Frame]
    /// How the time was counted; `nil` where none is.
    package let counting: DeadlineCount?
    /// The count under the longer reading, where the law leaves the counting open.
    package let lenientCounting: DeadlineCount?
    package let observed: String?
    package let limit: String?
    package let due: Moment?
    /// The names, and their labels, that 不明 hung on.
    package let missing: [(name: String, label: String)]
    /// Of the version in force; of the newest one when none could be chosen.
    package let basis: [Citation]
    /// Provisions that say otherwise and gave way to the basis.
    package let displaced: [Citation]
    /// What a Swift check says it found.
    package let finding: String?

    /// Whether the provision was read in a text; otherwise the answer only informs.
    package var isVerified: Bool { rule.confidence.isVerified }
}
