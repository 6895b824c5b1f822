import Service

/// The query area above a register's table: free text, then one condition for each column.
struct TableForm {
    /// The columns that are asked for at once; the rest unfold.
    private static let shown = 5

    let view: TableView
    let query: TableQuery

    func write(to html: inout HTML) {
        let address = SiteURL.table(register: view.register.id, TableQuery())
        html.element("form", .style("query"), .named("method", "get"), .action(address)) { html in
            html.element("label") { html in
                html.raw("全文 ")
                html.void(
                    "input", .named("type", "search"), .named("name", "q"), .named("value", query.search),
                    .named("placeholder", "任意文字"))
            }
            let columns = view.columns.filter { $0.id != view.unitColumn && $0.kind != .hidden }
            for column in columns.prefix(Self.shown) { condition(column, to: &html) }
            let rest = columns.dropFirst(Self.shown)
            if !rest.isEmpty {
                let isUsed = rest.contains { column in query.filters.contains { $0.field == column.id } }
                html.element("details", .flag("open", isUsed)) { html in
                    html.raw("<summary>更多条件</summary>")
                    for column in rest { condition(column, to: &html) }
                }
            }
            keep(to: &html)
            html.raw("<div class=\"acts\"><button class=\"main\" type=\"submit\">查询</button>")
            html.link(address, "重置", .style("button"))
            html.raw("</div>")
        }
    }

    /// What the form does not show but must not lose: the unit chosen in the tree and the order.
    private func keep(to html: inout HTML) {
        if let sort = query.sort {
            hidden("sort", (sort.isDescending ? "-" : "") + sort.field, to: &html)
        }
        for filter in query.filters where filter.field == view.unitColumn {
            hidden(TableQuery.name(of: filter), filter.text, to: &html)
        }
    }

    private func hidden(_ name: String, _ value: String, to html: inout HTML) {
        html.void("input", .named("type", "hidden"), .named("name", name), .named("value", value))
    }

    private func condition(_ column: ColumnView, to html: inout HTML) {
        html.element("label") { html in
            html.text(column.label + " ")
            switch column.kind {
            case .text, .reference: input("text", column, .contains, to: &html)
            case .number: range("text", column, to: &html)
            case .date, .moment: range("date", column, to: &html)
            case .boolean:
                let choices = [ChoiceView(id: "true", label: "是"), ChoiceView(id: "false", label: "否")]
                select(column, choices, to: &html)
            case .code(let choices): select(column, choices, to: &html)
            case .hidden: break
            }
        }
    }

    private func range(_ type: String, _ column: ColumnView, to html: inout HTML) {
        input(type, column, .atLeast, to: &html)
        html.raw(" 至 ")
        input(type, column, .atMost, to: &html)
    }

    private func input(
        _ type: String, _ column: ColumnView, _ relation: FieldFilter.Relation, to html: inout HTML
    ) {
        let asked = asked(column, relation)
        html.void(
            "input", .named("type", type), .named("name", TableQuery.name(of: asked)),
            .named("value", asked.text),
            .named("aria-label", column.label), .style(column.kind == .number ? "short" : "field"))
    }

    private func select(_ column: ColumnView, _ choices: [ChoiceView], to html: inout HTML) {
        let asked = asked(column, .equals)
        html.element("select", .named("name", TableQuery.name(of: asked))) { html in
            html.raw("<option value=\"\">全部</option>")
            for choice in choices {
                html.element(
                    "option", .named("value", choice.id), .flag("selected", choice.id == asked.text),
                    text: choice.label)
            }
        }
    }

    /// The condition as it was asked, or the same with no text.
    private func asked(_ column: ColumnView, _ relation: FieldFilter.Relation) -> FieldFilter {
        query.filters.first { $0.field == column.id && $0.relation == relation }
            ?? FieldFilter(field: column.id, relation: relation, text: "")
    }
}
