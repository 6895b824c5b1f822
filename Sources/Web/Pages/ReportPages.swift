package import Service

/// All reports that can be compiled.
package struct ReportListPage: Page {
    let reports: [ReportLink]

    package init(_ reports: [ReportLink]) { self.reports = reports }

    package var title: String { "报告" }
    package var section: Section { .reports }

    package func write(to html: inout HTML) {
        html.heading("报告", about: "报告里的每个数字、每个“所有”“均”“不存在”都能打开，看到它依据的记录。")
        let empty = reports.isEmpty ? "没有报告模板。" : nil
        html.table(["报告", "期间", "正文"], empty: empty) { html in
            for report in reports {
                html.raw("<tr>")
                html.element("td") { $0.link(.report(report), report.title) }
                html.element("td", .style("nowrap"), text: report.period)
                html.element("td", .style("nowrap")) {
                    $0.link(
                        .reportDocument(template: report.template, period: report.period), "下载 DOCX",
                        .style("button"))
                }
                html.raw("</tr>")
            }
        }
    }
}

/// One report: its text, its figures, its claims, and what the linter says.
package struct ReportPage: Page {
    let view: ReportView

    package init(_ view: ReportView) { self.view = view }

    package var title: String { view.link.title }
    package var section: Section { .reports }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { $0.link(.reportList, "报告") }
        html.element("div", .style("bar")) { html in
            html.link(
                .reportDocument(template: view.link.template, period: view.link.period), "下载 DOCX",
                .style("button"))
            html.raw(
                "<a class=\"button\" href=\"#figures\">数据</a><a class=\"button\" href=\"#claims\">断言</a>")
            html.raw("<a class=\"button\" href=\"#lint\">校对意见</a>")
        }
        paper(to: &html)
        html.raw("<h2 id=\"figures\">数据</h2>")
        FigureTable(figures: view.figures, report: view.link).write(to: &html)
        html.raw("<h2 id=\"claims\">断言</h2>")
        claims(to: &html)
        html.raw("<h2 id=\"lint\">校对意见</h2>")
        lint(to: &html)
    }

    private func paper(to html: inout HTML) {
        html.element("article", .style("paper")) { html in
            html.heading(view.link.title)
            for section in view.sections {
                html.element("h2", text: section.heading)
                for paragraph in section.paragraphs {
                    html.element("p") { html in
                        for piece in paragraph { write(piece, to: &html) }
                    }
                }
            }
        }
    }

    private func write(_ piece: ReportPiece, to html: inout HTML) {
        switch piece {
        case .text(let text): html.text(text)
        case .figure(let id, let phrase): html.link(figure(id), phrase, .named("title", "数据 \(id)"))
        case .claim(let id, let sentence):
            let holds = view.claims.first { $0.id == id }?.holds ?? false
            html.link(
                claim(id), sentence, .named("title", holds ? "断言成立" : "断言不成立，已改为属实的表述"),
                holds ? .style("claim") : .style("claim narrowed"))
        }
    }

    private func figure(_ id: String) -> SiteURL {
        .figure(id: id, template: view.link.template, period: view.link.period)
    }

    private func claim(_ id: String) -> SiteURL {
        .claim(id: id, template: view.link.template, period: view.link.period)
    }

    private func claims(to html: inout HTML) {
        let empty = view.claims.isEmpty ? "没有断言。" : nil
        html.table(["结论", "拟写", "全集", "支持", "反例", "不明", "属实的表述"], empty: empty) { html in
            for item in view.claims {
                html.raw("<tr><td>")
                html.verdict(item)
                html.raw("</td>")
                html.element("td") { $0.link(claim(item.id), item.asked) }
                for count in [item.universe, item.support, item.counter, item.cannotTell] {
                    html.element("td", .style("number")) { $0.number(count) }
                }
                html.element("td", text: item.sentence)
                html.raw("</tr>")
            }
        }
    }

    private func lint(to html: inout HTML) {
        let empty = view.lint.isEmpty ? "没有校对意见。" : nil
        html.table(["性质", "位置", "问题", "建议"], empty: empty) { html in
            for line in view.lint {
                html.raw("<tr><td>")
                if line.isError {
                    html.raw("<span class=\"badge broken\">须改</span>")
                } else {
                    html.raw("<span class=\"badge soon\">提醒</span>")
                }
                html.raw("</td>")
                html.element("td", .style("nowrap"), text: line.place)
                html.element("td", text: line.what)
                html.element("td", text: line.advice)
                html.raw("</tr>")
            }
        }
    }
}

extension HTML {
    /// Whether a claim holds. One that nobody can tell about does not.
    mutating func verdict(_ claim: ClaimView) {
        switch (claim.holds, claim.counter) {
        case (true, _): raw("<span class=\"badge kept\">成立</span>")
        case (false, 0): raw("<span class=\"badge unknown\">不明</span>")
        case (false, _): raw("<span class=\"badge broken\">不成立</span>")
        }
    }
}
