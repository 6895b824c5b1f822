/// All records of one subject, column by column.
///
/// Rows of a table with a `case` field stand in the order of their cases, within a case in order of time.
package struct RecordTable: Sendable {
    package let subject: Subject
    /// The records' ids by row.
    package let ids: [String]
    /// By slot of the layout's table.
    package internal(set) var columns: [Column]
    /// The row of each row's case, -1 when the record names none that is known; `nil` without a `case` field.
    package let caseRows: Lane<Int32>?
    /// The rows of case `c` are `caseStarts[c]..<caseStarts[c + 1]`.
    package let caseStarts: Lane<Int32>?

    /// The rows in the order of their ids.
    let rowsByID: Lane<Int32>

    package var count: Int { ids.count }

    /// The row of a record, by halving.
    package func row(of id: String) -> Int? {
        var range = 0..<ids.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let row = Int(rowsByID[middle])
            if ids[row] == id { return row }
            range = ids[row] < id ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    /// The rows that belong to a case.
    func rows(ofCase row: Int) -> Range<Int> {
        guard let caseStarts else { return 0..<0 }
        return Int(caseStarts[row])..<Int(caseStarts[row + 1])
    }
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
        guard let place = names[Schema.caseRegister]?.known(caseID),
            let row = locations[Schema.caseRegister]?[Int(place)], row >= 0
        else { return 0..<0 }
        return own.subject.isCase ? Int(row)..<Int(row) + 1 : own.rows(ofCase: Int(row))
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
