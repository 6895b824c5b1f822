/// The text of the document, and the custom part that its figures are bound to.
struct DOCXBody {
    let page: PageProfile
    /// One element for each use of a figure or claim, with definition and record ids.
    private var uses: [Markup] = []
    private var bookmarks: [String: Int] = [:]
    private var lastID = 0

    init(page: PageProfile) { self.page = page }

    /// Read it after `content(of:)`.
    var evidence: Markup { .element("figures", uses) }

    mutating func content(of document: Document) -> Markup {
        var parts = [
            WordML.paragraph("Title", [WordML.run(document.title)]), WordML.paragraph("GwFlush", []),
        ]
        if let addressee = document.addressee {
            parts.append(WordML.paragraph("GwFlush", [WordML.run(addressee + "：")]))
        }
        for block in document.blocks { parts.append(markup(of: block)) }
        if let signature = document.signature { parts += self.signature(signature) }
        if let annex = document.annex { parts += self.annex(annex) }
        if let colophon = document.colophon { parts += self.colophon(colophon) }
        return .element("w:document", WordML.namespaces, .element("w:body", parts + [section]))
    }

    mutating func markup(of block: Block) -> Markup {
        switch block {
        case .heading(let level, let text):
            let level = min(max(level, 1), page.headingFaces.count)
            return WordML.paragraph("Heading\(level)", [WordML.run(text)])
        case .paragraph(let inlines):
            var runs: [Markup] = []
            for inline in inlines { runs.append(markup(of: inline)) }
            return WordML.paragraph("GwBody", runs)
        case .table(let table):
            return self.table(table)
        }
    }

    private mutating func markup(of inline: Inline) -> Markup {
        switch inline {
        case .text(let text), .reference(let text, _): return WordML.run(text)
        case .figure(let mark):
            let use = "u\(uses.count + 1)"
            uses.append(
                .element(
                    "figure",
                    [
                        "use": use, "id": mark.id, "text": mark.text, "exact": mark.exact,
                        "period": mark.period, "definition": mark.definition,
                    ], mark.records.map { .element("record", .text($0)) }))
            let binding = Markup.void(
                "w:dataBinding",
                [
                    "w:xpath": "/figures/figure[@use='\(use)']/@text",
                    "w:storeItemID": DOCXPackage.evidenceID,
                ])
            return control(mark.id, "fig", alias: mark.definition, binding: binding, text: mark.text)
        case .claim(let mark):
            uses.append(
                .element(
                    "claim",
                    [
                        "id": mark.id, "holds": mark.holds ? "true" : "false",
                        "universe": String(mark.universe), "support": String(mark.support),
                        "definition": mark.definition,
                    ], mark.counter.map { .element("record", .text($0)) }))
            return control(mark.id, "claim", alias: mark.definition, binding: nil, text: mark.text)
        }
    }

    /// A content control inside a bookmark.
    private mutating func control(
        _ id: String, _ kind: String, alias: String, binding: Markup?, text: String
    ) -> Markup {
        let bookmark = nextID()
        let name = bookmarkName(kind, id)
        var properties = [
            WordML.set("w:alias", Self.shortened(alias)), WordML.set("w:tag", Self.shortened(id)),
            WordML.set("w:id", String(nextID())),
        ]
        if let binding { properties.append(binding) }
        properties.append(.void("w:text"))
        return .joined([
            .void("w:bookmarkStart", ["w:id": bookmark, "w:name": name]),
            .element(
                "w:sdt", .element("w:sdtPr", properties), .element("w:sdtContent", WordML.run(text))),
            .void("w:bookmarkEnd", ["w:id": bookmark]),
        ])
    }

    /// Word takes letters, digits and `_`, at most 40 of them, each name once.
    private mutating func bookmarkName(_ kind: String, _ id: String) -> String {
        let safe = String(id.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        let name = String("\(kind)_\(safe)".prefix(36))
        let count = bookmarks[name, default: 0] + 1
        bookmarks[name] = count
        return count == 1 ? name : "\(name)_\(count)"
    }

    /// Word refuses tags and titles of more than 64 characters.
    private static func shortened(_ text: String) -> String {
        text.count <= 64 ? text : text.prefix(63) + "…"
    }

    private mutating func nextID() -> String {
        lastID += 1
        return String(lastID)
    }

    private func table(_ table: Table) -> Markup {
        let total = max(1, table.columns.reduce(0) { $0 + $1.share })
        let widths = table.columns.map { String(page.textWidth * $0.share / total) }
        let head = row(table.columns.map(\.heading), widths, style: "GwTableHead", isHead: true)
        let rows = table.rows.map { row($0, widths, style: "GwTableCell", isHead: false) }
        return .joined([
            WordML.paragraph("Caption", [WordML.run(table.caption)], properties: [.void("w:keepNext")]),
            .element(
                "w:tbl",
                [
                    .element(
                        "w:tblPr", WordML.set("w:tblStyle", "GwTable"),
                        .void("w:tblW", ["w:w": String(page.textWidth), "w:type": "dxa"]),
                        WordML.justify("center"), .void("w:tblLayout", ["w:type": "fixed"])),
                    .element("w:tblGrid", widths.map { .void("w:gridCol", ["w:w": $0]) }), head,
                ] + rows),
            // A table at the very end, or beside another one, needs a paragraph after it.
            WordML.paragraph("GwFlush", []),
        ])
    }

    private func row(_ cells: [String], _ widths: [String], style: String, isHead: Bool) -> Markup {
        let properties = [Markup.void("w:cantSplit")] + (isHead ? [Markup.void("w:tblHeader")] : [])
        return .element(
            "w:tr",
            [.element("w:trPr", properties)]
                + zip(cells, widths).map { cell, width in
                    .element(
                        "w:tc", .element("w:tcPr", .void("w:tcW", ["w:w": width, "w:type": "dxa"])),
                        WordML.paragraph(style, [WordML.run(cell)]))
                })
    }
}
