/// What a computed fact is made of, with every name bound: nothing is stored, a rule computes it where it judges.
indirect enum Formula: Hashable, Sendable {
    /// An expression with what its names stand for.
    struct Part: Hashable, Sendable {
        let expression: Expression
        let names: [String: Binding]
    }

    struct Choice: Hashable, Sendable {
        /// `nil`: in every other case.
        let condition: Part?
        let value: Part
    }

    case choose([Choice])
    case elapsed(from: Binding, until: Binding, ElapsedUnit)
    case cell(Sheet, output: Int, keys: [Binding], at: Binding)
}

/// What an elapsed time is counted in.
package enum ElapsedUnit: String, CaseIterable, Hashable, Sendable {
    case minutes
    case days
    case workingDays = "working days"

    package var chinese: String {
        switch self {
        case .minutes: "分钟"
        case .days: "日"
        case .workingDays: "个工作日"
        }
    }
}

extension Formula {
    /// The names it reads directly.
    var bindings: [Binding] {
        switch self {
        case .choose(let choices):
            choices.flatMap { choice in
                [choice.condition, choice.value].compactMap(\.self).flatMap { part in
                    part.expression.names.compactMap { part.names[$0] }
                }
            }
        case .elapsed(let from, let until, _): [from, until]
        case .cell(_, _, let keys, let at): keys + [at]
        }
    }

    /// Whether it changes with the moment of judging.
    var readsAsOf: Bool { bindings.contains(where: \.readsAsOf) }

    /// Its value over one record: what the steps over columns give for a whole batch.
    func value(in calendar: WorkCalendar, _ scope: (Binding) -> Value) -> Value {
        switch self {
        case .choose(let choices): Self.choose(choices[...], scope)
        case .elapsed(let from, let until, let unit):
            Self.elapsed(scope(from), scope(until), unit, in: calendar)
        case .cell(let sheet, let output, let keys, let at):
            Self.cell(sheet, output, keys.map(scope), at: scope(at))
        }
    }

    private static func choose(_ choices: ArraySlice<Choice>, _ scope: (Binding) -> Value) -> Value {
        guard let choice = choices.first else { return .null }
        let value = evaluate(choice.value, scope)
        guard let condition = choice.condition else { return value }
        let truth = evaluate(condition, scope).truth
        if truth == true { return value }
        let other = choose(choices.dropFirst(), scope)
        return truth == false || value == other ? other : .null
    }

    private static func evaluate(_ part: Part, _ scope: (Binding) -> Value) -> Value {
        part.expression.evaluate(nulls: .asUnknown) { name in part.names[name].map(scope) ?? .null }
    }

    private static func elapsed(
        _ from: Value, _ until: Value, _ unit: ElapsedUnit, in calendar: WorkCalendar
    ) -> Value {
        func number(_ value: Value) -> Int32? {
            switch (value, unit) {
            case (.moment(let moment), .minutes): moment.minutes
            case (.moment(let moment), .days): moment.day.number
            case (.day(let day), .days): day.number
            case (.moment(let moment), .workingDays): calendar.workingDays(through: moment.day.number)
            case (.day(let day), .workingDays): calendar.workingDays(through: day.number)
            default: nil
            }
        }
        guard let from = number(from), let until = number(until) else { return .null }
        let difference = Machine.between(from, until)
        return Null.holds(difference) ? .null : .number(Number(Int(difference)))
    }

    private static func cell(_ sheet: Sheet, _ output: Int, _ keys: [Value], at: Value) -> Value {
        let day: Day
        switch at {
        case .day(let found): day = found
        case .moment(let found): day = found.day
        default: return .null
        }
        var numbers: [Int] = []
        for key in keys {
            guard case .number(let number) = key, let whole = number.whole else { return .null }
            numbers.append(whole)
        }
        return sheet.value(output, day: day, keys: numbers).map { .number(Number($0)) } ?? .null
    }
}

extension Binding {
    var readsAsOf: Bool {
        switch source {
        case .asOf: true
        case .column: false
        case .formula(let formula, _): formula.readsAsOf
        }
    }

    /// The same name as another record of the case reads it.
    var ofCase: Binding {
        let source: Source =
            switch source {
            case .asOf: .asOf
            case .column(let column): .column(Program.Source(slot: column.slot, isOfCase: true))
            case .formula(let formula, _): .formula(formula, isOfCase: true)
            }
        return Binding(
            name: "case." + name, label: label, kind: kind, isList: isList, isWhole: isWhole, isFact: isFact,
            source: source)
    }
}
