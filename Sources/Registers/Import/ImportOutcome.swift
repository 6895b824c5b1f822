import Documents

/// A row that cannot be filed as it stands.
package struct RefusedRow: Hashable, Sendable {
    /// As the spreadsheet numbers it; of NDJSON the line.
    package let row: Int
    /// The file's cells as a reader sees them.
    package let cells: [String]
    package let problems: [Problem]

    package init(row: Int, cells: [String], problems: [Problem]) {
        self.row = row
        self.cells = cells
        self.problems = problems
    }

    package struct Problem: Hashable, Sendable {
        /// Counted from 0; `nil` when the row as a whole is at fault.
        package let column: Int?
        package let heading: String
        /// The field's id; `nil` for the record's own number and for the row as a whole.
        package let field: String?
        package let fault: ValueFault

        package init(column: Int?, heading: String, field: String?, fault: ValueFault) {
            self.column = column
            self.heading = heading
            self.field = field
            self.fault = fault
        }

        /// `C12 活动日期：不是日期；…`, the place for a message.
        package func description(row: Int) -> String {
            let place = column.map { CellReference(column: $0, row: row).description } ?? "第\(row)行"
            return heading.isEmpty ? "\(place)：\(fault)" : "\(place) \(heading)：\(fault)"
        }
    }
}

/// One row of a file, read.
package enum ImportOutcome: Hashable, Sendable {
    case record(Record, row: Int)
    case refused(RefusedRow)
    case ignored(row: Int, why: IgnoredRow)
    /// The same record with the same content as in an earlier row.
    case repeated(row: Int, earlier: Int)
}
