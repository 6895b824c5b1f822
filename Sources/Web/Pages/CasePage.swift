package import Service

/// One case as a timeline, each judgement beside the step that it rests on.
package struct CasePage: Page {
    let view: CaseView

    package init(_ view: CaseView) { self.view = view }

    package var title: String { view.record.label }
    package var section: Section { .registers }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { html in
            html.link(.registerList, "台账")
            html.raw(" › ")
            html.link(.table(register: view.record.register, TableQuery()), "案件")
        }
        html.heading("\(view.record.label)　\(view.title)", about: view.unit)
        summary(to: &html)
        html.element("details") { html in
            html.raw("<summary>案件记载</summary>")
            html.facts { html in
                for field in view.fields {
                    html.raw("<tr><th scope=\"row\">")
                    html.text(field.label)
                    html.raw("</th>")
                    html.cell(field.value)
                    html.raw("</tr>")
                }
            }
            html.element("p") { $0.link(.record(view.record), "记录、历次版本与账本证明") }
        }
        if !view.judgements.isEmpty {
            html.raw("<h2>全案</h2>")
            JudgementList(judgements: view.judgements).write(to: &html)
        }
        DiscretionBlock(decisions: view.discretion).write(to: &html)
        html.raw("<h2>程序经过</h2>")
        timeline(to: &html)
    }

    private func summary(to html: inout HTML) {
        html.element("p") { html in
            for count in view.counts where count.count > 0 {
                html.badge(count.standing)
                html.text(" \(count.count)　")
            }
        }
    }

    private func timeline(to html: inout HTML) {
        let empty = view.events.isEmpty ? "没有程序事件的记录。" : nil
        html.table(["时间", "事项", "检查与依据"], style: "grid timeline", empty: empty) { html in
            for event in view.events {
                html.raw("<tr><td class=\"time\">")
                time(event, to: &html)
                html.raw("</td><td class=\"step\">")
                step(event, to: &html)
                html.raw("</td><td>")
                if event.judgements.isEmpty { html.raw("<span class=\"help\">没有规则检查这一步</span>") }
                JudgementList(judgements: event.judgements).write(to: &html)
                html.raw("</td></tr>")
            }
        }
    }

    private func time(_ event: EventView, to html: inout HTML) {
        guard let at = event.at else {
            html.raw("<span class=\"notime\">时间不明</span>")
            return
        }
        html.text(at)
        if let endedAt = event.endedAt {
            html.raw("<br><span class=\"help\">至 ")
            html.text(endedAt)
            html.raw("</span>")
        }
    }

    private func step(_ event: EventView, to html: inout HTML) {
        html.link(.record(event.record), event.kind, .style("kind"))
        let parts = [event.party, event.place, event.unit].compactMap { $0 }
        if !parts.isEmpty { html.element("div", text: parts.joined(separator: " · ")) }
        if !event.officers.isEmpty {
            html.element("div") { html in
                html.raw("人员：")
                for (index, officer) in event.officers.enumerated() {
                    if index > 0 { html.raw("、") }
                    html.record(officer)
                }
            }
        }
        if event.papers.isEmpty {
            html.raw("<div class=\"help\">未记载文书</div>")
        } else {
            html.element("div", text: "文书：" + event.papers.joined(separator: "、"))
        }
    }
}
