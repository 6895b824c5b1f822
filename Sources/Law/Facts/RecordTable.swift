/// All records of one subject, column by column.
///
/// Rows of a table with a `case` field stand in the order of their cases, within a case in order of time.
package struct RecordTable: Sendable {
    package let subject: Subject
    /// The records' ids by row.
    package let ids: RecordIDs
    /// By slot of the layout's table.
    package internal(set) var columns: [Column]
    /// Where the columns begin, found once when all are there.
    private var found: ColumnBases?
    /// The row of each row's case, -1 when the record names none that is known; `nil` without a `case` field.
    package let caseRows: Lane<Int32>?
    /// The rows of case `c` are `caseStarts[c]..<caseStarts[c + 1]`.
    package let caseStarts: Lane<Int32>?

    /// The rows in the order of their ids.
    let rowsByID: Lane<Int32>

    package var count: Int { ids.count }

    init(
        subject: Subject, ids: RecordIDs, columns: [Column], caseRows: Lane<Int32>?,
        caseStarts: Lane<Int32>?, rowsByID: Lane<Int32>
    ) {
        self.subject = subject
        self.ids = ids
        self.columns = columns
        self.caseRows = caseRows
        self.caseStarts = caseStarts
        self.rowsByID = rowsByID
    }

    var bases: [UnsafeMutableRawPointer?] { found?.pointers ?? columns.map(\.base) }

    mutating func unsettle() { found = nil }

    /// Says that no column will change any more.
    mutating func settle() { found = ColumnBases(pointers: columns.map(\.base)) }

    /// The row of a record, by halving.
    package func row(of id: String) -> Int? { ids.row(of: id, order: rowsByID) }

    /// The rows that belong to a case.
    func rows(ofCase row: Int) -> Range<Int> {
        guard let caseStarts else { return 0..<0 }
        return Int(caseStarts[row])..<Int(caseStarts[row + 1])
    }
}

/// Pointers into lanes that the columns beside them keep alive.
struct ColumnBases: @unchecked Sendable {
    let pointers: [UnsafeMutableRawPointer?]
}

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
        let own = tables[table]
        if own.subject.isCase { return row < own.count ? row..<row + 1 : 0..<0 }
        guard let starts = own.caseStarts, row + 1 < starts.count else { return 0..<0 }
        return own.rows(ofCase: row)
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
        }
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
            laid.tables[table.number].unsettle()
        }
        return laid
    }
}
