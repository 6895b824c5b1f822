import Glibc

/// A table to be written as a sheet: the columns are known, the rows come one by one.
package struct SheetTable: Hashable, Sendable {
    /// The sheet's name; what XLSX does not allow in one is replaced.
    package let name: String
    package let columns: [Column]

    package init(name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }

    /// Characters (Unicode scalars) that XLSX holds in one cell.
    package static let longestText = 32_767

    package struct Column: Hashable, Sendable {
        package let heading: String
        /// In characters of the default font.
        package let width: Double

        package init(heading: String, width: Double) {
            self.heading = heading
            self.width = width
        }
    }

    package enum Value: Hashable, Sendable {
        case empty
        /// Stays text even when it begins like a formula.
        case text(String)
        /// In ASCII digits, such as `-12.5`.
        case number(String)
        /// A serial number of the 1900 system, and what a text format writes instead: `2026-01-04`.
        case day(serial: Int, text: String)
        /// The same with a time of day: `2026-01-04 10:30`.
        case moment(serial: Double, text: String)
    }

    package struct Row: Hashable, Sendable {
        package let values: [Value]
        /// The columns whose cell is shown as faulty.
        package let marked: Set<Int>

        package init(_ values: [Value], marked: Set<Int> = []) {
            self.values = values
            self.marked = marked
        }
    }

    /// Writes `.csv` as CSV and everything else as XLSX.
    ///
    /// The file appears whole or not at all: it is written beside its place and moved there at the end.
    package func write(_ rows: some Sequence<Row>, to path: String) throws(SheetError) {
        let draft = path + ".partial"
        do throws(SheetError) {
            if path.lowercased().hasSuffix(".csv") {
                try CSVWriter.write(self, rows, to: draft)
            } else {
                try XLSXWriter.write(self, rows, to: draft)
            }
            guard rename(draft, path) == 0 else {
                throw SheetError.cannotWrite("\(path)（\(SheetBytes.reason())）")
            }
        } catch {
            unlink(draft)
            throw error
        }
    }
}
