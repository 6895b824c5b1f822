/// Takes records one by one and makes the tables of them.
package struct TableBuilder {
    package let layout: Layout
    private(set) var vocabulary: Vocabulary
    private(set) var names: [Vocabulary]
    let registers: [String: Int]
    private(set) var drafts: [Draft]
    private var routes: [String: Route] = [:]

    /// Where the records of a register go.
    private struct Route {
        /// The register's place in the schema.
        let register: Int
        /// Whether something refers to its records, so that their ids must be known.
        let isReferenced: Bool
        /// Of events: where their kind stands.
        let kindPosition: Int?
        /// The table of each kind of event; of every other register the one table, under no kind.
        var tables: [String: Int] = [:]

        func table(of values: [Value]) -> Int? {
            guard let kindPosition else { return tables[""] }
            guard case .text(let kind) = values[kindPosition] else { return nil }
            return tables[kind]
        }
    }

    package init(layout: Layout) {
        self.layout = layout
        vocabulary = layout.vocabulary
        let registers = Dictionary(
            uniqueKeysWithValues: layout.schema.registers.enumerated().map { ($1.id, $0) })
        self.registers = registers
        names = layout.schema.registers.map { _ in Vocabulary() }
        drafts = layout.tables.map { Draft($0, layout: layout, registers: registers) }
        for (number, register) in layout.schema.registers.enumerated() {
            let isEvent = register.id == Schema.eventRegister
            routes[register.id] = Route(
                register: number, isReferenced: layout.referenced.contains(register.id),
                kindPosition: isEvent ? register.position(of: Schema.kindField) : nil)
        }
        for table in layout.tables {
            routes[table.register.id]?.tables[table.subject.kind ?? ""] = table.number
        }
    }

    /// Goes on from tables that stand, so that words and ids keep their codes.
    package init(continuing tables: RecordTables, layout: Layout) {
        self.init(layout: layout)
        vocabulary = tables.vocabulary
        names = layout.schema.registers.map { tables.names[$0.id] ?? Vocabulary() }
    }

    /// Whether records of this register are read at all.
    package func reads(_ register: String) -> Bool {
        layout.referenced.contains(register)
            || layout.tables.contains { $0.subject.register == register && !$0.slots.isEmpty }
    }

    /// The positions of the fields that become columns, or that say to which table and case a record belongs.
    package func positions(of register: String) -> Set<Int> {
        var positions: Set<Int> = []
        for table in layout.tables where table.register.id == register {
            positions.formUnion(table.slots.compactMap(\.position))
            let owners = [Schema.caseField, Schema.kindField].compactMap(table.register.position(of:))
            positions.formUnion(owners)
        }
        return positions
    }

    /// Adds a record.
    ///
    /// - Parameter values: In the order of the register's fields. An event of an undeclared kind is left out.
    package mutating func add(_ register: String, id: String, values: [Value]) {
        guard let route = routes[register], let table = route.table(of: values) else { return }
        drafts[table].add(id: id, values: values, words: &vocabulary, names: &names)
        if route.isReferenced {
            drafts[table].ownCodes.append(names[route.register].code(of: id))
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
