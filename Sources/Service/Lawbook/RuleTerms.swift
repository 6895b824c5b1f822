package import Law

/// One line of what a rule's version demands: `期限`, `30日`.
package struct RuleTerm: Hashable, Sendable {
    package let label: String
    package let text: String
    /// The condition in it as the pack writes it, in S-FEEL.
    package let code: String?
}

extension BureauPacks {
    /// The words for what a rule speaks of.
    package func wording(of rule: Rule) -> Wording {
        Wording(rules.pack.schema, rules.pack.facts, subject: rule.subject)
    }
}

extension RuleVersion {
    /// The members of the form in the words of registers and facts.
    package func terms(in wording: Wording) -> [RuleTerm] {
        switch form {
        case .deadline(let form): form.terms(wording, end: "完成", withRoll: true)
        case .duration(let form): form.terms(wording, end: "结束", withRoll: false)
        case .sequence(let form): form.terms(wording)
        case .requires(let condition, let compared):
            [RuleTerm("必须", wording.words(condition), condition)] + compared.terms(wording)
        case .forbids(let condition, let compared):
            [RuleTerm("不得", wording.words(condition), condition)] + compared.terms(wording)
        case .count(let of, let bounds): [wording.term("数目", of)] + bounds.map { $0.term(wording) }
        case .approval(let form): form.terms(wording)
        case .separation(let who, let isNot):
            [
                wording.term("何人", who),
                RuleTerm("不得是", isNot.map { wording.label($0.name) }.joined(separator: "、")),
            ]
        case .coverage(let interval, let related, let spans):
            [
                RuleTerm("时段", wording.span(interval)),
                RuleTerm("由何覆盖", wording.words(related, spans), related.condition),
            ]
        case .range(let value, let bounds): [wording.term("数值", value)] + bounds.map { $0.term(wording) }
        case .frame(let form): form.terms(wording)
        case .benchmark(let form):
            [
                wording.term("数值", form.value),
                RuleTerm("裁量阶次", "\(wording.label(form.benchmark.name))中按认定的情节所属的阶次"),
            ]
        case .reconcile(let form): form.terms(wording)
        case .check(let check): [RuleTerm("专项核查", type(of: check).name)]
        }
    }
}

extension RuleTerm {
    fileprivate init(_ label: String, _ text: String, _ condition: Condition? = nil) {
        self.label = label
        self.text = text
        code = condition?.text
    }
}

extension Wording {
    fileprivate func term(_ label: String, _ name: NameUse) -> RuleTerm {
        RuleTerm(label, self.label(name.name))
    }

    fileprivate func span(_ names: (NameUse, NameUse)) -> String {
        "\(label(names.0.name)) 至 \(label(names.1.name))"
    }

    fileprivate func words(_ related: RelatedClause, _ spans: (NameUse, NameUse)) -> String {
        "\(words(related))：\(of(related).span(spans))"
    }

    /// A text that holds under a condition, or always.
    fileprivate func term(_ label: String, _ text: String, when condition: Condition?) -> RuleTerm {
        RuleTerm(label, text + (condition.map { "（\(words($0))时）" } ?? ""), condition)
    }
}

extension DeadlineForm {
    fileprivate func terms(_ wording: Wording, end label: String, withRoll: Bool) -> [RuleTerm] {
        var terms = [wording.term("起算", start), wording.term(label, end)]
        terms += limits.map { wording.term("期限", $0.within.chinese, when: $0.condition) }
        terms += exclusions.map {
            RuleTerm("不计入", wording.words($0.related, $0.spans), $0.related.condition)
        }
        if let more = `extension` {
            let text = "\(wording.words(more.related))，每次\(more.by.chinese)，至多 \(more.atMost) 次"
            terms.append(RuleTerm("延长", text, more.related.condition))
        }
        if withRoll { terms.append(RuleTerm("末日逢节假日", rolls ? "顺延" : "不顺延")) }
        if let lenient { terms.append(RuleTerm("另一种读法", lenient.chinese)) }
        return terms
    }
}

extension SequenceForm {
    fileprivate func terms(_ wording: Wording) -> [RuleTerm] {
        var terms = [wording.term("在先", first), wording.term("在后", then)]
        if isStrict { terms.append(RuleTerm("同时", "不可以")) }
        if let apart { terms.append(RuleTerm("相隔", apart.chinese)) }
        if let lenient { terms.append(RuleTerm("另一种读法", lenient.chinese)) }
        return terms
    }
}

extension ApprovalForm {
    fileprivate func terms(_ wording: Wording) -> [RuleTerm] {
        var terms = [wording.term("批准层级", level)] + atLeast.map { $0.term(wording) }
        if let approvedAt { terms.append(wording.term("批准时间", approvedAt)) }
        if let before { terms.append(wording.term("不晚于", before)) }
        if let after {
            terms.append(RuleTerm("不超过", "\(wording.label(after.0.name))之后\(after.within.chinese)"))
        }
        return terms
    }
}

extension Compared {
    fileprivate func terms(_ wording: Wording) -> [RuleTerm] {
        [observed.map { wording.term("实际", $0) }, limit.map { wording.term("限度", $0) }].compactMap(\.self)
    }
}

extension Bounds {
    fileprivate func term(_ wording: Wording) -> RuleTerm {
        func shown(_ limit: Limit) -> String {
            switch limit {
            case .number(let number): " \(number)"
            case .name(let use): "“\(wording.label(use.name))”"
            }
        }
        let bounds = [atLeast.map { "不少于\(shown($0))" }, atMost.map { "不多于\(shown($0))" }].compactMap(\.self)
        return wording.term("限度", bounds.joined(separator: "，"), when: condition)
    }
}

extension FrameForm {
    fileprivate func terms(_ wording: Wording) -> [RuleTerm] {
        let frame = "\(wording.label(frame.name))所定幅度中\(wording.label(tier.name))一档"
        return [wording.term("数值", value), RuleTerm("法定幅度", frame)]
    }
}

extension ReconcileForm {
    fileprivate func terms(_ wording: Wording) -> [RuleTerm] {
        let there = wording.at(with)
        func list(_ names: [NameUse], _ wording: Wording) -> String {
            names.map { wording.label($0.name) }.joined(separator: "、")
        }
        return [
            RuleTerm("对照", wording.label(of: with)), RuleTerm("本方", list(own, wording)),
            RuleTerm("对方", list(theirs, there)),
        ] + (condition.map { [RuleTerm("条件", there.words($0), $0)] } ?? [])
    }
}
