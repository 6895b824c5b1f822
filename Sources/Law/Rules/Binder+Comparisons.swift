/// Comparisons and the tests of `in`, as steps over registers.
///
/// Each gives the register of the truth, or `nil` where only the plain evaluator knows the form.
extension Binder {
    func compare(
        _ operation: Expression.Comparison, _ a: Operand?, _ b: Operand?, _ program: inout Program
    ) -> Int? {
        guard let a, let b else { return nil }
        switch (a, b) {
        case (.null, .null): return program.register(for: .constantTruth(Truth.of(operation == .equal)))
        case (.null, let other), (let other, .null): return recorded(operation, other, &program)
        case (.fixed, .fixed): return compare(operation, loaded(a, &program), b, &program)
        case (.fixed, .narrow), (.constant, .whole), (.constant, .number), (.fixedLength, .length):
            return compare(operation.mirrored, b, a, &program)
        case (.narrow(let x, let one), .fixed(let value, let other)) where one.agrees(with: other):
            guard operation.isEquality || !one.agrees(with: .text) else { return nil }
            return program.register(for: .compareConstant(operation, x, value))
        case (.narrow, .fixed): return compare(operation, a, loaded(b, &program), &program)
        case (.narrow(let x, .day), .narrow(let y, .moment)):
            return program.register(for: .compare(operation, x, program.register(for: .dayOf(y))))
        case (.narrow(let x, .moment), .narrow(let y, .day)):
            return program.register(for: .compare(operation, program.register(for: .dayOf(x)), y))
        case (.narrow(let x, let one), .narrow(let y, let other)):
            let isText = one.agrees(with: .text) && !operation.isEquality
            guard one.agrees(with: other), !isText else { return nil }
            return program.register(for: .compare(operation, x, y))
        case (.whole(let x, _), .whole(let y, _)): return program.register(for: .compare(operation, x, y))
        case (.whole(let x, _), .constant(let number)) where small(number) != nil:
            return program.register(for: .compareConstant(operation, x, Int32(small(number) ?? 0)))
        case (.number(let x), .constant(let number)):
            return program.register(for: .compareWideConstant(operation, x, number.ticks))
        case (.length(let x), .length(let y)):
            return program.register(for: .compare(operation, x, y))
        case (.length(let x), .fixedLength(let minutes)):
            return program.register(for: .compareConstant(operation, x, minutes))
        case (.truth(let x), .truth(let y)):
            let equal = program.register(for: .compareTruth(x, y))
            return operation == .equal ? equal : program.register(for: .not(equal))
        default:
            guard let x = wideRegister(a, &program), let y = wideRegister(b, &program) else { return nil }
            return program.register(for: .compareWide(operation, x, y))
        }
    }

    /// `x = null` and `x != null`: whether something is recorded.
    private func recorded(
        _ operation: Expression.Comparison, _ operand: Operand, _ program: inout Program
    ) -> Int? {
        guard operation.isEquality else { return program.register(for: .constantTruth(Truth.unknown)) }
        let isNull: Program.Operation =
            switch operand {
            case .narrow(let register, _), .whole(let register, _), .length(let register): .isNull(register)
            case .fixed, .constant, .fixedLength: .constantTruth(Truth.no)
            case .number(let register): .isNullWide(register)
            case .truth(let register): .isNullTruth(register)
            case .list(let source, _): .isNullList(source)
            case .null: .constantTruth(Truth.yes)
            }
        let register = program.register(for: isNull)
        return operation == .equal ? register : program.register(for: .not(register))
    }

    /// Whether a list holds an element.
    func contains(_ list: Operand?, _ element: Operand?, _ program: inout Program) -> Int? {
        guard case .list(let source, let kind)? = list else { return nil }
        switch element {
        case .fixed(let word, let other)? where kind.agrees(with: other) && kind.agrees(with: .text):
            return program.register(for: word, in: source)
        case .fixed(let value, let other)? where kind.agrees(with: other):
            return program.register(for: .contains(source, program.register(for: .constant(value))))
        case .narrow(let register, let other)? where kind.agrees(with: other):
            return program.register(for: .contains(source, register))
        default: return nil
        }
    }

    mutating func matches(
        _ input: Operand?, _ tests: UnaryTests, _ names: [String: Binding], _ program: inout Program
    ) -> Int? {
        guard let alternatives = tests.tests else { return program.register(for: .constantTruth(Truth.yes)) }
        if case .list? = input { return nil }
        var result = program.register(for: .constantTruth(Truth.no))
        for test in alternatives {
            guard let holds = holds(test, input, names, &program) else { return nil }
            result = program.register(for: .or(result, holds))
        }
        return tests.isNegated ? program.register(for: .not(result)) : result
    }

    private mutating func holds(
        _ test: UnaryTests.Test, _ input: Operand?, _ names: [String: Binding], _ program: inout Program
    ) -> Int? {
        switch test {
        case .compare(let operation, let bound):
            return compare(operation, input, operand(bound, names, &program), &program)
        case .interval(let interval):
            let low = operand(interval.low, names, &program)
            let high = operand(interval.high, names, &program)
            guard let above = compare(interval.includesLow ? .atLeast : .greater, input, low, &program),
                let under = compare(interval.includesHigh ? .atMost : .less, input, high, &program)
            else { return nil }
            return program.register(for: .and(above, under))
        case .value(let value):
            guard case .list(let elements) = value.form else {
                let wanted = operand(value, names, &program)
                if case .list? = wanted { return contains(wanted, input, &program) }
                return compare(.equal, input, wanted, &program)
            }
            var result = program.register(for: .constantTruth(Truth.no))
            for element in elements {
                guard let equal = compare(.equal, input, operand(element, names, &program), &program) else {
                    return nil
                }
                result = program.register(for: .or(result, equal))
            }
            return result
        }
    }
}

extension Expression.Comparison {
    /// The same said from the other side.
    var mirrored: Expression.Comparison {
        switch self {
        case .equal, .notEqual: self
        case .less: .greater
        case .atMost: .atLeast
        case .greater: .less
        case .atLeast: .atMost
        }
    }
}
