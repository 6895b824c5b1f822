/// Takes records one by one and makes the tables of them.
package struct TableBuilder {
    package let layout: Layout
    private var vocabulary: Vocabulary
    private var names: [Vocabulary]
    private let registers: [String: Int]
    private var drafts: [Draft]
    /// The tables of `event` by its kind.
    private var tableOfKind: [String: Int] = [:]
    /// The table of every other register.
    private var tableOfRegister: [String: Int] = [:]

    package init(layout: Layout) {
        self.layout = layout
        vocabulary = layout.vocabulary
        let registers = Dictionary(
            uniqueKeysWithValues: layout.schema.registers.enumerated().map { ($1.id, $0) })
        self.registers = registers
        names = layout.schema.registers.map { _ in Vocabulary() }
        drafts = layout.tables.map { Draft($0, layout: layout, registers: registers) }
        for table in layout.tables {
            if let kind = table.subject.kind {
                tableOfKind[kind] = table.number
            } else {
                tableOfRegister[table.register.id] = table.number
            }
        }
    }

    /// Whether records of this register are read at all.
    package func reads(_ register: String) -> Bool {
        layout.referenced.contains(register)
            || layout.tables.contains { $0.subject.register == register && !$0.slots.isEmpty }
    }

    /// Adds a record.
    ///
    /// - Parameter values: In the order of the register's fields. An event of an undeclared kind is left out.
    package mutating func add(_ register: String, id: String, values: [Value]) {
        guard let number = registers[register] else { return }
        let table: Int?
        if register == Schema.eventRegister {
            guard let position = layout.schema.registers[number].position(of: Schema.kindField),
                case .text(let kind) = values[position]
            else { return }
            table = tableOfKind[kind]
        } else {
            table = tableOfRegister[register]
        }
        guard let table else { return }
        drafts[table].add(id: id, values: values, words: &vocabulary, names: &names)
        if layout.referenced.contains(register) {
            drafts[table].ownCodes.append(names[number].code(of: id))
        }
    }

    /// The tables, without the derived columns.
    package consuming func finish() -> RecordTables {
        var rowOfCode = names.map { [Int32](repeating: -1, count: $0.words.count) }
        var bases = [Int](repeating: 0, count: drafts.count)
        var next = [Int](repeating: 0, count: names.count)
        let caseNumber = registers[Schema.caseRegister]
        // Cases first: the other tables are put in their order.
        let order = drafts.indices.sorted { drafts[$0].subject.isCase && !drafts[$1].subject.isCase }
        var tables = [RecordTable?](repeating: nil, count: drafts.count)
        var caseCount = 0
        for index in order {
            let register = drafts[index].register
            let cases = caseNumber.map { rowOfCode[$0] } ?? []
            let (table, rows) = drafts[index].finish(caseRowOfCode: cases, caseCount: caseCount)
            if table.subject.isCase { caseCount = table.count }
            bases[index] = next[register]
            for (row, arrival) in rows.enumerated() where !drafts[index].ownCodes.isEmpty {
                rowOfCode[register][Int(drafts[index].ownCodes[Int(arrival)])] = Int32(next[register] + row)
            }
            next[register] += table.count
            tables[index] = table
        }
        let ids = layout.schema.registers.map(\.id)
        return RecordTables(
            tables: tables.compactMap { $0 }, vocabulary: vocabulary,
            names: Dictionary(uniqueKeysWithValues: zip(ids, names)),
            locations: Dictionary(uniqueKeysWithValues: zip(ids, rowOfCode.map { Lane($0) })), bases: bases)
    }
}
