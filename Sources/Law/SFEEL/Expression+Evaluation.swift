extension Expression {
    /// Computes the value over one record.
    ///
    /// - Parameters:
    ///   - nulls: How an equality takes what the record does not say; `.asValue` is the standard's way.
    ///   - scope: The value of a name; `.null` where there is none.
    /// - Returns: `.null` where the standard says null: unknown, or without a meaning.
    package func evaluate(nulls: NullReading = .asValue, _ scope: (String) -> Value) -> Value {
        evaluate(nulls: nulls, scope, calling: { _, _ in .null })
    }

    /// - Parameter call: What a function of the scope makes of its arguments.
    package func evaluate(
        nulls: NullReading = .asValue, _ scope: (String) -> Value, calling call: (String, [Value]) -> Value
    ) -> Value {
        withoutActuallyEscaping(scope) { scope in
            withoutActuallyEscaping(call) { call in
                Evaluation(nulls: nulls, scope: scope, call: call).value(of: self)
            }
        }
    }
}

extension UnaryTests {
    /// Asks the tests of an input: true, false, or `nil` for unknown.
    package func hold(for input: Value, nulls: NullReading = .asValue, _ scope: (String) -> Value) -> Bool? {
        withoutActuallyEscaping(scope) {
            Evaluation(nulls: nulls, scope: $0, call: { _, _ in .null }).hold(self, for: input)
        }
    }
}

/// One evaluation over one record.
private struct Evaluation {
    let nulls: NullReading
    let scope: (String) -> Value
    let call: (String, [Value]) -> Value

    func value(of expression: Expression) -> Value {
        switch expression.form {
        case .literal(let value): value
        case .name(let name): scope(name)
        case .list(let elements): .list(elements.map(value))
        case .negative(let operand): value(of: operand).negated
        case .arithmetic(let operation, let left, let right):
            compute(operation, value(of: left), value(of: right))
        case .comparison(let operation, let left, let right): Value(truth: compare(operation, left, right))
        case .and(let left, let right):
            Value(truth: Value.all([left, right].lazy.map { value(of: $0).truth }))
        case .or(let left, let right):
            Value(truth: Value.any([left, right].lazy.map { value(of: $0).truth }))
        case .not(let operand): Value(truth: value(of: operand).truth.map { !$0 })
        case .between(let middle, let low, let high): Value(truth: lies(middle, from: low, to: high))
        case .matches(let input, let tests): Value(truth: hold(tests, for: value(of: input)))
        case .count(let list): count(value(of: list))
        case .listContains(let list, let element):
            Value(truth: contains(value(of: list), value(of: element), reading(of: element)))
        case .call(let name, let arguments): call(name, arguments.map(value))
        }
    }

    func hold(_ tests: UnaryTests, for input: Value) -> Bool? {
        guard let alternatives = tests.tests else { return true }
        let holds = Value.any(alternatives.lazy.map { hold($0, for: input) })
        return tests.isNegated ? holds.map { !$0 } : holds
    }

    private func hold(_ test: UnaryTests.Test, for input: Value) -> Bool? {
        switch test {
        case .compare(.equal, let bound): input.equals(value(of: bound), nulls: reading(of: bound))
        case .compare(.notEqual, let bound):
            input.equals(value(of: bound), nulls: reading(of: bound)).map { !$0 }
        case .compare(let operation, let bound): ordered(operation, input.order(against: value(of: bound)))
        case .interval(let interval):
            Value.all([
                ordered(
                    interval.includesLow ? .atLeast : .greater, input.order(against: value(of: interval.low))),
                ordered(
                    interval.includesHigh ? .atMost : .less, input.order(against: value(of: interval.high))),
            ])
        case .value(let expression): matches(input, value(of: expression), reading(of: expression))
        }
    }

    private func matches(_ input: Value, _ wanted: Value, _ reading: NullReading) -> Bool? {
        guard case .list = wanted else { return input.equals(wanted, nulls: reading) }
        if case .list = input, input.equals(wanted, nulls: reading) == true { return true }
        return contains(wanted, input, reading)
    }

    private func contains(_ list: Value, _ element: Value, _ reading: NullReading) -> Bool? {
        guard case .list(let elements) = list else { return nil }
        return Value.any(elements.lazy.map { element.equals($0, nulls: reading) })
    }

    private func compare(
        _ operation: Expression.Comparison, _ left: Expression, _ right: Expression
    ) -> Bool? {
        let (a, b) = (value(of: left), value(of: right))
        let reading = left.isNullLiteral ? .asValue : reading(of: right)
        switch operation {
        case .equal: return a.equals(b, nulls: reading)
        case .notEqual: return a.equals(b, nulls: reading).map { !$0 }
        case .less, .atMost, .greater, .atLeast: return ordered(operation, a.order(against: b))
        }
    }

    /// Who writes `null` asks whether something is recorded, and that is always known.
    private func reading(of expression: Expression) -> NullReading {
        expression.isNullLiteral ? .asValue : nulls
    }

    private func ordered(_ operation: Expression.Comparison, _ order: Int?) -> Bool? {
        guard let order else { return nil }
        return switch operation {
        case .less: order < 0
        case .atMost: order <= 0
        case .greater: order > 0
        case .atLeast: order >= 0
        case .equal: order == 0
        case .notEqual: order != 0
        }
    }

    private func lies(_ middle: Expression, from low: Expression, to high: Expression) -> Bool? {
        let middle = value(of: middle)
        return Value.all([
            ordered(.atLeast, middle.order(against: value(of: low))),
            ordered(.atMost, middle.order(against: value(of: high))),
        ])
    }

    private func compute(_ operation: Expression.Arithmetic, _ left: Value, _ right: Value) -> Value {
        switch operation {
        case .plus: left.plus(right)
        case .minus: left.minus(right)
        case .times: left.times(right)
        case .divided: left.divided(by: right)
        case .power: left.raised(to: right)
        }
    }

    private func count(_ list: Value) -> Value {
        if case .list(let elements) = list { .number(Number(elements.count)) } else { .null }
    }
}

extension Expression {
    /// Whether it is the word `null` itself.
    package var isNullLiteral: Bool { form == .literal(.null) }
}
