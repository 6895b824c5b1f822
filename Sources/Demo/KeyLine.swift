/// One line of the answer key, written when the generator plants the fault and never by judging.
package struct KeyLine: Hashable, Sendable {
    /// The id of the rule, or of the claim, whose answer this is.
    package let rule: String
    package let register: String
    package let record: String
    package let answer: Answer

    package init(rule: String, register: String, record: String, answer: Answer) {
        self.rule = rule
        self.register = register
        self.record = record
        self.answer = answer
    }

    package enum Answer: String, Sendable {
        /// 违规: the rule does not hold for the record.
        case broken
        /// 不明: a time or fact that the rule needs is missing.
        case cannotTell
        /// A counter-example of a claim of the report; no rule judges it.
        case counterExample
    }
}
