import Pack

/// A condition with the `Int32` register that holds its truth.
struct CompiledCondition: Sendable {
    let condition: Condition
    let register: Int
    let names: [String: Binding]
}

/// Conditions as steps of a program.
extension Binder {
    /// A value of a condition while it is compiled.
    enum Operand {
        /// In a narrow register: days, minutes, word codes, references.
        case narrow(Int, FieldKind)
        /// The same, the same for every row.
        case fixed(Int32, FieldKind)
        case truth(Int)
        /// In a wide register, in ten-thousandths.
        case number(Int)
        /// In a narrow register, with the least and the greatest it can be.
        case whole(Int, ClosedRange<Int>)
        case constant(Number)
        /// Minutes, in a narrow register.
        case length(Int)
        /// The same, the same for every row.
        case fixedLength(Int32)
        case list(Program.Source, FieldKind)
        case null
    }

    /// Adds the steps of a condition.
    mutating func compile(
        _ condition: Condition, into program: inout Program, below: Int = .max
    ) throws(PackError) -> CompiledCondition {
        let types = types(of: program.table, below: below)
        do {
            try condition.expression.checkCondition(in: types)
        } catch {
            throw PackError(sfeel: error, in: condition.text, at: condition.place)
        }
        var bindings: [String: Binding] = [:]
        for name in condition.expression.names {
            bindings[name] = try bind(
                NameUse(name, at: condition.place), in: program.table, below: below, inline: true)
        }
        let register = truth(of: condition.expression, bindings, &program)
        return CompiledCondition(condition: condition, register: register, names: bindings)
    }

    mutating func truth(
        of expression: Expression, _ names: [String: Binding], _ program: inout Program
    ) -> Int {
        switch expression.form {
        case .and(let a, let b):
            let (x, y) = (truth(of: a, names, &program), truth(of: b, names, &program))
            return program.register(for: .and(x, y))
        case .or(let a, let b):
            let (x, y) = (truth(of: a, names, &program), truth(of: b, names, &program))
            return program.register(for: .or(x, y))
        case .not(let operand):
            return program.register(for: .not(truth(of: operand, names, &program)))
        case .comparison(let operation, let a, let b):
            let x = operand(a, names, &program)
            let y = operand(b, names, &program)
            if let register = compare(operation, x, y, &program) { return register }
        case .between(let value, let low, let high):
            let middle = operand(value, names, &program)
            let (least, most) = (operand(low, names, &program), operand(high, names, &program))
            if let above = compare(.atLeast, middle, least, &program),
                let under = compare(.atMost, middle, most, &program)
            {
                return program.register(for: .and(above, under))
            }
        case .matches(let value, let tests):
            if let register = matches(operand(value, names, &program), tests, names, &program) {
                return register
            }
        case .listContains(let list, let element):
            if let register = contains(
                operand(list, names, &program), operand(element, names, &program), &program)
            {
                return register
            }
        case .literal, .name:
            if case .truth(let register)? = operand(expression, names, &program) { return register }
        case .list, .negative, .arithmetic, .count, .call: break
        }
        return program.interpret(expression, names)
    }

    /// - Returns: `nil` for what has no steps of its own.
    mutating func operand(
        _ expression: Expression, _ names: [String: Binding], _ program: inout Program
    ) -> Operand? {
        switch expression.form {
        case .literal(let value): return literal(value, &program)
        case .name(let name): return names[name].map { load($0, into: &program) }
        case .negative(let inner):
            guard case .literal(.number(let number)) = inner.form else { return nil }
            return .constant(Number(ticks: -number.ticks))
        case .count(let list):
            guard case .list(let source, _)? = operand(list, names, &program) else { return nil }
            return .number(program.register(for: .countList(source)))
        case .arithmetic(let operation, let a, let b):
            let (x, y) = (operand(a, names, &program), operand(b, names, &program))
            guard let x, let y else { return nil }
            if let time = time(operation, x, y, &program) { return time }
            if let whole = whole(operation, x, y, &program) { return whole }
            // The registers hold four places: what may need more is left to the evaluator.
            let isExact =
                operation == .plus || operation == .minus || operation == .times && (a.isWhole || b.isWhole)
            guard isExact, let x = wideRegister(x, &program), let y = wideRegister(y, &program) else {
                return nil
            }
            return .number(program.register(for: .compute(operation, x, y)))
        case .and, .or, .not, .comparison, .between, .matches, .listContains:
            return .truth(truth(of: expression, names, &program))
        case .list, .call: return nil
        }
    }

    /// How long it is from moment to moment, or the moment so much later or earlier.
    private func time(
        _ operation: Expression.Arithmetic, _ x: Operand, _ y: Operand, _ program: inout Program
    ) -> Operand? {
        switch (operation, x, y) {
        case (.minus, .narrow(let end, .moment), .narrow(let start, .moment)):
            .length(program.register(for: .between(start, end)))
        case (.plus, .narrow(let start, .moment), .fixedLength(let minutes)),
            (.plus, .fixedLength(let minutes), .narrow(let start, .moment)):
            .narrow(program.register(for: .later(start, minutes)), .moment)
        case (.minus, .narrow(let end, .moment), .fixedLength(let minutes)):
            .narrow(program.register(for: .later(end, -minutes)), .moment)
        default: nil
        }
    }

    private mutating func literal(_ value: Value, _ program: inout Program) -> Operand? {
        switch value {
        case .null: .null
        case .boolean(let truth): .truth(program.register(for: .constantTruth(Truth.of(truth))))
        case .number(let number): .constant(number)
        case .text(let word): .fixed(layout.vocabulary.code(of: word), .text)
        case .day(let day): .fixed(day.number, .day)
        case .moment(let moment): .fixed(moment.minutes, .moment)
        case .duration(let minutes):
            (-Value.farthest...Value.farthest).contains(minutes) ? .fixedLength(Int32(minutes)) : nil
        case .decimal, .months, .list, .context: nil
        }
    }

    /// Loads what a name stands for.
    mutating func load(_ binding: Binding, into program: inout Program) -> Operand {
        switch binding.source {
        case .asOf: return .narrow(program.register(for: .asOf), .moment)
        case .formula(let formula, let isOfCase):
            return operand(formula, isOfCase: isOfCase, &program) ?? .null
        case .column(let source):
            if binding.isList { return .list(source, binding.kind) }
            return switch Storage(binding.kind, isWhole: binding.isWhole) {
            case .narrow where binding.isWhole:
                .whole(
                    program.register(for: .load(source)), -FieldSchema.mostWhole...FieldSchema.mostWhole)
            case .narrow: .narrow(program.register(for: .load(source)), binding.kind)
            case .wide: .number(program.register(for: .loadWide(source)))
            case .truth: .truth(program.register(for: .loadTruth(source)))
            }
        }
    }
}

extension Expression {
    /// Whether it is a whole number written out.
    fileprivate var isWhole: Bool {
        if case .literal(.number(let number)) = form { number.whole != nil } else { false }
    }
}
