import Service

/// The penalty decisions of a case: the interval step by step, where the decision falls, and how far like decisions are
/// apart.
struct DiscretionBlock {
    let decisions: [DiscretionView]

    func write(to html: inout HTML) {
        guard !decisions.isEmpty else { return }
        html.raw("<h2>裁量</h2>")
        for one in decisions { write(one, to: &html) }
    }

    private func write(_ one: DiscretionView, to html: inout HTML) {
        html.element("p") { html in
            html.record(one.decision)
            html.text("：\(one.imposed)。\(one.conclusion)")
        }
        if let departure = one.departure { html.element("p", text: departure) }
        html.table(["步骤", "事项", "认定", "可以怎样处罚"], style: "grid") { html in
            for step in one.steps { write(step, to: &html) }
        }
        guard let tier = one.likeTier else { return }
        html.element("p", text: "同类：同一基准、同一行为、同一阶次“\(tier)”的决定，只有单位和数额")
        let columns = ["单位", "件数", "罚款（件数：最低／中位／最高）", "拘留（件数：最低／中位／最高）"]
        html.table(columns, style: "grid") { html in
            for unit in one.units {
                html.raw("<tr>")
                html.element("td", text: unit.name)
                html.element("td", .style("number"), text: String(unit.decisions))
                html.element("td", text: unit.fine)
                html.element("td", text: unit.days)
                html.raw("</tr>")
            }
        }
    }

    private func write(_ step: DiscretionView.Step, to html: inout HTML) {
        html.raw("<tr>")
        html.element("td", .style("ordinal"), text: step.number)
        html.element("td", .style("nowrap"), text: step.title)
        html.element("td", .style("long")) { html in
            html.text(step.text)
            if !step.isVerified {
                html.raw(" ")
                html.badge(.pending)
            }
        }
        html.element("td", .style("long"), text: step.permitted)
        html.raw("</tr>")
    }
}
