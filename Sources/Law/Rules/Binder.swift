import Pack

/// Turns the names of a pack into columns, adding to the layout what they need.
///
/// A value, so that a pack can be checked whole in a copy while the layout keeps only what rules use.
struct Binder {
    var layout: Layout
    let facts: FactBook
    /// What may be named in conditions about a table, found once each.
    private var types: [TypesKey: [String: ValueType]] = [:]

    private struct TypesKey: Hashable {
        let table: Int
        let below: Int
    }

    struct FormulaKey: Hashable {
        let table: Int
        let place: Int
    }

    struct FormulaKind {
        let kind: FieldKind
        let isWhole: Bool
    }

    var formulaKinds: [FormulaKey: FormulaKind] = [:]

    init(schema: Schema, facts: FactBook) {
        layout = Layout(schema: schema)
        self.facts = facts
        learnFormulas()
    }

    /// - Parameters:
    ///   - below: Only facts declared before this place may be used: `.max` for rules, 0 for a `where`.
    ///   - inline: Whether a computed fact may stay a formula, for steps to compute; otherwise it becomes a column.
    mutating func bind(
        _ use: NameUse, in table: Int, below: Int = .max, inline: Bool = false
    ) throws(PackError) -> Binding {
        if use.name == "asOf" {
            return Binding(
                name: use.name, label: "判断时点", kind: .moment, isList: false, isWhole: false, isFact: false,
                source: .asOf)
        }
        if inline, let computed = try computed(use, in: table, below: below) { return computed }
        if use.name.hasPrefix("case."), isTied(table), let cases = layout.caseTable {
            let inner = NameUse(String(use.name.dropFirst(5)), at: use.place)
            if let slot = try slot(of: inner, in: cases, below: below) {
                return binding(
                    use.name, layout.tables[cases].slots[slot], Program.Source(slot: slot, isOfCase: true))
            }
        } else if let slot = try slot(of: use, in: table, below: below) {
            return binding(
                use.name, layout.tables[table].slots[slot], Program.Source(slot: slot, isOfCase: false))
        }
        let allowed = types(of: table, below: below).keys.sorted()
        throw PackError(
            .danglingReference(kind: "字段或事实", id: use.name, allowed: allowed), at: use.place)
    }

    private func binding(_ name: String, _ slot: Layout.Slot, _ source: Program.Source) -> Binding {
        Binding(
            name: name, label: slot.label, kind: slot.kind, isList: slot.isList, isWhole: slot.isWhole,
            isFact: slot.isFact, source: .column(source))
    }

    /// Whether the table's records name their case.
    func isTied(_ table: Int) -> Bool {
        layout.tables[table].register.field(Schema.caseField)?.kind
            == .reference(register: Schema.caseRegister)
    }

    /// The slot of a field or fact, made on first use; `nil` when there is none of that name.
    mutating func slot(of use: NameUse, in table: Int, below: Int) throws(PackError) -> Int? {
        if let slot = layout.field(use.name, in: table) { return slot }
        guard let place = facts.place(of: use.name, for: layout.tables[table].subject), place < below else {
            return nil
        }
        return try derive(place, in: table)
    }

    /// The slot of a field of a related table or, below a place, of a fact that is computed from its fields.
    mutating func field(_ use: NameUse, in table: Int, below: Int = 0) throws(PackError) -> Int {
        if let slot = layout.field(use.name, in: table) { return slot }
        if let place = formula(use.name, in: table, below: below) { return try derive(place, in: table) }
        let allowed = layout.tables[table].register.fields.filter { !$0.isHidden }.map(\.id)
        throw PackError(.danglingReference(kind: "字段", id: use.name, allowed: allowed), at: use.place)
    }

    /// The place of a computed fact that is declared before another.
    func formula(_ name: String, in table: Int, below: Int) -> Int? {
        guard let place = facts.place(of: name, for: layout.tables[table].subject), place < below,
            case .formula = facts.declarations[place].take
        else { return nil }
        return place
    }

    /// Binds a name that must hold a value of the kind and not a list of them.
    mutating func bind(
        _ use: NameUse, as wanted: FieldKind, in table: Int, below: Int = .max, inline: Bool = false
    ) throws(PackError) -> Binding {
        let binding = try bind(use, in: table, below: below, inline: inline)
        guard binding.kind.agrees(with: wanted), !binding.isList else {
            let found = binding.kind.valueType(isList: binding.isList)
            throw PackError(.expected(wanted.chinese, found: "“\(use.name)”（\(found)）"), at: use.place)
        }
        return binding
    }

    /// The names that a condition about a table may use, and what they give.
    mutating func types(of table: Int, below: Int) -> [String: ValueType] {
        let key = TypesKey(table: table, below: below)
        if let known = types[key] { return known }
        var found: [String: ValueType] = ["asOf": .moment]
        add(to: &found, prefix: "", table: table, below: below)
        if isTied(table), let cases = layout.caseTable {
            add(to: &found, prefix: "case.", table: cases, below: below)
        }
        types[key] = found
        return found
    }

    private func add(to found: inout [String: ValueType], prefix: String, table: Int, below: Int) {
        for field in layout.tables[table].register.fields where !field.isHidden {
            found[prefix + field.id] = field.kind.valueType(isList: field.isList)
        }
        for (name, place) in facts.names(for: layout.tables[table].subject) where place < below {
            guard let (kind, isList) = kind(of: facts.declarations[place], in: table) else { continue }
            found[prefix + name] = kind.valueType(isList: isList)
        }
    }

    func table(of subject: Subject) -> Int { layout.number(of: subject) ?? 0 }
}

extension NameUse {
    init(_ name: String, at place: PackPlace) {
        self.name = name
        self.place = place
    }
}
