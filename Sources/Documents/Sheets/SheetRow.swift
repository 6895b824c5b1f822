import Glibc

/// One cell as the file stores it; what it means is decided by the field it is read into.
package struct SheetCell: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case text
        case number
        /// A number that the file shows as a date, without a time of day.
        case date
        /// A number that the file shows as a date with a time of day.
        case datetime
        /// `1` or `0`.
        case boolean
        /// `#REF!` and its like, or a formula whose result the file does not hold.
        case error
    }

    package let kind: Kind
    package let text: String

    package init(_ text: String, kind: Kind = .text) {
        self.kind = kind
        self.text = text
    }
}

/// One row of a sheet, its empty cells `nil`; trailing empty cells may be left out.
package struct SheetRow: Hashable, Sendable {
    /// As the spreadsheet numbers it, from 1.
    package let number: Int
    package let cells: [SheetCell?]

    package init(number: Int, cells: [SheetCell?]) {
        self.number = number
        self.cells = cells
    }

    /// The cell of a column counted from 0, also beyond the row's end.
    package func cell(_ column: Int) -> SheetCell? { column < cells.count ? cells[column] : nil }
}

/// Cells joined into one; rows from 1, columns from 0. Only its first cell holds content.
package struct MergedRange: Hashable, Sendable {
    package let rows: ClosedRange<Int>
    package let columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// Reads `B2:D5`.
    init?(_ reference: String) {
        let corners = reference.split(separator: ":").map { CellReference($0) }
        guard corners.count == 2, let first = corners[0], let last = corners[1], first.row <= last.row,
            first.column <= last.column
        else { return nil }
        self.init(rows: first.row...last.row, columns: first.column...last.column)
    }
}

/// `C12`: a column counted from 0 and a row counted from 1.
package struct CellReference: Hashable, Sendable, CustomStringConvertible {
    package let column: Int
    package let row: Int

    package init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    init?(_ text: some StringProtocol) { self.init(bytes: text.utf8) }

    /// Reads the text of an XML attribute where it stands.
    init?(at text: UnsafePointer<CChar>) {
        self.init(
            bytes: UnsafeBufferPointer(start: text, count: strlen(text)).lazy.map { UInt8(bitPattern: $0) })
    }

    private init?(bytes: some Sequence<UInt8>) {
        var column = 0
        var row = 0
        for byte in bytes {
            switch byte {
            case 0x41...0x5A where row == 0 && column < 1 << 20: column = column * 26 + Int(byte - 0x40)
            case 0x30...0x39 where column > 0 && row < 1 << 30: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(column: column - 1, row: row)
    }

    /// `0` → `A`, `27` → `AB`.
    package static func letters(_ column: Int) -> String {
        var rest = column + 1
        var letters = ""
        while rest > 0 {
            letters = String(UnicodeScalar(UInt8(0x41 + (rest - 1) % 26))) + letters
            rest = (rest - 1) / 26
        }
        return letters
    }

    package var description: String { "\(Self.letters(column))\(row)" }
}
