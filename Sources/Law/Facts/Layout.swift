/// Which columns the rules need, table by table, and in which order the derived ones are made.
///
/// Only what some rule reads becomes a column; a register nobody asks about costs nothing.
package struct Layout: Sendable {
    package struct Slot: Hashable, Sendable {
        package let name: String
        package let label: String
        package let kind: FieldKind
        package let isList: Bool
        /// Whether it is a number without places that a narrow lane holds.
        package var isWhole = false
        /// Where the field stands in its register; `nil` for what is derived.
        package let position: Int?
        /// Whether an empty value of a field means that the thing was not done, as an own field does, or that it is
        /// on record without its value, as for a fact.
        package var isFact: Bool { position == nil }
    }

    package struct Table: Sendable {
        package let number: Int
        package let subject: Subject
        package let register: RegisterSchema
        package var slots: [Slot] = []
        var byName: [String: Int] = [:]
    }

    package let schema: Schema
    package var tables: [Table]
    /// In the order in which they must be made.
    package var derivations: [Derivation] = []
    /// The words that conditions and frames name; tables begin with them, so that constants keep their codes.
    package var vocabulary = Vocabulary()
    /// Registers whose records are named by columns in use, so that their ids must be known.
    var referenced: Set<String> = [Schema.caseRegister]

    init(schema: Schema) {
        self.schema = schema
        tables = schema.subjects.enumerated().compactMap { number, subject in
            schema.register(subject.register).map { Table(number: number, subject: subject, register: $0) }
        }
    }

    package func number(of subject: Subject) -> Int? { tables.firstIndex { $0.subject == subject } }

    package var caseTable: Int? { number(of: Subject(register: Schema.caseRegister)) }

    /// The tables that hold the records of a register: one, or one for each kind of event.
    func numbers(ofRegister id: String) -> [Int] {
        tables.indices.filter { tables[$0].subject.register == id }
    }

    /// The slot of a field, made on first use; `nil` when the register has no such field.
    mutating func field(_ name: String, in table: Int) -> Int? {
        if let slot = tables[table].byName[name] { return slot }
        guard let position = tables[table].register.position(of: name) else { return nil }
        let field = tables[table].register.fields[position]
        if case .reference(let register) = field.kind { referenced.insert(register) }
        return add(
            Slot(
                name: name, label: field.label, kind: field.kind, isList: field.isList,
                isWhole: field.isWhole, position: position),
            in: table)
    }

    mutating func add(_ slot: Slot, in table: Int) -> Int {
        tables[table].slots.append(slot)
        let number = tables[table].slots.count - 1
        tables[table].byName[slot.name] = number
        return number
    }
}
