/// How a decision table makes one answer of the rows that apply (DMN 1.5, 8.2.8).
package enum HitPolicy: Hashable, Sendable, CaseIterable {
    /// At most one row may apply.
    case unique
    /// Several may apply if they say the same.
    case any
    /// The one whose output stands first in the list of the output's values.
    case priority
    /// The first in the order of the table.
    case first
    /// All, in no order that means anything, as a list or put together.
    case collect(Aggregator?)
    /// All, in the order of the table.
    case ruleOrder
    /// All, in the order of the output's values.
    case outputOrder

    package enum Aggregator: String, Hashable, Sendable, CaseIterable {
        case sum = "+"
        case least = "<"
        case most = ">"
        case count = "#"
    }

    package static let allCases: [HitPolicy] =
        [.unique, .any, .priority, .first, .ruleOrder, .outputOrder, .collect(nil)]
        + Aggregator.allCases.map { .collect($0) }

    /// As DMN abbreviates it: `U`, `C+`.
    package var letter: String {
        switch self {
        case .unique: "U"
        case .any: "A"
        case .priority: "P"
        case .first: "F"
        case .collect(let aggregator): "C" + (aggregator?.rawValue ?? "")
        case .ruleOrder: "R"
        case .outputOrder: "O"
        }
    }

    package init?(letter: String) {
        guard let found = Self.allCases.first(where: { $0.letter == letter }) else { return nil }
        self = found
    }

    /// Whether the answer is what one row says, so that a table without a row for some input has no answer.
    package var isSingle: Bool {
        switch self {
        case .unique, .any, .priority, .first: true
        case .collect, .ruleOrder, .outputOrder: false
        }
    }

    package var chinese: String {
        switch self {
        case .unique: "唯一（U）"
        case .any: "任一（A）"
        case .priority: "优先（P）"
        case .first: "首个（F）"
        case .collect: "汇集（\(letter)）"
        case .ruleOrder: "按行序（R）"
        case .outputOrder: "按值序（O）"
        }
    }
}
