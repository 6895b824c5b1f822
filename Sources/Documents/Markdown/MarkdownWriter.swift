/// Writes a document as Markdown with footnotes: `30余[^F06]`, and at the end what F06 counts.
package enum MarkdownWriter {
    package static func text(of document: Document) -> String {
        var lines = ["# " + escaped(document.title)]
        if let addressee = document.addressee { lines.append(escaped(addressee) + "：") }
        lines += document.blocks.map(text)
        if let signature = document.signature {
            lines.append(escaped(signature.organ) + "  \n" + escaped(signature.date))
        }
        lines += notes(of: document)
        if let annex = document.annex {
            lines.append("## 附件 " + escaped(annex.title))
            lines += annex.blocks.map(text)
        }
        if let colophon = document.colophon {
            lines.append("---")
            lines.append(
                "抄送：\(escaped(colophon.copies))。  \n\(escaped(colophon.issuer))　\(escaped(colophon.date))")
        }
        return lines.joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: Block) -> String {
        switch block {
        case .heading(let level, let text):
            String(repeating: "#", count: min(max(level, 1), 4) + 1) + " " + escaped(text)
        case .paragraph(let inlines): inlines.map(text).joined()
        case .table(let table): self.text(of: table)
        }
    }

    private static func text(of inline: Inline) -> String {
        switch inline {
        case .text(let text), .reference(let text, _): escaped(text)
        case .figure(let mark): "\(escaped(mark.text))[^\(mark.id)]"
        case .claim(let mark): "\(escaped(mark.text))[^\(mark.id)]"
        }
    }

    private static func text(of table: Table) -> String {
        func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }
        let head = [row(table.columns.map { escaped($0.heading) }), row(table.columns.map { _ in "---" })]
        let rows = table.rows.map { row($0.map(escaped)) }
        return "**\(escaped(table.caption))**\n\n" + (head + rows).joined(separator: "\n")
    }

    /// One note for each figure and claim, at its first use.
    private static func notes(of document: Document) -> [String] {
        var seen: Set<String> = []
        let notes = document.inlines.compactMap { inline -> String? in
            switch inline {
            case .figure(let mark) where seen.insert(mark.id).inserted:
                "[^\(mark.id)]: \(escaped(mark.definition))\(escaped(mark.period))，准确数为\(escaped(mark.exact))，"
                    + "记录\(mark.records.count)条。"
            case .claim(let mark) where seen.insert(mark.id).inserted:
                "[^\(mark.id)]: \(escaped(mark.definition))共\(mark.universe)，符合\(mark.support)，"
                    + "例外\(mark.counter.count)。"
            default: nil
            }
        }
        return notes
    }

    /// CommonMark 0.31, 2.4: a backslash takes a mark's meaning away; line ends become spaces.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text {
            if character.isNewline {
                escaped += " "
                continue
            }
            if #"\`*_{}[]<>#|~&"#.contains(character) { escaped += "\\" }
            escaped.append(character)
        }
        return escaped
    }
}
