/// The true values of the report's blanks, counted while the records were made.
package struct DemoTruth: Hashable, Sendable {
    /// By calendar year: 2025, and 2026 as far as it is recorded.
    package var years: [Int: Year] = [:]

    /// The blanks F01…F15 of one year.
    package struct Year: Hashable, Sendable {
        package var figures = Dictionary(
            uniqueKeysWithValues: (1...15).map { ($0 < 10 ? "F0\($0)" : "F\($0)", 0) })

        mutating func count(_ figure: String, _ number: Int = 1) { figures[figure, default: 0] += number }
    }
}
