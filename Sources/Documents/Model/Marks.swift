/// A stretch of a paragraph.
package enum Inline: Hashable, Sendable {
    case text(String)
    case figure(FigureMark)
    case claim(ClaimMark)
    /// Words that lead to a record; the pages decide where, the paper shows the words.
    case reference(String, target: String)

    /// What a reader sees.
    package var text: String {
        switch self {
        case .text(let text), .reference(let text, _): text
        case .figure(let mark): mark.text
        case .claim(let mark): mark.text
        }
    }
}

/// A number that was computed, as it is worded at one place.
package struct FigureMark: Hashable, Sendable {
    /// `F06`
    package let id: String
    /// `30余`
    package let text: String
    /// `31`
    package let exact: String
    package let definition: String
    /// `2025年`
    package let period: String
    /// The ids of the records behind it.
    package let records: [String]

    package init(
        id: String, text: String, exact: String, definition: String, period: String, records: [String]
    ) {
        self.id = id
        self.text = text
        self.exact = exact
        self.definition = definition
        self.period = period
        self.records = records
    }
}

/// A sentence with 所有, 均 or 不存在 that was checked.
package struct ClaimMark: Hashable, Sendable {
    package let id: String
    package let text: String
    package let holds: Bool
    package let definition: String
    package let universe: Int
    package let support: Int
    /// The ids of the records that speak against it.
    package let counter: [String]

    package init(
        id: String, text: String, holds: Bool, definition: String, universe: Int, support: Int,
        counter: [String]
    ) {
        self.id = id
        self.text = text
        self.holds = holds
        self.definition = definition
        self.universe = universe
        self.support = support
        self.counter = counter
    }
}
