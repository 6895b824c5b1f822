import Service

/// One judgement in a few lines, with its proof folded away.
struct JudgementBlock {
    let judgement: JudgementView

    func write(to html: inout HTML) {
        html.element("div", .style(judgement.standing.block)) { html in
            html.badge(judgement.standing)
            html.raw(" ")
            if judgement.standing.isFinding {
                html.link(address, judgement.rule.name)
            } else {
                html.link(.rule(id: judgement.rule.id), judgement.rule.name)
            }
            measure(to: &html)
            if !judgement.missing.isEmpty {
                html.element("p", .style("missing"), text: "缺少：" + judgement.missing.joined(separator: "、"))
            }
            html.element("p", .style("cite"), text: Self.cite(judgement.clauses))
            if let proof = judgement.proof {
                html.element("details") { html in
                    html.raw("<summary>依据与计算</summary>")
                    ProofBlock(proof: proof).write(to: &html)
                    for clause in judgement.clauses where clause.text != nil {
                        ClauseBlock(clause: clause).write(to: &html)
                    }
                }
            }
        }
    }

    private var address: SiteURL {
        .finding(rule: judgement.rule.id, register: judgement.record.register, id: judgement.record.id)
    }

    private func measure(to html: inout HTML) {
        var parts: [String] = []
        if let observed = judgement.observed { parts.append("实际：" + observed) }
        if let limit = judgement.limit { parts.append("限度：" + limit) }
        if let due = judgement.due { parts.append("期限至 " + due) }
        guard !parts.isEmpty else { return }
        html.element("p", text: parts.joined(separator: "；"))
    }

    static func cite(_ clauses: [ClauseView]) -> String {
        clauses.map { "《\($0.law)》\($0.article)" }.joined(separator: "；")
    }
}

/// The judgements about one record: findings open, the rest folded into one line.
struct JudgementList {
    let judgements: [JudgementView]

    func write(to html: inout HTML) {
        for standing in Standing.findings {
            for judgement in judgements where judgement.standing == standing {
                JudgementBlock(judgement: judgement).write(to: &html)
            }
        }
        let quiet = judgements.filter { !$0.standing.isFinding }
        guard !quiet.isEmpty else { return }
        html.element("details") { html in
            html.element("summary") { html in
                for standing in [Standing.kept, .notApplicable] {
                    let count = quiet.count { $0.standing == standing }
                    guard count > 0 else { continue }
                    html.badge(standing)
                    html.text(" \(count) 项　")
                }
            }
            for judgement in quiet { JudgementBlock(judgement: judgement).write(to: &html) }
        }
    }
}

/// The proof of a judgement: the facts, the counting, the conclusion.
struct ProofBlock {
    let proof: ProofView

    func write(to html: inout HTML) {
        if !proof.facts.isEmpty {
            html.facts { html in
                for fact in proof.facts { write(fact, to: &html) }
            }
        }
        if !proof.counting.isEmpty { counting(to: &html) }
        html.element("p", .style("verdict"), text: proof.conclusion)
    }

    private func write(_ fact: FactLine, to html: inout HTML) {
        html.fact(fact.label) { html in
            if let value = fact.value {
                html.text(value)
            } else {
                html.raw("<span class=\"missing\">（未记载）</span>")
            }
            if let source = fact.source {
                html.raw("　<span class=\"help\">见 ")
                html.record(source)
                html.raw("</span>")
            }
        }
    }

    private func counting(to html: inout HTML) {
        html.table(["步骤", "期间", "数量", "理由"], style: "grid counting") { html in
            for line in proof.counting {
                html.element("tr", .style(line.kind.style)) { html in
                    html.element("td", .style("nowrap"), text: line.kind.word)
                    html.element("td", .style("nowrap"), text: line.when)
                    html.element("td", .style("number"), text: line.amount)
                    html.element("td", text: line.reason)
                }
            }
        }
    }
}

extension CountingLine.Kind {
    fileprivate var word: String {
        switch self {
        case .start: "起算"
        case .term: "期限"
        case .counted: "计入"
        case .excluded: "不计入"
        case .extended: "延长"
        case .rolled: "顺延"
        case .due: "届满"
        }
    }

    fileprivate var style: StaticString {
        switch self {
        case .start, .term, .counted: "counted"
        case .excluded: "excluded"
        case .extended, .rolled: "extended"
        case .due: "duerow"
        }
    }
}
