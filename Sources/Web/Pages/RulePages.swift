package import Service

/// The rule book, by subject.
package struct RuleListPage: Page {
    let rules: [RuleLine]
    let benchmarks: [BenchmarkLine]

    package init(_ rules: [RuleLine], benchmarks: [BenchmarkLine]) {
        self.rules = rules
        self.benchmarks = benchmarks
    }

    package var title: String { "规则库" }
    package var section: Section { .rules }

    package func write(to html: inout HTML) {
        let verified = rules.count(where: \.isVerified)
        html.heading(
            "规则库", about: "共 \(rules.count) 条，其中 \(verified) 条已对照法条原文核实；其余为待核，只作提示，不作结论。")
        for subject in subjects {
            html.element("h2", text: subject)
            html.table(["编号", "规则", "形式", "依据", "程度", "样例通过", "违规"], style: "grid book") { html in
                for line in rules where line.subject == subject { write(line, to: &html) }
            }
        }
        if !benchmarks.isEmpty { writeBenchmarks(to: &html) }
    }

    private func writeBenchmarks(to html: inout HTML) {
        html.raw("<h2>裁量基准版本</h2>")
        html.table(["名称", "制定机关", "公布", "施行期间", "依据的法律", "行为", "阶次"], style: "grid book") { html in
            for line in benchmarks {
                html.raw("<tr>")
                html.element("td", text: line.title)
                html.element("td", text: line.issuer)
                html.element("td", text: line.published)
                html.element("td", text: line.period)
                html.element("td", text: line.law)
                html.element("td", text: line.acts.joined(separator: "；"))
                html.element("td", .style("number"), text: String(line.tiers))
                html.raw("</tr>")
            }
        }
    }

    /// In the order in which the rule book first names them.
    private var subjects: [String] {
        var seen: Set<String> = []
        return rules.map(\.subject).filter { seen.insert($0).inserted }
    }

    private func write(_ line: RuleLine, to html: inout HTML) {
        html.raw("<tr>")
        html.element("td", .style("ordinal"), text: line.rule.no)
        html.element("td") { html in
            html.link(.rule(id: line.rule.id), line.rule.name)
            if !line.isVerified {
                html.raw(" ")
                html.badge(.pending)
            }
        }
        html.element("td", .style("nowrap"), text: line.form)
        html.element("td", text: line.basis)
        html.element("td", .style("nowrap"), text: line.severity.word)
        html.element("td", line.passed == line.examples ? .style("number") : .style("number missing")) {
            $0.text("\(line.passed) / \(line.examples)")
        }
        html.element("td", .style("number")) { html in
            if line.broken > 0 {
                html.link(.findings(FindingQuery(standing: .broken, rule: line.rule.id)), String(line.broken))
            } else {
                html.raw("0")
            }
        }
        html.raw("</tr>")
    }
}

/// One rule: what it asks of which record, in each version, and the examples that hold it.
package struct RulePage: Page {
    let view: RuleView

    package init(_ view: RuleView) { self.view = view }

    package var title: String { "\(view.line.rule.no) \(view.line.rule.name)" }
    package var section: Section { .rules }

    package func write(to html: inout HTML) {
        html.element("p", .style("crumbs")) { $0.link(.rules, "规则库") }
        html.element("h1") { html in
            html.text(title)
            if !view.line.isVerified {
                html.raw(" ")
                html.badge(.pending)
            }
        }
        if let note = view.note { html.element("p", .style("about"), text: note) }
        html.facts { facts(to: &$0) }
        for version in view.versions { write(version, to: &html) }
        html.element("h2", text: "样例（通过 \(view.line.passed) / \(view.line.examples)）")
        examples(to: &html)
    }

    private func facts(to html: inout HTML) {
        html.fact("主题", view.line.subject)
        html.fact("检查对象", view.judges)
        html.fact("形式", view.line.form)
        html.fact("选定版本的时点", view.pivot)
        if let scope = view.scope { write(scope, to: &html) }
        html.fact("程度（建议）", view.line.severity.word)
        html.fact("如何处理", view.remedy)
        html.fact("核实", view.line.isVerified ? "已对照法条原文" : "待核：只作提示，不作结论")
        html.fact("检查结果") { html in
            html.link(.findings(FindingQuery(rule: view.line.rule.id)), "违规 \(view.line.broken) 条，查看全部结果")
        }
    }

    private func write(_ version: RuleVersionView, to html: inout HTML) {
        let period = version.until.map { "\(version.from) 至 \($0)" } ?? "\(version.from) 起"
        html.element("h2", text: "施行期间：\(period)")
        html.facts { html in
            for term in version.terms { write(term, to: &html) }
        }
        for clause in version.clauses { ClauseBlock(clause: clause).write(to: &html) }
    }

    private func write(_ term: TermLine, to html: inout HTML) {
        html.fact(term.label) { html in
            html.text(term.text)
            guard let code = term.code else { return }
            html.element("div", .style("help")) { $0.element("code", text: code) }
        }
    }

    private func examples(to html: inout HTML) {
        let empty = view.examples.isEmpty ? "没有样例。" : nil
        html.table(["样例", "记载", "应得", "检验"], empty: empty) { html in
            for example in view.examples {
                html.raw("<tr>")
                html.element("td", text: example.title)
                html.element("td") { html in
                    for fact in example.facts {
                        html.element("div", text: "\(fact.label)：\(fact.text)")
                    }
                }
                html.element("td") { $0.badge(example.expected) }
                html.element("td", example.passed ? .style("nowrap") : .style("nowrap missing")) {
                    $0.text(example.passed ? "通过" : "未通过")
                }
                html.raw("</tr>")
            }
        }
    }
}
