import Pack

/// Facts as derivations.
extension Binder {
    /// What a fact holds; `nil` when the field it takes does not exist.
    func kind(of fact: FactDeclaration, in table: Int) -> (FieldKind, isList: Bool)? {
        func field(_ use: NameUse) -> (kind: FieldKind, isList: Bool)? {
            fact.related.flatMap { related in
                if let field = layout.schema.register(related.from.register)?.field(use.name) {
                    return (field.kind, field.isList)
                }
                return formulaKind(use.name, of: self.table(of: related.from)).map { ($0.kind, false) }
            }
        }
        switch fact.take {
        case .formula:
            return fact.subjects.compactMap { facts.place(of: fact.name, for: $0) }.first
                .flatMap { formulaKinds[FormulaKey(table: table, place: $0)] }.map { ($0.kind, false) }
        case .exists, .covered: return (.boolean, false)
        case .count, .countNamed: return (.number, false)
        case .table(let use): return use.kind.map { ($0, false) }
        case .first(let use), .last(let use): return field(use).map { ($0.kind, $0.isList) }
        case .sum(let use), .least(let use), .most(let use): return field(use).map { ($0.kind, false) }
        case .all(let use): return field(use).map { ($0.kind, true) }
        case .known(let uses):
            guard let first = uses.first else { return nil }
            if let field = layout.tables[table].register.field(first.name) {
                return (field.kind, field.isList)
            }
            let place = facts.place(of: first.name, for: layout.tables[table].subject)
            return place.flatMap { kind(of: facts.declarations[$0], in: table) }
        case .lookup(let via, let use):
            guard let (target, isList) = referenceTarget(of: via, in: table) else { return nil }
            return layout.schema.register(target)?.field(use.name).map { ($0.kind, isList || $0.isList) }
        }
    }

    private func formulaKind(_ name: String, of table: Int) -> FormulaKind? {
        facts.place(of: name, for: layout.tables[table].subject)
            .flatMap { formulaKinds[FormulaKey(table: table, place: $0)] }
    }

    /// Whether a fact is a small number without places.
    func isWhole(_ fact: FactDeclaration, in table: Int) -> Bool {
        func isWhole(_ name: String, _ table: Int) -> Bool {
            if let field = layout.tables[table].register.field(name) { return field.isWhole }
            let place = facts.place(of: name, for: layout.tables[table].subject)
            return place.map { self.isWhole(facts.declarations[$0], in: table) } ?? false
        }
        switch fact.take {
        case .count, .countNamed: return true
        case .first(let use), .last(let use), .least(let use), .most(let use):
            return fact.related.map { isWhole(use.name, self.table(of: $0.from)) } ?? false
        case .sum(let use):
            // Only what is bounded as days are adds up to something small, however many there are.
            guard let table = fact.related.map({ self.table(of: $0.from) }),
                let place = facts.place(of: use.name, for: layout.tables[table].subject),
                case .formula(.elapsed(_, _, in: .days)) = facts.declarations[place].take
            else { return false }
            return true
        case .known(let uses): return uses.allSatisfy { isWhole($0.name, table) }
        case .lookup(let via, let use):
            guard let (target, _) = referenceTarget(of: via, in: table) else { return false }
            return layout.schema.register(target)?.field(use.name)?.isWhole ?? false
        case .formula: return formulaKind(fact.name, of: table)?.isWhole ?? false
        case .exists, .covered, .all, .table: return false
        }
    }

    private func referenceTarget(of via: NameUse, in table: Int) -> (String, isList: Bool)? {
        if let field = layout.tables[table].register.field(via.name) {
            guard case .reference(let register) = field.kind else { return nil }
            return (register, field.isList)
        }
        guard let place = facts.place(of: via.name, for: layout.tables[table].subject),
            let (kind, isList) = kind(of: facts.declarations[place], in: table),
            case .reference(let register) = kind
        else { return nil }
        return (register, isList)
    }

    /// Adds the column of a fact and what it is made from.
    mutating func derive(_ place: Int, in table: Int) throws(PackError) -> Int {
        let fact = facts.declarations[place]
        if case .formula(let clause) = fact.take {
            return try derive(bind(clause, in: table, below: place), of: fact, in: table)
        }
        let related = try fact.related.map { clause throws(PackError) in
            try relate(clause, to: table, below: place)
        }
        let making = try making(of: fact, related: related, in: table, below: place)
        guard let (kind, isList) = kind(of: fact, in: table) else {
            throw PackError(.badValue(fact.name, why: "看不出它取的是什么字段"), at: fact.place)
        }
        return add(
            Layout.Slot(
                name: fact.name, label: fact.label, kind: kind, isList: isList,
                isWhole: kind == .number && isWhole(fact, in: table), position: nil),
            making,
            related, in: table)
    }

    /// Adds a derived column.
    mutating func add(
        _ slot: Layout.Slot, _ making: Derivation.Making, _ related: Related?, in table: Int
    ) -> Int {
        let number = layout.add(slot, in: table)
        layout.derivations.append(Derivation(table: table, slot: number, making: making, related: related))
        return number
    }

