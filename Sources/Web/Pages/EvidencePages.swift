package import Service

/// A figure and every record that it counts.
package struct FigurePage: Page {
    let view: FigureRecords

    package init(_ view: FigureRecords) { self.view = view }

    package var title: String { "\(view.figure.id) \(view.figure.name)" }
    package var section: Section { .reports }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { html in
            html.link(.reportList, "报告")
            html.raw(" › ")
            html.link(.report(view.report), view.report.title)
        }
        html.heading(title)
        html.facts { html in
            html.fact("准确值", "\(view.figure.value) \(view.figure.unit)")
            html.fact("报告用语", view.figure.phrase)
            html.fact("口径", view.figure.definition)
            html.fact("依据的记录", "\(view.figure.records) 条")
        }
        html.raw("<h2>依据的记录</h2>")
        EvidenceTable(lines: view.records, total: view.figure.records, empty: "没有记录。").write(to: &html)
    }
}

/// A claim, what speaks against it, what nobody can tell, and what supports it.
package struct ClaimPage: Page {
    let view: ClaimRecords

    package init(_ view: ClaimRecords) { self.view = view }

    package var title: String { view.claim.asked }
    package var section: Section { .reports }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { html in
            html.link(.reportList, "报告")
            html.raw(" › ")
            html.link(.report(view.report), view.report.title)
        }
        html.element("h1") { html in
            html.verdict(view.claim)
            html.text(" \(view.claim.asked)")
        }
        html.facts { html in
            html.fact("属实的表述", view.claim.sentence)
            html.fact("全集与覆盖", view.claim.coverage)
            html.fact("全集", "\(view.claim.universe)")
            html.fact("支持", "\(view.claim.support)")
            html.fact("反例", "\(view.claim.counter)")
            html.fact("不明", "\(view.claim.cannotTell)")
        }
        html.raw("<h2>反例</h2>")
        EvidenceTable(lines: view.counter, total: view.claim.counter, empty: "没有反例。").write(to: &html)
        html.raw("<h2>不明</h2>")
        EvidenceTable(lines: view.cannotTell, total: view.claim.cannotTell, empty: "没有不明的记录。").write(
            to: &html)
        html.raw("<h2>支持</h2>")
        html.element("details", .flag("open", view.support.count <= 20)) { html in
            html.element("summary", text: "\(view.claim.support) 条")
            EvidenceTable(lines: view.support, total: view.claim.support, empty: "没有支持的记录。").write(to: &html)
        }
    }
}

/// The records that a figure or a claim rests on.
struct EvidenceTable {
    let lines: [EvidenceLine]
    let total: Int
    let empty: String

    func write(to html: inout HTML) {
        html.table(["序号", "记录", "时间", "单位", "说明"], empty: lines.isEmpty ? empty : nil) { html in
            for (index, line) in lines.enumerated() {
                html.raw("<tr>")
                html.element("td", .style("ordinal")) { $0.number(index + 1) }
                html.element("td") { $0.record(line.record) }
                html.element("td", .style("nowrap"), text: line.happened ?? "时间不明")
                html.element("td", text: line.unit ?? "—")
                html.element("td", text: line.note)
                html.raw("</tr>")
            }
        }
        if lines.count < total {
            html.element("p", .style("help"), text: "共 \(total) 条，此处列出 \(lines.count) 条。")
        }
    }
}
