extension Expression {
    /// The same expression with other expressions in the place of names.
    package func replacing(_ names: [String: Expression]) -> Expression {
        func new(_ part: Expression) -> Expression { part.replacing(names) }
        let form: Form
        switch self.form {
        case .literal: return self
        case .name(let name): return names[name] ?? self
        case .list(let elements): form = .list(elements.map(new))
        case .call(let name, let arguments): form = .call(name, arguments.map(new))
        case .negative(let one): form = .negative(new(one))
        case .not(let one): form = .not(new(one))
        case .count(let one): form = .count(new(one))
        case .arithmetic(let sign, let a, let b): form = .arithmetic(sign, new(a), new(b))
        case .comparison(let sign, let a, let b): form = .comparison(sign, new(a), new(b))
        case .and(let a, let b): form = .and(new(a), new(b))
        case .or(let a, let b): form = .or(new(a), new(b))
        case .listContains(let a, let b): form = .listContains(new(a), new(b))
        case .between(let value, let low, let high): form = .between(new(value), new(low), new(high))
        case .matches(let value, let tests): form = .matches(new(value), tests.replacing(names))
        }
        return Expression(form, at: column)
    }
}

extension UnaryTests {
    fileprivate func replacing(_ names: [String: Expression]) -> UnaryTests {
        let replaced = tests?.map { test in
            switch test {
            case .compare(let sign, let bound): Test.compare(sign, bound.replacing(names))
            case .interval(let interval):
                Test.interval(
                    Interval(
                        low: interval.low.replacing(names), includesLow: interval.includesLow,
                        high: interval.high.replacing(names), includesHigh: interval.includesHigh))
            case .value(let value): Test.value(value.replacing(names))
            }
        }
        return UnaryTests(replaced, isNegated: isNegated)
    }
}