    /// Adds a derived column that no rule can name.
    mutating func addHidden(
        _ label: String, _ kind: FieldKind, isList: Bool = false, _ making: Derivation.Making,
        _ related: Related?,
        in table: Int
    ) -> Int {
        let name = "#\(layout.derivations.count)"
        return add(
            Layout.Slot(name: name, label: label, kind: kind, isList: isList, position: nil), making, related,
            in: table)
    }

    private mutating func making(
        of fact: FactDeclaration, related: Related?, in table: Int, below: Int
    ) throws(PackError) -> Derivation.Making {
        let other = related?.table ?? table
        switch fact.take {
        case .exists: return .exists
        case .count: return .count
        case .first(let use): return .first(slot: try field(use, in: other, below: below))
        case .last(let use): return .last(slot: try field(use, in: other, below: below))
        case .sum(let use): return .sum(slot: try field(use, in: other, of: [.number], below: below))
        case .least(let use):
            return .least(slot: try field(use, in: other, of: [.number, .moment, .day], below: below))
        case .most(let use):
            return .most(slot: try field(use, in: other, of: [.number, .moment, .day], below: below))
        case .formula: throw PackError(.badValue(fact.name, why: "算式没有来源"), at: fact.place)
        case .all(let use):
            let slot = try field(use, in: other, below: below)
            guard layout.tables[other].slots[slot].kind != .number else {
                throw PackError(.badValue(use.name, why: "数字不列成清单；请用 sum、min、max 或 count"), at: use.place)
            }
            return .all(slot: slot)
        case .covered(let interval, let spans):
            return try covered(interval, spans, in: table, other: other, below: below)
        case .known(let uses): return .known(try known(uses, in: table, below: below))
        case .lookup(let via, let use): return try lookup(via: via, field: use, in: table, below: below)
        case .countNamed(let via, let condition):
            return try countNamed(via: via, condition, in: table, below: below)
        case .table(let use): return try tabled(use, in: table, below: below)
        }
    }

    mutating func covered(
        _ interval: (NameUse, NameUse), _ spans: (NameUse, NameUse), in table: Int, other: Int, below: Int
    ) throws(PackError) -> Derivation.Making {
        let from = try bind(interval.0, as: .moment, in: table, below: below)
        let until = try bind(interval.1, as: .moment, in: table, below: below)
        guard let from = from.column, let until = until.column else {
            throw PackError(.badValue("asOf", why: "起止应为记录中的时间"), at: interval.0.place)
        }
        return .covered(
            from: from, until: until, spanFrom: try field(spans.0, in: other, of: [.moment]),
            spanUntil: try field(spans.1, in: other, of: [.moment]))
    }

    private mutating func known(
        _ uses: [NameUse], in table: Int, below: Int
    ) throws(PackError) -> [Binding] {
        var sources: [Binding] = []
        var first: Binding?
        for use in uses {
            let bound: Binding
            if let first {
                bound = try bind(use, as: first.kind, in: table, below: below)
            } else {
                bound = try bind(use, in: table, below: below)
            }
            first = first ?? bound
            sources.append(bound)
        }
        return sources
    }

    private mutating func lookup(
        via: NameUse, field use: NameUse, in table: Int, below: Int
    ) throws(PackError) -> Derivation.Making {
        let own = try reference(via, in: table, below: below)
        var slots: [Int: Int] = [:]
        for other in layout.numbers(ofRegister: own.register) { slots[other] = try field(use, in: other) }
        return .lookup(via: own.slot, register: own.register, slots: slots)
    }

    private mutating func countNamed(
        via: NameUse, _ condition: Condition?, in table: Int, below: Int
    ) throws(PackError) -> Derivation.Making {
        let own = try reference(via, in: table, below: below)
        guard let other = layout.numbers(ofRegister: own.register).first, own.register != Schema.eventRegister
        else {
            throw PackError(.badValue(via.name, why: "所引用的应为名册类台账"), at: via.place)
        }
        let compiled = try condition.map { condition throws(PackError) in
            try restriction(condition, on: other)
        }
        return .countNamed(via: own.slot, table: other, condition: compiled)
    }

    private mutating func reference(
        _ via: NameUse, in table: Int, below: Int
    ) throws(PackError) -> (slot: Int, register: String) {
        let binding = try bind(via, in: table, below: below)
        guard case .reference(let register) = binding.kind, let column = binding.column, !column.isOfCase
        else {
            throw PackError(.expected("本记录中引用其他台账的字段", found: "“\(via.name)”"), at: via.place)
        }
        layout.referenced.insert(register)
        return (column.slot, register)
    }

    mutating func field(
        _ use: NameUse, in table: Int, of kinds: [FieldKind], below: Int = 0
    ) throws(PackError) -> Int {
        let slot = try field(use, in: table, below: below)
        let found = layout.tables[table].slots[slot]
        guard !found.isList, kinds.contains(found.kind) else {
            let wanted = kinds.map(\.chinese).joined(separator: "或")
            let type = found.kind.valueType(isList: found.isList)
            throw PackError(.expected(wanted, found: "“\(use.name)”（\(type)）"), at: use.place)
        }
        return slot
    }
}
