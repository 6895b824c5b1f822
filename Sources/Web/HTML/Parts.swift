import Service

/// The small parts that pages share.
extension HTML {
    mutating func badge(_ standing: Standing) {
        element("span", .style(standing.badge), .named("title", standing.meaning)) { $0.text(standing.word) }
    }

    mutating func heading(_ text: String, about: String = "") {
        element("h1", text: text)
        if !about.isEmpty { element("p", .style("about"), text: about) }
    }

    mutating func record(_ link: RecordLink) { self.link(.record(link), link.label) }

    mutating func rule(_ link: RuleLink) {
        element("span", .style("no"), text: link.no)
        raw(" ")
        self.link(.rule(id: link.id), link.name)
    }

    /// The bytes of a text that stays on one line, about fourteen Chinese characters: numbers, dates, codes.
    private static let shortCell = 42

    /// A table cell with what a field holds.
    mutating func cell(_ value: CellView) {
        switch value {
        case .missing: raw("<td class=\"missing\">（未记载）</td>")
        case .text(let text):
            element("td", text.utf8.count <= Self.shortCell ? .style("nowrap") : .style("long"), text: text)
        case .number(let digits): element("td", .style("number"), text: digits)
        case .links(let links):
            element("td") { html in
                for (index, link) in links.enumerated() {
                    if index > 0 { html.raw("、") }
                    html.record(link)
                }
            }
        }
    }

    /// A table with a heading row; `rows` writes the `tr` elements.
    mutating func table(
        _ columns: [String], style: StaticString = "grid", empty: String? = nil, rows: (inout HTML) -> Void
    ) {
        if let empty {
            element("p", .style("empty"), text: empty)
            return
        }
        raw("<div class=\"wide\">")
        element("table", .style(style)) { html in
            html.raw("<thead><tr>")
            for column in columns { html.element("th", .named("scope", "col"), text: column) }
            html.raw("</tr></thead><tbody>")
            rows(&html)
            html.raw("</tbody>")
        }
        raw("</div>")
    }

    /// A table of labels and values, as the paper forms have it.
    mutating func facts(_ rows: (inout HTML) -> Void) {
        element("table", .style("facts")) { html in
            html.raw("<tbody>")
            rows(&html)
            html.raw("</tbody>")
        }
    }

    /// One line of such a table.
    mutating func fact(_ label: String, content: (inout HTML) -> Void) {
        raw("<tr>")
        element("th", .named("scope", "row"), text: label)
        element("td", content: content)
        raw("</tr>")
    }

    mutating func fact(_ label: String, _ text: String?) {
        fact(label) { html in
            if let text {
                html.text(text)
            } else {
                html.raw("<span class=\"missing\">（未记载）</span>")
            }
        }
    }
}
