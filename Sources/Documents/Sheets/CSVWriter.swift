import Glibc

/// A table as CSV (RFC 4180): UTF-8 with a byte order mark, so that WPS and Excel open it right; formulas disarmed.
enum CSVWriter {
    static func write(_ table: SheetTable, _ rows: some Sequence<SheetTable.Row>, to path: String)
        throws(SheetError)
    {
        guard let file = fopen(path, "wb") else { throw .cannotWrite("\(path)（\(SheetBytes.reason())）") }
        var isWritten =
            fputs("\u{FEFF}" + line(table.columns.map { quoted(FormulaGuard.added(to: $0.heading)) }), file)
            >= 0
        for row in rows where isWritten {
            isWritten = fputs(line(row.values.map(text)), file) >= 0
        }
        // A full disk may show only when the buffer is flushed.
        guard fclose(file) == 0, isWritten else { throw .cannotWrite("\(path)（\(SheetBytes.reason())）") }
    }

    private static func line(_ cells: [String]) -> String { cells.joined(separator: ",") + "\r\n" }

    private static func text(_ value: SheetTable.Value) -> String {
        switch value {
        case .empty: ""
        case .text(let text): quoted(FormulaGuard.added(to: text))
        case .number(let text), .day(_, let text), .moment(_, let text): text
        }
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
