package import Service

/// One register as a table, and on paper as the form that offices print.
package struct TablePage: Page {
    let view: TableView
    let query: TableQuery
    let frame: FrameView

    package init(_ view: TableView, query: TableQuery, frame: FrameView) {
        self.view = view
        self.query = query
        self.frame = frame
    }

    package var title: String { view.register.name }
    package var section: Section { .registers }

    package var isLandscape: Bool { true }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { $0.link(.registerList, "台账") }
        html.heading(view.register.name, about: view.register.about)
        guard !view.units.isEmpty else {
            content(to: &html)
            return
        }
        html.element("div", .style("split")) { html in
            tree(to: &html)
            html.element("div", .style("beside")) { content(to: &$0) }
        }
    }

    private func content(to html: inout HTML) {
        TableForm(view: view, query: query).write(to: &html)
        bar(to: &html)
        rows(to: &html)
        pager.write(to: &html)
    }

    private func bar(to html: inout HTML) {
        html.element("div", .style("bar")) { html in
            html.element("span", .style("right")) { html in
                html.link(.sheet(register: view.register.id, query, .xlsx), "导出 XLSX", .style("button"))
                html.link(.sheet(register: view.register.id, query, .csv), "导出 CSV", .style("button"))
                html.link(.table(register: view.register.id, forPrint), "打印版", .style("button"))
            }
            html.text("共 \(view.total) 条")
            if view.total != view.register.count { html.text("（台账共 \(view.register.count) 条）") }
            if query.rows == TableQuery.printRows {
                html.raw("　<span class=\"help\">按 Ctrl+P 打印，纸张为 A4 横向。</span>")
            }
        }
    }

    private var forPrint: TableQuery {
        var query = query
        query.rows = TableQuery.printRows
        query.page = 1
        return query
    }

    private var pager: Pager {
        Pager(page: query.page, rows: query.rows, total: view.total) { page in
            var query = query
            query.page = page
            return .table(register: view.register.id, query)
        }
    }

    private func rows(to html: inout HTML) {
        if view.rows.isEmpty {
            html.raw("<p class=\"empty\">没有符合条件的记录。</p>")
            return
        }
        signing(to: &html)
        html.raw("<div class=\"wide\"><table class=\"grid dense\"><thead><tr><th scope=\"col\">序号</th>")
        if isJudged { html.raw("<th scope=\"col\" class=\"noprint\">检查</th>") }
        for column in view.columns { heading(column, to: &html) }
        html.raw("</tr></thead><tbody>")
        let first = (query.page - 1) * query.rows + 1
        for (index, row) in view.rows.enumerated() { write(row, ordinal: first + index, to: &html) }
        sums(to: &html)
        html.raw("</tbody></table></div>")
    }

    /// The line above the paper form, to be signed by hand.
    private func signing(to html: inout HTML) {
        html.raw("<table class=\"signing onpaper\"><tbody><tr><td class=\"filler\">填表单位：")
        html.text(frame.bureau)
        html.raw("</td><td>填表人：</td><td>审核人：</td><td>日期：</td><td>")
        let first = (query.page - 1) * query.rows + 1
        html.text("第 \(first)—\(first + view.rows.count - 1) 条，共 \(view.total) 条")
        html.raw("</td></tr></tbody></table>")
    }

    private var isJudged: Bool { view.rows.contains { $0.standing != nil } }

    private func heading(_ column: ColumnView, to html: inout HTML) {
        guard column.kind != .hidden else {
            return html.element("th", .named("scope", "col"), text: column.heading)
        }
        var query = query
        let isSorted = query.sort?.field == column.id
        let isDescending = isSorted && query.sort?.isDescending == true
        query.sort = TableSort(field: column.id, isDescending: isSorted && !isDescending)
        query.page = 1
        html.element("th", .named("scope", "col")) { html in
            html.link(.table(register: view.register.id, query), column.heading, .style("sort"))
            if isSorted { html.text(isDescending ? " ▼" : " ▲") }
        }
    }

    private func write(_ row: RowView, ordinal: Int, to html: inout HTML) {
        html.raw("<tr><td class=\"ordinal\">")
        html.link(.record(register: view.register.id, id: row.id), String(ordinal))
        html.raw("</td>")
        if isJudged {
            html.raw("<td class=\"noprint\">")
            if let standing = row.standing { html.badge(standing) }
            html.raw("</td>")
        }
        for cell in row.cells { html.cell(cell) }
        html.raw("</tr>")
    }

    private func sums(to html: inout HTML) {
        guard view.sums.contains(where: { $0 != nil }) else { return }
        html.raw("<tr class=\"sum\"><td class=\"ordinal\">合计</td>")
        if isJudged { html.raw("<td class=\"noprint\"></td>") }
        for sum in view.sums { html.element("td", .style("number"), text: sum ?? "") }
        html.raw("</tr>")
    }

    private func tree(to html: inout HTML) {
        guard let column = view.unitColumn else { return }
        let chosen = query.filters.first { $0.field == column && $0.relation == .equals }?.text
        UnitTree(units: view.units, chosen: chosen) { unit in
            var query = query
            query.page = 1
            query.filters.removeAll { $0.field == column && $0.relation == .equals }
            if let unit { query.filters.append(FieldFilter(field: column, relation: .equals, text: unit)) }
            return .table(register: view.register.id, query)
        }.write(to: &html)
    }
}

extension ColumnView {
    /// The label with its unit, as the paper form heads the column.
    var heading: String { unit.map { "\(label)（\($0)）" } ?? label }
}
