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

    /// - Parameter caseRows: Ascending, the rows that name no known case behind the others.
    init(
        subject: Subject, ids: RecordIDs, columns: [Column], caseRows: Lane<Int32>?, caseCount: Int,
        rowsByID: Lane<Int32>
    ) {
        self.subject = subject
        self.ids = ids
        self.columns = columns
        self.caseRows = caseRows
        caseStarts = caseRows.map { Lane(startsOf: $0, caseCount: caseCount) }
        self.rowsByID = rowsByID
    }

    var bases: [UnsafeMutableRawPointer?] { found?.pointers ?? columns.map(\.base) }

    mutating func unsettle() { found = nil }

    /// Says that no column will change any more.
    mutating func settle() { found = ColumnBases(pointers: columns.map(\.base)) }

    /// The row of a record, by halving.
    package func row(of id: String) -> Int? { ids.row(of: id, order: rowsByID) }
}

/// Pointers into lanes that the columns beside them keep alive.
struct ColumnBases: @unchecked Sendable {
    let pointers: [UnsafeMutableRawPointer?]
}

extension Lane<Int32> {
    /// Where the rows of each case begin, and behind the last case where they end.
    fileprivate convenience init(startsOf caseRows: Lane<Int32>, caseCount: Int) {
        self.init(count: caseCount + 1, filledWith: 0)
        for row in 0..<caseRows.count where caseRows.base[row] >= 0 {
            base[Int(caseRows.base[row]) + 1] = Int32(row + 1)
        }
        // A case without rows begins where the one before it ends.
        for index in 0..<caseCount { base[index + 1] = max(base[index + 1], base[index]) }
    }
}
