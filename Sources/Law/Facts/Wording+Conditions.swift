extension Wording {
    /// A value that a name has: a code in its words, a time as it is written by hand.
    package func words(_ value: Value, of name: String) -> String {
        switch value {
        case .day(let day): day.chinese
        case .moment(let moment): moment.chinese
        case .text(let text): field(name)?.words[text] ?? text
        case .list(let values): values.map { words($0, of: name) }.joined(separator: "、")
        default: value.description
        }
    }

    /// A condition as a sentence that holds or does not.
    package func words(_ expression: Expression) -> String {
        switch expression.form {
        case .and(let a, let b): "\(inside(a, and: true))，且\(inside(b, and: true))"
        case .or(let a, let b): "\(inside(a, and: false))，或者\(inside(b, and: false))"
        case .not(let one): denied(one)
        case .name(let name): "“\(label(name))”为是"
        case .comparison(let comparison, let a, let b): words(comparison, a, b)
        case .between(let value, let low, let high):
            "\(term(value))在\(term(low, like: value))至\(term(high, like: value))之间"
        case .matches(let value, let tests): words(value, tests)
        case .listContains(let list, let element): "\(term(list))含有\(term(element, like: list))"
        case .literal, .list, .negative, .arithmetic, .count, .call: term(expression)
        }
    }

    /// A part of an `and` or `or`; the other of the two stands in brackets.
    private func inside(_ part: Expression, and isAnd: Bool) -> String {
        switch part.form {
        case .and where !isAnd, .or where isAnd: "（\(words(part))）"
        default: words(part)
        }
    }

    private func denied(_ one: Expression) -> String {
        switch one.form {
        case .name(let name): "“\(label(name))”为否"
        case .listContains(let list, let element): "\(term(list))不含\(term(element, like: list))"
        default: "并非（\(words(one))）"
        }
    }

    private func words(_ comparison: Expression.Comparison, _ a: Expression, _ b: Expression) -> String {
        if b.form == .literal(.null) {
            return "\(term(a))\(comparison == .equal ? "没有记载" : "有记载")"
        }
        return term(a) + word(comparison, isTime: isTime(a) || isTime(b)) + term(b, like: a)
    }

    private func words(_ value: Expression, _ tests: UnaryTests) -> String {
        let each = (tests.tests ?? []).map { test in
            switch test {
            case .compare(let comparison, let bound): words(comparison, value, bound)
            case .value(let one): words(.equal, value, one)
            case .interval(let interval):
                words(interval.includesLow ? .atLeast : .greater, value, interval.low) + "，且"
                    + words(interval.includesHigh ? .atMost : .less, value, interval.high)
            }
        }
        let either = each.joined(separator: "，或者")
        return tests.isNegated ? "并非（\(either)）" : either
    }

    private func word(_ comparison: Expression.Comparison, isTime: Bool) -> String {
        switch comparison {
        case .equal: "为"
        case .notEqual: "不为"
        case .less: isTime ? "早于" : "少于"
        case .atMost: isTime ? "不晚于" : "不超过"
        case .greater: isTime ? "晚于" : "超过"
        case .atLeast: isTime ? "不早于" : "不少于"
        }
    }

    private func isTime(_ expression: Expression) -> Bool {
        switch expression.form {
        case .literal(.day), .literal(.moment): true
        case .name(let name): [.day, .moment].contains(field(name)?.kind)
        default: false
        }
    }

    /// What a condition compares. Of a code the words are those of the name that it stands beside.
    private func term(_ expression: Expression, like other: Expression? = nil) -> String {
        switch expression.form {
        case .name(let name): label(name)
        case .literal(let value): shown(value, like: other)
        case .list(let elements): elements.map { term($0, like: other) }.joined(separator: "、")
        case .negative(let one): "-" + term(one)
        case .count(let list): "\(term(list))的数目"
        case .arithmetic(let sign, let a, let b): "\(term(a)) \(sign.rawValue) \(term(b))"
        case .call(let name, let arguments):
            "\(name)（\(arguments.map { term($0) }.joined(separator: "、"))）"
        default: "（\(words(expression))）"
        }
    }

    private func shown(_ value: Value, like other: Expression?) -> String {
        switch value {
        case .day(let day): return day.chinese
        case .moment(let moment): return moment.chinese
        case .text(let text):
            guard case .name(let name)? = other?.form else { return "“\(text)”" }
            return "“\(field(name)?.words[text] ?? text)”"
        default: return value.description
        }
    }
}
