/// The values that conditions compare.
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
