/// The records of all registers that the rules read, as tables.
package struct RecordTables: Sendable {
    package internal(set) var tables: [RecordTable]
    let vocabulary: Vocabulary
    /// The ids that references name, by register; a reference column holds their codes.
    let names: [String: Vocabulary]
    /// Where the record with that code stands, by register: its row, counted through all tables of the register;
    /// -1 when there is no such record.
    let locations: [String: Lane<Int32>]
    /// The first row of each table in that count: 0 but for the kinds of events.
    let bases: [Int]
    /// Which tables hold records of which case; `nil` until the facts are derived, and of few tables.
    private(set) var holdings: CaseHoldings?

    init(
        tables: [RecordTable], vocabulary: Vocabulary, names: [String: Vocabulary],
        locations: [String: Lane<Int32>], bases: [Int]
    ) {
        self.tables = tables
        self.vocabulary = vocabulary
        self.names = names
        self.locations = locations
        self.bases = bases
    }

    /// The id that a reference column's code stands for.
    func name(_ code: Int32, in register: String) -> String? { names[register]?.word(code) }
}

extension RecordTables {
    /// The rows of a table that belong to a case; all of them when none is named.
    package func rows(of table: Int, caseID: String?) -> Range<Int> {
        let own = tables[table]
        guard let caseID else { return 0..<own.count }
        return caseRow(of: caseID).map { rows(of: table, caseRow: $0) } ?? 0..<0
    }

    /// The row of a case; `nil` when there is none of that id.
    func caseRow(of id: String) -> Int? {
        guard let code = names[Schema.caseRegister]?.known(id),
            let row = locations[Schema.caseRegister]?[Int(code)], row >= 0
        else { return nil }
        return Int(row)
    }

    /// The rows of a table that belong to the case in a row, or are it; none where the case is not.
    func rows(of table: Int, caseRow row: Int) -> Range<Int> {
        if tables[table].subject.isCase { return row < tables[table].count ? row..<row + 1 : 0..<0 }
        guard let starts = tables[table].caseStarts, row + 1 < starts.count else { return 0..<0 }
        return Int(starts[row])..<Int(starts[row + 1])
    }

    /// The tables with rows that belong to some cases, or are them, each with its rows, case by case.
    func rows(caseRows cases: [Int]) -> [(table: Int, rows: [Range<Int>])] {
        var found = [[Range<Int>]](repeating: [], count: tables.count)
        for row in cases {
            for table in holdings?.tables(ofCase: row) ?? Array(tables.indices) {
                let rows = rows(of: table, caseRow: row)
                if !rows.isEmpty { found[table].append(rows) }
            }
        }
        return found.enumerated().lazy.filter { !$1.isEmpty }.map { ($0, $1) }
    }

    mutating func unsettle() {
        holdings = nil
        for table in tables.indices { tables[table].unsettle() }
    }

    /// Says that no column will change any more.
    mutating func settle() {
        for table in tables.indices { tables[table].settle() }
        holdings = CaseHoldings(tables)
    }

    /// The id of the case that a row belongs to, or is.
    package func caseID(of row: Int, in table: Int) -> String? {
        let own = tables[table]
        if own.subject.isCase { return own.ids[row] }
        guard let owner = own.caseRows?[row], owner >= 0,
            let cases = tables.first(where: { $0.subject.isCase })
        else { return nil }
        return cases.ids[Int(owner)]
    }
}

extension RecordTables {
    /// What the columns, keys and ids take in memory.
    package var bytes: Int {
        tables.reduce(0) { sum, table in
            let columns = table.columns.reduce(0) { $0 + $1.bytes }
            let indexes = (table.caseRows?.count ?? 0) + (table.caseStarts?.count ?? 0) + table.rowsByID.count
            return sum + columns + indexes * 4 + table.ids.byteCount
        } + (holdings?.bytes ?? 0)
    }
}

extension RecordTables {
    /// The same records in the columns that another layout wants; its facts are still to be derived.
    ///
    /// - Returns: `nil` when it wants a field that was not read, or gives words other codes.
    package func laidOut(for layout: Layout, as old: Layout) -> RecordTables? {
        guard layout.tables.map(\.subject) == old.tables.map(\.subject),
            layout.vocabulary.words == old.vocabulary.words, layout.referenced.isSubset(of: old.referenced)
        else { return nil }
        var laid = self
        for table in layout.tables {
            var columns: [Column] = []
            for slot in table.slots {
                guard !slot.isFact else {
                    columns.append(Column(kind: .boolean, data: .truth(Lane(count: 0, filledWith: 0))))
                    continue
                }
                guard let place = old.tables[table.number].byName[slot.name],
                    old.tables[table.number].slots[place] == slot
                else { return nil }
                columns.append(self.tables[table.number].columns[place])
            }
            laid.tables[table.number].columns = columns
        }
        laid.unsettle()
        return laid
    }
}
