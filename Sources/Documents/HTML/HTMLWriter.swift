/// Writes a document as HTML: one article of real headings, paragraphs and tables.
///
/// Every figure and claim carries its id (`data-id`, and `id="fig-F01"` at its first use); where it leads is for the caller to say.
package enum HTMLWriter {
    /// What a link may be asked for.
    package enum Target: Hashable, Sendable {
        case figure(String)
        case claim(String)
        case reference(String)
    }

    /// The document as an element to stand inside a page.
    ///
    /// - Parameter href: The address of a figure, claim or reference; `nil` for no link.
    package static func article(_ document: Document, href: (Target) -> String? = { _ in nil }) -> Markup {
        var writer = Article(used: [])
        var parts: [Markup] = [.element("h1", .text(document.title))]
        if let addressee = document.addressee {
            parts.append(.element("p", ["class": "addressee"], .text(addressee + "：")))
        }
        for block in document.blocks { parts.append(writer.markup(of: block, href: href)) }
        if let signature = document.signature {
            parts.append(
                .element(
                    "p", ["class": "signature"], .text(signature.organ), .void("br"), .text(signature.date)))
        }
        if let annex = document.annex {
            var inner: [Markup] = [.element("h2", .text("附件 \(annex.title)"))]
            for block in annex.blocks { inner.append(writer.markup(of: block, href: href)) }
            parts.append(.element("section", ["class": "annex"], inner))
        }
        if let colophon = document.colophon {
            parts.append(
                .element(
                    "footer", ["class": "colophon"], .element("p", .text("抄送：\(colophon.copies)。")),
                    .element("p", .text("\(colophon.issuer)　\(colophon.date)"))))
        }
        return .element("article", ["class": "official", "lang": "zh-CN"], parts)
    }

    /// The document as a page of its own that needs nothing from outside.
    package static func page(_ document: Document, href: (Target) -> String? = { _ in nil }) -> String {
        "<!DOCTYPE html>\n"
            + Markup.element(
                "html", ["lang": "zh-CN"],
                .element(
                    "head", .void("meta", ["charset": "utf-8"]),
                    .void("meta", ["name": "viewport", "content": "width=device-width"]),
                    .element("title", .text(document.title)), .element("style", .text(style))),
                .element("body", article(document, href: href))
            ).source + "\n"
    }

    /// Held to what needs no escaping: no quotes, no `>`.
    private static let style = """
        body{max-width:44em;margin:2em auto;padding:0 1em;font-family:FangSong,STFangsong,serif;line-height:1.9}
        h1{text-align:center;font-size:1.5em}h2,h3,h4,h5{font-size:1em}p{text-indent:2em;margin:0}
        .addressee{text-indent:0}.signature{text-align:right;margin:2em 4em 2em 0;text-indent:0}
        table{border-collapse:collapse;width:100%;font-size:.85em}th,td{border:1px solid;padding:.2em .4em;text-align:left}
        .annex{break-before:page}a{color:inherit;text-decoration:underline dotted}
        """
}

private struct Article {
    /// Ids that stand in the page already.
    var used: Set<String>

    mutating func markup(of block: Block, href: (HTMLWriter.Target) -> String?) -> Markup {
        switch block {
        case .heading(let level, let text): return Self.heading(level, .text(text))
        case .paragraph(let inlines):
            var parts: [Markup] = []
            for inline in inlines { parts.append(markup(of: inline, href: href)) }
            return .element("p", parts)
        case .table(let table):
            let head = Markup.element(
                "tr", table.columns.map { .element("th", ["scope": "col"], .text($0.heading)) })
            let rows = table.rows.map { row in Markup.element("tr", row.map { .element("td", .text($0)) }) }
            return .element(
                "table", .element("caption", .text(table.caption)), .element("thead", head),
                .element("tbody", rows))
        }
    }

    private static func heading(_ level: Int, _ text: Markup) -> Markup {
        switch level {
        case ...1: .element("h2", text)
        case 2: .element("h3", text)
        case 3: .element("h4", text)
        default: .element("h5", text)
        }
    }

    private mutating func markup(of inline: Inline, href: (HTMLWriter.Target) -> String?) -> Markup {
        switch inline {
        case .text(let text): .text(text)
        case .reference(let text, let target):
            link(href(.reference(target)), ["class": "reference"], .text(text))
        case .figure(let mark):
            link(
                href(.figure(mark.id)),
                [
                    "class": "figure", "id": first("fig-" + mark.id), "data-id": mark.id,
                    "data-exact": mark.exact, "title": "\(mark.definition)（\(mark.records.count)条记录）",
                ], .text(mark.text))
        case .claim(let mark):
            link(
                href(.claim(mark.id)),
                [
                    "class": "claim", "id": first("claim-" + mark.id), "data-id": mark.id,
                    "data-holds": mark.holds ? "true" : "false", "title": mark.definition,
                ], .text(mark.text))
        }
    }

    private func link(_ href: String?, _ attributes: Markup.Attributes, _ text: Markup) -> Markup {
        guard let href else { return .element("span", attributes, text) }
        return .element("a", ["href": href] + attributes, text)
    }

    /// The id at its first use; a page may hold an id once.
    private mutating func first(_ id: String) -> String? { used.insert(id).inserted ? id : nil }
}
