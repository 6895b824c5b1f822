/// Which of a workbook's cell styles show a number as a date.
final class CellStyles: XMLVisitor {
    private var formats: [Int: SheetCell.Kind] = [:]
    private var styles: [SheetCell.Kind] = []
    private var isInCellFormats = false

    static func read(_ part: String?, of archive: ZipArchive, limits: SheetLimits) throws(SheetError)
        -> CellStyles
    {
        let styles = CellStyles()
        guard let part, archive.contains(part) else { return styles }
        try XMLStream.read(part, of: archive, limits: limits, styles)
        return styles
    }

    func kind(of style: Int) -> SheetCell.Kind { styles.indices.contains(style) ? styles[style] : .number }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "numFmt":
            guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode") else {
                return
            }
            formats[id] = Self.kind(ofFormat: code)
        case "cellXfs": isInCellFormats = true
        case "xf" where isInCellFormats:
            let id = attributes.integer("numFmtId") ?? 0
            styles.append(formats[id] ?? Self.builtIn(id))
        default: break
        }
    }

    func close(_ name: XMLName) {
        if case "cellXfs" = name { isInCellFormats = false }
    }

    /// ECMA-376 Part 1, 18.8.30, with the formats it reserves for Chinese.
    private static func builtIn(_ id: Int) -> SheetCell.Kind {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 22: .datetime
        default: .number
        }
    }

    /// Reads a custom format such as `yyyy"年"m"月"d"日"` or `[$-804]yyyy/m/d h:mm`.
    static func kind(ofFormat code: String) -> SheetCell.Kind {
        var letters: Set<Character> = []
        var closing: Character?
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
            } else if let end = closing {
                if character == end { closing = nil }
            } else {
                switch character {
                case "\"": closing = "\""
                case "[": closing = "]"
                case "\\", "_", "*": isEscaped = true
                default: letters.insert(character)
                }
            }
        }
        let hasTime = letters.contains("h") || letters.contains("s")
        let hasDay = letters.contains("y") || letters.contains("d") || (letters.contains("m") && !hasTime)
        return hasDay ? (hasTime ? .datetime : .date) : .number
    }
}
