import Pack

/// Computed facts: bound once, and turned into steps wherever a rule asks for them.
extension Binder {
    /// A computed fact by name, as a formula; `nil` of any other name.
    mutating func computed(_ use: NameUse, in table: Int, below: Int) throws(PackError) -> Binding? {
        if use.name.hasPrefix("case."), isTied(table), let cases = layout.caseTable {
            let inner = NameUse(String(use.name.dropFirst(5)), at: use.place)
            return try computed(inner, in: cases, below: below)?.ofCase
        }
        // What has become a column already, for another fact, is read from there.
        guard layout.tables[table].byName[use.name] == nil,
            let place = formula(use.name, in: table, below: below),
            case .formula(let clause) = facts.declarations[place].take
        else { return nil }
        let fact = facts.declarations[place]
        let formula = try bind(clause, in: table, below: place)
        var trial = Program(table: table)
        let result = operand(formula, isOfCase: false, &trial)
        guard let result, let (kind, isWhole) = kind(of: result) else {
            throw PackError(.badValue(fact.name, why: "这样的算式不能计算：各情形应为同一类型，式中只用加减乘和比较"), at: fact.place)
        }
        return Binding(
            name: use.name, label: fact.label, kind: kind, isList: false, isWhole: isWhole, isFact: true,
            source: .formula(formula, isOfCase: false))
    }

    /// The computed fact as a column of its own, for another fact to take from.
    mutating func derive(_ formula: Formula, of fact: FactDeclaration, in table: Int) throws(PackError) -> Int
    {
        guard !formula.readsAsOf else {
            throw PackError(.badValue(fact.name, why: "随判断时点变化，只能用在规则里，不能再作其他事实的来源"), at: fact.place)
        }
        var program = Program(table: table)
        guard let result = operand(formula, isOfCase: false, &program), let (kind, isWhole) = kind(of: result)
        else { throw PackError(.badValue(fact.name, why: "这样的算式不能计算"), at: fact.place) }
        let register: Program.Register
        switch result {
        case .truth(let truth): register = Program.Register(bank: .truth, index: truth)
        case .number(let number): register = Program.Register(bank: .wide, index: number)
        default: register = Program.Register(bank: .narrow, index: narrowRegister(result, &program) ?? 0)
        }
        return add(
            Layout.Slot(
                name: fact.name, label: fact.label, kind: kind, isList: false, isWhole: isWhole, position: nil
            ),
            .computed(program, register), nil, in: table)
    }

    /// Finds out what every computed fact holds, once, in the order in which they may use each other.
    ///
    /// One that cannot be computed stays unknown here, and is refused where all facts are checked.
    mutating func learnFormulas() {
        var trial = self
        for (place, fact) in facts.declarations.enumerated() {
            guard case .formula(let clause) = fact.take else { continue }
            for subject in fact.subjects {
                let table = table(of: subject)
                var program = Program(table: table)
                guard let formula = try? trial.bind(clause, in: table, below: place),
                    let result = trial.operand(formula, isOfCase: false, &program)
                else { continue }
                formulaKinds[FormulaKey(table: table, place: place)] = trial.kind(of: result).map {
                    FormulaKind(kind: $0.0, isWhole: $0.isWhole)
                }
                trial.formulaKinds = formulaKinds
            }
        }
    }

    private func kind(of operand: Operand) -> (FieldKind, isWhole: Bool)? {
        switch operand {
        case .narrow(_, let kind), .fixed(_, let kind): (kind, false)
        case .truth: (.boolean, false)
        case .whole: (.number, true)
        case .constant(let number): (.number, small(number) != nil)
        case .number: (.number, false)
        case .length, .fixedLength, .list, .null: nil
        }
    }

    mutating func bind(_ clause: FormulaClause, in table: Int, below: Int) throws(PackError) -> Formula {
        switch clause {
        case .choose(let choices):
            var bound: [Formula.Choice] = []
            for choice in choices {
                let condition = try choice.condition.map { condition throws(PackError) in
                    try part(condition, isCondition: true, in: table, below: below)
                }
                bound.append(
                    Formula.Choice(
                        condition: condition,
                        value: try part(choice.value, isCondition: false, in: table, below: below)))
            }
            return .choose(bound)
        case .elapsed(let from, let until, let unit):
            return .elapsed(
                from: try time(from, unit, in: table, below: below),
                until: try time(until, unit, in: table, below: below), unit)
        case .sheet(let use):
            var keys: [Binding] = []
            for key in use.keys {
                let binding = try bind(key, as: .number, in: table, below: below, inline: true)
                guard binding.isWhole else {
                    throw PackError(.expected("整数", found: "“\(key.name)”"), at: key.place)
                }
                keys.append(binding)
            }
            return .cell(
                use.sheet, output: use.output, keys: keys,
                at: try time(use.at, .days, in: table, below: below))
        }
    }

    private mutating func part(
        _ text: Condition, isCondition: Bool, in table: Int, below: Int
    ) throws(PackError) -> Formula.Part {
        let types = types(of: table, below: below)
        do {
            if isCondition {
                try text.expression.checkCondition(in: types)
            } else {
                try text.expression.type(in: types)
            }
        } catch {
            throw PackError(sfeel: error, in: text.text, at: text.place)
        }
        var names: [String: Binding] = [:]
        for name in text.expression.names {
            names[name] = try bind(
                NameUse(name, at: text.place), in: table, below: below, inline: true)
        }
        return Formula.Part(expression: text.expression, names: names)
    }

    private mutating func time(
        _ use: NameUse, _ unit: ElapsedUnit, in table: Int, below: Int
    ) throws(PackError) -> Binding {
        let binding = try bind(use, in: table, below: below, inline: true)
        let isTime = binding.kind == .moment || binding.kind == .day && unit != .minutes
        guard isTime, !binding.isList else {
            let found = binding.kind.valueType(isList: binding.isList)
            throw PackError(.expected("时间", found: "“\(use.name)”（\(found)）"), at: use.place)
        }
        return binding
    }
}
