package import Service

/// One finding with everything that it rests on.
package struct FindingPage: Page {
    let view: FindingView
    let frame: FrameView

    package init(_ view: FindingView, frame: FrameView) {
        self.view = view
        self.frame = frame
    }

    package var title: String { judgement.rule.name }
    package var section: Section { .findings }

    private var judgement: JudgementView { view.judgement }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { $0.link(.findings(FindingQuery()), "检查结果") }
        html.element("h1") { html in
            html.badge(judgement.standing)
            html.text(" \(judgement.rule.name)")
        }
        html.element("p", .style("about"), text: judgement.standing.meaning + "。")
        html.facts { facts(to: &$0) }
        html.raw("<h2>怎样得出</h2>")
        if let proof = judgement.proof {
            ProofBlock(proof: proof).write(to: &html)
        } else {
            html.raw("<p class=\"empty\">这一结果没有留下计算过程。</p>")
        }
        html.raw("<h2>条文</h2>")
        for clause in judgement.clauses { ClauseBlock(clause: clause).write(to: &html) }
        html.raw("<h2>如何处理</h2>")
        html.element("p", .style("verdict"), text: judgement.remedy)
        if !view.others.isEmpty {
            html.raw("<h2>同案其他检查结果</h2>")
            FindingTable(lines: view.others).write(to: &html)
        }
    }

    private func facts(to html: inout HTML) {
        html.fact("记录") { html in
            html.record(judgement.record)
            if let id = view.caseID {
                html.raw("　")
                html.link(.caseTimeline(id: id), "案件全程")
            }
        }
        html.fact("单位", view.unit)
        html.fact("时间") { html in
            if let happened = view.happened {
                html.text(happened)
            } else {
                html.raw("<span class=\"missing\">时间不明</span>")
            }
        }
        html.fact("规则") { html in
            html.rule(judgement.rule)
            html.text("　版本 \(judgement.ruleVersion)")
        }
        html.fact("程度（建议）", judgement.severity.word)
        if let observed = judgement.observed { html.fact("实际", observed) }
        if let limit = judgement.limit { html.fact("限度", limit) }
        if let due = judgement.due { html.fact("期限届满", due) }
        if !judgement.missing.isEmpty {
            html.fact("缺少的记载") {
                $0.element("span", .style("missing"), text: judgement.missing.joined(separator: "、"))
            }
        }
        html.fact("判断时点", frame.moment)
    }
}

/// A provision as it stood.
struct ClauseBlock {
    let clause: ClauseView

    func write(to html: inout HTML) {
        html.element("div", .style("clause")) { html in
            html.element("strong", text: "《\(clause.law)》\(clause.article)")
            html.element("span", .style("help"), text: "　\(clause.version)")
            if let text = clause.text { html.element("q", text: text) }
        }
    }
}
