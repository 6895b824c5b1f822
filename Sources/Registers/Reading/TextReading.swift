import Documents

/// Text in the one form in which records hold it.
package enum TextReading {
    /// Without blanks at either end; line breaks are `\n`, other control characters become spaces.
    package static func canonical(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return trimmed(text) }
        var scalars = String.UnicodeScalarView()
        var isAfterReturn = false
        for scalar in text.unicodeScalars {
            defer { isAfterReturn = scalar == "\r" }
            switch scalar {
            case "\r": scalars.append("\n")
            case "\n": if !isAfterReturn { scalars.append("\n") }
            case _ where scalar.properties.generalCategory == .control: scalars.append(" ")
            default: scalars.append(scalar)
            }
        }
        return trimmed(String(scalars))
    }

    /// Longer text could never be exported again.
    static func isTooLong(_ text: String) -> Bool {
        text.utf8.count > SheetTable.longestText && text.unicodeScalars.count > SheetTable.longestText
    }

    static func read(_ cell: SheetCell) throws(ValueFault) -> String {
        switch cell.kind {
        case .text:
            guard !isTooLong(cell.text) else { throw .tooLong(limit: SheetTable.longestText) }
            return canonical(cell.text)
        case .number:
            // A spreadsheet keeps fifteen digits; 1.1E+17 was an identifier once.
            let digits = cell.text.utf8.count { (0x30...0x39).contains($0) }
            guard digits <= 15, !cell.text.utf8.contains(UInt8(ascii: "E")) else { throw .digitsLost }
            return cell.text
        case .date, .datetime: throw .dateInTextColumn
        case .boolean: return cell.text == "1" ? "是" : "否"
        case .error: throw .errorCell(cell.text)
        }
    }
}
