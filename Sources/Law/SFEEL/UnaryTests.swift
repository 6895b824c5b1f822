/// What a cell of a decision table asks of its input: `-`, `< 5`, `[1..3)`, `"a", "b"`, `not(null)`.
package struct UnaryTests: Hashable, Sendable {
    package enum Test: Hashable, Sendable {
        /// A sign of comparison and the bound.
        case compare(Expression.Comparison, Expression)
        case interval(Interval)
        /// Equal to the value or, when it is a list, to one of its elements.
        case value(Expression)
    }

    package struct Interval: Hashable, Sendable {
        package let low: Expression
        package let includesLow: Bool
        package let high: Expression
        package let includesHigh: Bool
    }

    /// One that holds is enough; `nil` is `-`, which everything passes.
    package let tests: [Test]?
    /// `not(…)`: none may hold.
    package let isNegated: Bool

    package init(_ tests: [Test]?, isNegated: Bool = false) {
        self.tests = tests
        self.isNegated = isNegated
    }

    /// Reads a whole cell.
    package static func parse(
        _ text: String, known: KnownNames = .none
    ) throws(SFEELError) -> UnaryTests {
        var parser = try ExpressionParser(text, known: known)
        let tests = try parser.cell()
        try parser.finish()
        return tests
    }

    /// The names the cell reads, each once.
    package var names: [String] {
        var found: [String] = []
        for part in parts { part.collect(into: &found) }
        return found
    }

    /// The expressions inside the tests, in the order of the text.
    package var parts: [Expression] {
        (tests ?? []).flatMap { test in
            switch test {
            case .compare(_, let bound): [bound]
            case .interval(let interval): [interval.low, interval.high]
            case .value(let value): [value]
            }
        }
    }
}
