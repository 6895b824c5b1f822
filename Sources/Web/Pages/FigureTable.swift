import Service

/// The figures of a report, each leading to the records it counts.
struct FigureTable {
    let figures: [FigureView]
    let report: ReportLink

    func write(to html: inout HTML) {
        let empty = figures.isEmpty ? "没有数据。" : nil
        html.table(["编号", "数据", "准确值", "报告用语", "口径", "记录"], empty: empty) { html in
            for figure in figures {
                let address = SiteURL.figure(id: figure.id, template: report.template, period: report.period)
                html.raw("<tr>")
                html.element("td", .style("ordinal"), text: figure.id)
                html.element("td") { $0.link(address, figure.name) }
                html.element("td", .style("number"), text: figure.value + " " + figure.unit)
                html.element("td", .style("nowrap"), text: figure.phrase)
                html.element("td", text: figure.definition)
                html.element("td", .style("number")) { $0.link(address, String(figure.records)) }
                html.raw("</tr>")
            }
        }
    }
}
