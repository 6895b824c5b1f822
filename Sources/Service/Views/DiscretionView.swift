/// One penalty decision of a case against the statutory frame and the bureau's benchmark.
package struct DiscretionView: Hashable, Sendable {
    package struct Step: Hashable, Sendable {
        package let number: String
        package let title: String
        package let text: String
        /// Whether it rests on a text that was read; the others inform.
        package let isVerified: Bool
        /// What may be imposed after it; empty where it changes nothing.
        package let permitted: String
    }

    /// Amounts of like decisions in one unit.
    package struct Unit: Hashable, Sendable {
        package let name: String
        package let decisions: Int
        /// `3：200／350／500元`: how many, the least, the middle, the most.
        package let fine: String
        package let days: String
    }

    package let decision: RecordLink
    package let imposed: String
    /// Where it falls, and what is not recorded.
    package let conclusion: String
    package let departure: String?
    package let steps: [Step]
    /// `nil` where no tier was found.
    package let likeTier: String?
    package let units: [Unit]
}
