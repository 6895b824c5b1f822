/// A condition in S-FEEL, the simple expression language of the DMN standard, as `Docs/formats/s-feel.md` bounds it.
///
/// Two expressions are equal when they say the same, wherever they stand in their text.
package struct Expression: Sendable {
    package indirect enum Form: Hashable, Sendable {
        case literal(Value)
        /// A field or a fact, with its dots: `case.complex`.
        case name(String)
        case list([Expression])
        case negative(Expression)
        case arithmetic(Arithmetic, Expression, Expression)
        case comparison(Comparison, Expression, Expression)
        case and(Expression, Expression)
        case or(Expression, Expression)
        case not(Expression)
        /// The value, the lowest and the highest allowed; both bounds count as inside.
        case between(Expression, Expression, Expression)
        /// `value in tests`
        case matches(Expression, UnaryTests)
        /// `count(list)`
        case count(Expression)
        /// `list contains(list, element)`
        case listContains(Expression, Expression)
        /// A knowledge model of a DMN model, called by its name.
        case call(String, [Expression])
    }

    package enum Arithmetic: String, Hashable, Sendable, CaseIterable {
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divided = "/"
        case power = "**"
    }

    package enum Comparison: String, Hashable, Sendable, CaseIterable {
        case equal = "="
        case notEqual = "!="
        case less = "<"
        case atMost = "<="
        case greater = ">"
        case atLeast = ">="
    }

    package let form: Form
    /// Where it begins in its text, in characters counted from 1; of an operation, where the operator stands.
    package let column: Int

    package init(_ form: Form, at column: Int = 1) {
        self.form = form
        self.column = column
    }

    /// Reads a whole condition.
    package static func parse(
        _ text: String, known: KnownNames = .none
    ) throws(SFEELError) -> Expression {
        var parser = try ExpressionParser(text, known: known)
        let expression = try parser.expression()
        try parser.finish()
        return expression
    }
}

extension Expression: Hashable {
    package static func == (a: Expression, b: Expression) -> Bool { a.form == b.form }
    package func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension Expression {
    /// The names it reads, each once, in the order in which they first appear.
    package var names: [String] {
        var found: [String] = []
        collect(into: &found)
        return found
    }

    func collect(into found: inout [String]) {
        if case .name(let name) = form, !found.contains(name) { found.append(name) }
        for part in parts { part.collect(into: &found) }
    }

    /// The expressions directly inside this one, in the order of the text.
    package var parts: [Expression] {
        switch form {
        case .literal, .name: []
        case .list(let elements), .call(_, let elements): elements
        case .negative(let one), .not(let one), .count(let one): [one]
        case .arithmetic(_, let a, let b), .comparison(_, let a, let b), .and(let a, let b),
            .or(let a, let b),
            .listContains(let a, let b):
            [a, b]
        case .between(let value, let low, let high): [value, low, high]
        case .matches(let value, let tests): [value] + tests.parts
        }
    }
}
