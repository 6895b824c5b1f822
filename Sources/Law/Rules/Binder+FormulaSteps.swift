/// Formulas as steps.
extension Binder {
    /// - Parameter isOfCase: Whether the names are those of the case that the rows belong to.
    /// - Returns: `nil` for what has no steps.
    mutating func operand(
        _ formula: Formula, isOfCase: Bool, _ program: inout Program
    ) -> Operand? {
        func own(_ binding: Binding) -> Binding { isOfCase ? binding.ofCase : binding }
        switch formula {
        case .choose(let choices):
            let choices = isOfCase ? choices.map(\.ofCase) : choices
            return choose(choices[...], &program)
        case .elapsed(let from, let until, let unit):
            guard let start = time(own(from), unit, &program), let end = time(own(until), unit, &program)
            else { return nil }
            return .whole(
                program.register(for: .between(start, end)),
                unit == .minutes ? Int(Int32.min)...Int(Int32.max) : -3_000_000...3_000_000)
        case .cell(let sheet, let output, let keys, let at):
            guard let day = time(own(at), .days, &program) else { return nil }
            var registers: [Int] = []
            for key in keys {
                guard let register = wholeRegister(load(own(key), into: &program), &program)?.register else {
                    return nil
                }
                registers.append(register)
            }
            let lookup = Program.Lookup(sheet: sheet, day: day, keys: registers)
            let row = program.register(for: lookup)
            let place = program.lookups.firstIndex(of: lookup) ?? 0
            return .whole(
                program.register(for: .sheetCell(lookup: place, output: output, row: row)),
                -FieldSchema.mostWhole...FieldSchema.mostWhole)
        }
    }

    /// A moment in minutes, or its day, or the working days up to it.
    mutating func time(_ binding: Binding, _ unit: ElapsedUnit, _ program: inout Program) -> Int? {
        guard var register = narrowRegister(load(binding, into: &program), &program) else { return nil }
        if unit != .minutes, binding.kind == .moment { register = program.register(for: .dayOf(register)) }
        return unit == .workingDays ? program.register(for: .workingDays(register)) : register
    }

    private mutating func choose(
        _ choices: ArraySlice<Formula.Choice>, _ program: inout Program
    ) -> Operand? {
        guard let choice = choices.first,
            let value = operand(choice.value.expression, choice.value.names, &program)
        else { return nil }
        guard let condition = choice.condition else { return value }
        let rest = choices.dropFirst()
        let other = rest.isEmpty ? nothing(like: value, &program) : choose(rest, &program)
        guard let other else { return nil }
        if let either = orElse(choice, value, other, &program) { return either }
        let truth = truth(of: condition.expression, condition.names, &program)
        return choose(truth, value, other, &program)
    }

    /// What is said when no condition holds.
    private func nothing(like value: Operand, _ program: inout Program) -> Operand? {
        switch value {
        case .narrow(_, let kind), .fixed(_, let kind):
            .narrow(program.register(for: .constant(Null.absent)), kind)
        case .whole(_, let range): .whole(program.register(for: .constant(Null.absent)), range)
        case .constant(let number):
            small(number).map { .whole(program.register(for: .constant(Null.absent)), $0...$0) }
        case .number: .number(program.register(for: .constantWide(Null.wideAbsent)))
        case .truth: .truth(program.register(for: .constantTruth(Truth.unknown)))
        case .length, .fixedLength, .list, .null: nil
        }
    }

    /// `x != null` and then `x` itself: one step.
    private mutating func orElse(
        _ choice: Formula.Choice, _ value: Operand, _ other: Operand, _ program: inout Program
    ) -> Operand? {
        guard case .comparison(.notEqual, let asked, let null)? = choice.condition?.expression.form,
            null.isNullLiteral, asked == choice.value.expression
        else { return nil }
        switch (value, loaded(other, &program)) {
        case (.narrow(let x, let kind), .narrow(let y, let second)) where kind.agrees(with: second):
            return .narrow(program.register(for: .orElse(x, y)), kind)
        case (.whole(let x, let range), let other):
            guard let (y, second) = wholeRegister(other, &program) else { return nil }
            return .whole(program.register(for: .orElse(x, y)), hull(range, second))
        default: return nil
        }
    }

    private func choose(_ truth: Int, _ a: Operand, _ b: Operand, _ program: inout Program) -> Operand? {
        if case .truth(let x) = a, case .truth(let y) = b {
            return .truth(program.register(for: .chooseTruth(truth, x, y)))
        }
        if let (x, range) = wholeRegister(a, &program), let (y, other) = wholeRegister(b, &program) {
            return .whole(program.register(for: .choose(truth, x, y)), hull(range, other))
        }
        if let x = wideRegister(a, &program), let y = wideRegister(b, &program) {
            return .number(program.register(for: .chooseWide(truth, x, y)))
        }
        guard case .narrow(let x, let kind) = loaded(a, &program),
            case .narrow(let y, let other) = loaded(b, &program), kind.agrees(with: other)
        else { return nil }
        return .narrow(program.register(for: .choose(truth, x, y)), kind)
    }

    private func hull(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
        min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound)
    }
}

extension Formula.Choice {
    /// The same choice, asked by another record of the case.
    fileprivate var ofCase: Formula.Choice {
        Formula.Choice(condition: condition?.ofCase, value: value.ofCase)
    }
}

extension Formula.Part {
    fileprivate var ofCase: Formula.Part {
        Formula.Part(expression: expression, names: names.mapValues(\.ofCase))
    }
}
