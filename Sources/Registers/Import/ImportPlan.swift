import Documents

/// What an import would file, and what it would not and why. Nothing has been filed yet.
package struct ImportPlan: Hashable, Sendable {
    package let register: String
    /// In the order of the file; the same record twice is here once.
    package let records: [Record]
    package let refused: [RefusedRow]
    package let ignored: [Ignored]
    /// What the person who imports should know: columns not read, formulas, further sheets, rows met twice.
    package let notices: [String]
    /// The headings of the file's columns, for the refusal sheet.
    package let headings: [String]

    package struct Ignored: Hashable, Sendable {
        package let row: Int
        package let why: IgnoredRow
    }

    /// Without refused rows the whole file may be filed; with them nothing, unless somebody asks for a part.
    package var isWhole: Bool { refused.isEmpty }

    /// Refused rows kept; a file with more is not this register's.
    package static let refusedLimit = 20_000
}

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
    case ignored(ImportPlan.Ignored)
    /// The same record with the same content as in an earlier row.
    case repeated(row: Int, earlier: Int)
}
