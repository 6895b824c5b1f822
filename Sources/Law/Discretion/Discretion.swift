/// How a penalty decision stands to the statutory frame and the bureau's benchmark: intervals, alternatives and the steps
/// that led to them. Never a number: neither law nor any text seen gives a formula for one.
package struct Discretion: Sendable {
    package struct Step: Sendable {
        /// As `Docs/for-lawyers/discretion.md` numbers them: `2`, `5b`.
        package let number: String
        package let title: String
        package let text: String
        package let basis: [Citation]
        /// Whether the step rests on a text that was read; the others inform (待核).
        package let isVerified: Bool
        /// What may be imposed after the step; `nil` where it changes nothing.
        package let permitted: [Permitted]?
    }

    package internal(set) var steps: [Step] = []
    /// The alternatives in the end; empty when they cannot be told.
    package internal(set) var permitted: [Permitted] = []
    package internal(set) var standing = DiscretionStanding.undecided
    /// What is not recorded and would be needed, in the words of the registers.
    package internal(set) var missing: [String] = []
    package internal(set) var frame: PenaltyFrame?
    /// The code of the law applied.
    package internal(set) var law: String?
    package internal(set) var benchmark: Benchmark?
    package internal(set) var tier: Benchmark.Tier?
    package internal(set) var imposed: ImposedPenalty?
    package internal(set) var departure: DecisionFacts.Departure?

    package var isDeparture: Bool { benchmark != nil && standing.isOutside }

    mutating func add(
        _ number: String, _ title: String, _ text: String, basis: [Citation] = [], isVerified: Bool = true,
        permitted: [Permitted]? = nil
    ) {
        steps.append(
            Step(
                number: number, title: title, text: text, basis: basis, isVerified: isVerified,
                permitted: permitted))
    }

    mutating func miss(_ what: String) { if !missing.contains(what) { missing.append(what) } }
}
