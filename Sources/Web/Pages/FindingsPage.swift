package import Service

/// The list of findings, narrowed by answer, rule, unit and severity.
package struct FindingsPage: Page {
    let view: FindingsView
    let query: FindingQuery

    package init(_ view: FindingsView, query: FindingQuery) {
        self.view = view
        self.query = query
    }

    package var title: String { "检查结果" }
    package var section: Section { .findings }

    package func write(to html: inout HTML) {
        html.heading("检查结果", about: "每一条都能打开，看到事实、计算过程和条文。不明不等于合规；待核只作提示。")
        html.element("div", .style("split")) { html in
            UnitTree(units: view.units, chosen: query.unit) { unit in
                changed {
                    $0.unit = unit
                    $0.page = 1
                }
            }.write(to: &html)
            html.element("div", .style("beside")) { html in
                form(to: &html)
                FindingTable(lines: view.lines).write(to: &html)
                Pager(page: query.page, rows: FindingQuery.screenRows, total: view.total) { page in
                    changed { $0.page = page }
                }.write(to: &html)
            }
        }
    }

    private func changed(_ change: (inout FindingQuery) -> Void) -> SiteURL {
        var query = query
        change(&query)
        return .findings(query)
    }

    private func form(to html: inout HTML) {
        html.element("form", .style("query"), .named("method", "get"), .action(.findings(query))) { html in
            let answers = Standing.findings.map { standing in
                let count = view.counts.first { $0.standing == standing }?.count ?? 0
                return ChoiceView(id: standing.rawValue, label: "\(standing.word)（\(count)）")
            }
            select("结果", all: "违规、不明、待核", "answer", answers, query.standing?.rawValue, to: &html)
            select("规则", "rule", view.rules, query.rule, to: &html)
            let severities = SeverityView.allCases.map { ChoiceView(id: $0.rawValue, label: $0.word) }
            select("程度", "severity", severities, query.severity?.rawValue, to: &html)
            if let unit = query.unit {
                html.void("input", .named("type", "hidden"), .named("name", "unit"), .named("value", unit))
            }
            html.raw("<div class=\"acts\"><button class=\"main\" type=\"submit\">查询</button>")
            html.link(.findings(FindingQuery()), "重置", .style("button"))
            html.text("共 \(view.total) 条")
            html.raw("</div>")
        }
    }

    private func select(
        _ label: String, all: String = "全部", _ name: String, _ choices: [ChoiceView], _ chosen: String?,
        to html: inout HTML
    ) {
        html.element("label") { html in
            html.text(label + " ")
            html.element("select", .named("name", name)) { html in
                html.element("option", .named("value", ""), text: all)
                for choice in choices {
                    html.element(
                        "option", .named("value", choice.id), .flag("selected", choice.id == chosen),
                        text: choice.label)
                }
            }
        }
    }
}

/// Findings as a table, each leading to its proof and to its record.
struct FindingTable {
    let lines: [FindingLine]

    func write(to html: inout HTML) {
        let empty = lines.isEmpty ? "没有符合条件的检查结果。" : nil
        html.table(
            ["结果", "规则", "情况", "记录", "单位", "时间", "程度"], style: "grid found", empty: empty
        ) { html in
            for line in lines {
                html.raw("<tr><td>")
                html.badge(line.standing)
                html.raw("</td><td>")
                html.element("span", .style("no"), text: line.rule.no)
                html.raw(" ")
                html.link(.finding(line), line.rule.name)
                html.raw("</td>")
                html.element("td", text: line.summary)
                html.element("td") { html in
                    html.record(line.record)
                    if let id = line.caseID {
                        html.raw("<br>")
                        html.link(.caseTimeline(id: id), "案件全程", .style("aside"))
                    }
                }
                html.element("td", text: line.unit)
                html.element("td", .style("nowrap")) { html in
                    html.text(line.happened ?? "时间不明")
                    if let due = line.due { html.element("div", .style("help"), text: "期限 \(due)") }
                }
                html.element("td", text: line.severity.word)
                html.raw("</tr>")
            }
        }
    }
}
