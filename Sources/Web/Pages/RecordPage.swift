package import Service

/// One record: what it says, how it came to say so, what was judged, and its place in the ledger.
package struct RecordPage: Page {
    let view: RecordView

    package init(_ view: RecordView) { self.view = view }

    package var title: String { view.record.label }
    package var section: Section { .registers }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { html in
            html.link(.registerList, "台账")
            html.raw(" › ")
            html.link(.table(register: view.register.id, TableQuery()), view.register.name)
        }
        html.heading(view.record.label)
        if let id = view.caseID {
            html.element("p") { $0.link(.caseTimeline(id: id), "查看案件全程", .style("button")) }
        }
        html.facts { html in
            for field in view.fields { write(field, to: &html) }
        }
        html.raw("<h2>检查</h2>")
        if view.judgements.isEmpty { html.raw("<p class=\"empty\">没有规则检查这条记录。</p>") }
        JudgementList(judgements: view.judgements).write(to: &html)
        html.raw("<h2>历次版本</h2>")
        RevisionTable(fields: view.fields, revisions: view.revisions).write(to: &html)
        html.raw("<h2>账本证明</h2>")
        EntryBlock(record: view.record, entry: view.entry).write(to: &html)
    }

    private func write(_ field: FieldView, to html: inout HTML) {
        html.raw("<tr><th scope=\"row\">")
        html.text(field.label)
        if !field.help.isEmpty { html.element("div", .style("help"), text: field.help) }
        html.raw("</th>")
        html.cell(field.value)
        html.raw("</tr>")
    }
}

/// The versions of a record side by side; what changed is marked.
struct RevisionTable {
    let fields: [FieldView]
    let revisions: [RevisionView]

    func write(to html: inout HTML) {
        guard revisions.count > 1 else {
            let knownAt = revisions.first.map { "登记于 \($0.knownAt)，" } ?? ""
            html.element("p", .style("empty"), text: "\(knownAt)未作更正。")
            return
        }
        let columns = ["项目"] + revisions.map { "第 \($0.number) 版" }
        html.table(columns) { html in
            html.raw("<tr><th scope=\"row\">登记时间</th>")
            for revision in revisions { html.element("td", text: revision.knownAt) }
            html.raw("</tr><tr><th scope=\"row\">账本序号</th>")
            for revision in revisions { html.element("td", text: revision.seq.map(String.init) ?? "—") }
            html.raw("</tr>")
            for index in fields.indices where isChanged(index) { row(index, to: &html) }
        }
        html.raw("<p class=\"help\">只列有变化的项目；底色标出与前一版不同之处。</p>")
    }

    private func isChanged(_ field: Int) -> Bool {
        revisions.contains { value($0, field) != revisions.first.map { value($0, field) } }
    }

    private func row(_ field: Int, to html: inout HTML) {
        html.raw("<tr><th scope=\"row\">")
        html.text(fields[field].label)
        html.raw("</th>")
        var before: CellView?
        for revision in revisions {
            let value = value(revision, field)
            if before == nil || before == value {
                html.cell(value)
            } else {
                html.element("td", .style("changed"), text: value.words)
            }
            before = value
        }
        html.raw("</tr>")
    }

    /// A version that was filed before the register had this field does not say anything about it.
    private func value(_ revision: RevisionView, _ field: Int) -> CellView {
        revision.values.indices.contains(field) ? revision.values[field] : .missing
    }
}

extension CellView {
    fileprivate var words: String {
        switch self {
        case .missing: "（未记载）"
        case .text(let text), .number(let text): text
        case .links(let links): links.map(\.label).joined(separator: "、")
        }
    }
}
