/// The true values of the report's blanks, counted while the records were made.
package struct DemoTruth: Hashable, Sendable {
    /// By calendar year: 2025, and 2026 as far as it is recorded.
    package var years: [Int: Year] = [:]

    /// The blanks F01…F15 of one year.
    package struct Year: Hashable, Sendable {
        package var figures: [String: Int] = [:]

        mutating func count(_ figure: String, _ number: Int = 1) { figures[figure, default: 0] += number }
    }
}
