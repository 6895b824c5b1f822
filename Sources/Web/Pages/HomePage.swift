package import Service

/// What is red, what is due, what nobody can tell, and the figures of the year.
package struct HomePage: Page {
    /// Rules that the first page names; more belong to the rule book.
    private static let rules = 10

    let view: HomeView

    package init(_ view: HomeView) { self.view = view }

    package var title: String { "首页" }
    package var section: Section { .home }

    package func write(to html: inout HTML) {
        html.heading("今日要看的事")
        tiles(to: &html)
        html.raw("<h2>最要紧的三件</h2>")
        redItems(to: &html)
        html.raw("<h2>临近期限（七日之内）</h2>")
        due(to: &html)
        html.element("div", .style("halves")) { html in
            html.element("div", .style("half")) { html in
                html.raw("<h2>违规（按规则）</h2>")
                byRule(to: &html)
            }
            html.element("div", .style("half")) { html in
                html.raw("<h2>违规与不明（按单位）</h2>")
                byUnit(to: &html)
            }
        }
        html.element("h2", text: "\(view.figuresPeriod)主要数据")
        FigureTable(figures: view.figures, report: view.report).write(to: &html)
    }

    private func tiles(to html: inout HTML) {
        html.element("div", .style("tiles")) { html in
            for standing in Standing.findings {
                guard let count = view.counts.first(where: { $0.standing == standing }) else { continue }
                html.element(
                    "a", .address(.findings(FindingQuery(standing: count.standing))),
                    .style(count.standing.tile),
                    .named("title", count.standing.meaning)
                ) { html in
                    html.element("b") { $0.number(count.count) }
                    html.text(count.standing.word)
                }
            }
            html.element("span", .style("tile soon")) { html in
                html.element("b") { $0.number(view.dueTotal) }
                html.raw("七日内到期")
            }
        }
    }

    private func redItems(to html: inout HTML) {
        if view.redItems.isEmpty { html.raw("<p class=\"empty\">没有违规。</p>") }
        html.element("div", .style("reds")) { html in
            for item in view.redItems { red(item, to: &html) }
        }
    }

    private func red(_ item: FindingLine, to html: inout HTML) {
        html.element("div", .style("red")) { html in
            html.element("p", .style("what")) { html in
                html.badge(item.standing)
                html.raw(" ")
                html.link(.finding(item), item.rule.name)
            }
            html.element("p", text: "\(item.summary)（\(item.severity.word)）")
            html.element("p", .style("where")) { html in
                html.record(item.record)
                html.text(" · \(item.unit) · ")
                html.element("span", .style("nowrap"), text: item.happened ?? "时间不明")
            }
        }
    }

    private func due(to html: inout HTML) {
        let empty = view.due.isEmpty ? "七日之内没有到期的事项。" : nil
        html.table(["预警", "期限", "事项", "记录", "单位", "依据"], empty: empty) { html in
            for line in view.due {
                html.raw("<tr><td>")
                html.element("span", .style(Urgency(daysLeft: line.daysLeft).badge)) {
                    $0.text(Urgency.word(daysLeft: line.daysLeft))
                }
                html.raw("</td>")
                html.element("td", .style("nowrap"), text: line.due)
                html.element("td") { $0.rule(line.rule) }
                html.element("td") { $0.record(line.record) }
                html.element("td", text: line.unit)
                html.element("td", text: line.basis)
                html.raw("</tr>")
            }
        }
        if view.due.count < view.dueTotal {
            html.element("p") { html in
                html.text("只列最近的 \(view.due.count) 条，")
                html.link(.findings(FindingQuery(standing: .notYetDue)), "查看全部未到期事项")
            }
        }
    }

    private func byRule(to html: inout HTML) {
        let empty = view.brokenByRule.isEmpty ? "没有违规。" : nil
        html.table(["规则", "程度", "违规", "最近一次"], empty: empty) { html in
            for line in view.brokenByRule.prefix(Self.rules) {
                html.raw("<tr>")
                html.element("td") { $0.rule(line.rule) }
                html.element("td", .style("nowrap"), text: line.severity.word)
                html.element("td", .style("number")) {
                    $0.link(
                        .findings(FindingQuery(standing: .broken, rule: line.rule.id)), String(line.broken))
                }
                html.element("td", .style("nowrap"), text: line.latest)
                html.raw("</tr>")
            }
        }
        if view.brokenByRule.count > Self.rules {
            html.element("p") { html in
                html.text("只列违规最多的 \(Self.rules) 条规则，")
                html.link(.rules, "共 \(view.brokenByRule.count) 条规则查出违规")
            }
        }
    }

    private func byUnit(to html: inout HTML) {
        let empty = view.brokenByUnit.isEmpty ? "没有违规，也没有不明。" : nil
        html.table(["单位", "违规", "不明", "最近一次违规"], empty: empty) { html in
            for line in view.brokenByUnit {
                html.raw("<tr>")
                html.element("td") { $0.link(.findings(FindingQuery(unit: line.id)), line.name) }
                html.element("td", .style("number")) {
                    $0.link(.findings(FindingQuery(standing: .broken, unit: line.id)), String(line.broken))
                }
                html.element("td", .style("number")) {
                    $0.link(
                        .findings(FindingQuery(standing: .cannotTell, unit: line.id)), String(line.cannotTell)
                    )
                }
                html.element("td", .style("nowrap"), text: line.latest ?? "—")
                html.raw("</tr>")
            }
        }
    }
}

extension Standing {
    fileprivate var tile: StaticString {
        switch self {
        case .broken: "tile broken"
        case .cannotTell: "tile unknown"
        case .notYetDue: "tile due"
        case .pending: "tile pending"
        case .kept, .notApplicable: "tile"
        }
    }
}

extension SiteURL {
    static func finding(_ line: FindingLine) -> SiteURL {
        .finding(rule: line.rule.id, register: line.record.register, id: line.record.id)
    }
}
