package import Law

/// One line of what a rule's version demands: `期限`, `30日`.
package struct RuleTerm: Hashable, Sendable {
    package let label: String
    package let text: String
}

extension RuleVersion {
    /// The members of the form in words, with names and conditions as the pack has them.
    package var terms: [RuleTerm] {
        switch form {
        case .deadline(let form): form.terms(end: "完成", withRoll: true)
        case .duration(let form): form.terms(end: "结束", withRoll: false)
        case .sequence(let form): form.terms
        case .requires(let condition): [RuleTerm("必须", condition.text)]
        case .forbids(let condition): [RuleTerm("不得", condition.text)]
        case .count(let of, let bounds): [RuleTerm("数目", of.name)] + bounds.map(\.term)
        case .approval(let form): form.terms
        case .separation(let who, let isNot):
            [RuleTerm("何人", who.name), RuleTerm("不得是", isNot.map(\.name).joined(separator: "、"))]
        case .coverage(let interval, let related, let spans):
            [
                RuleTerm("时段", "\(interval.0.name) 至 \(interval.1.name)"),
                RuleTerm("由何覆盖", "\(related.words)（\(spans.0.name) 至 \(spans.1.name)）"),
            ]
        case .range(let value, let bounds): [RuleTerm("数值", value.name)] + bounds.map(\.term)
        case .frame(let form):
            [
                RuleTerm("数值", form.value.name),
                RuleTerm("法定幅度", "\(form.frame.name) 的 \(form.tier.name) 档（\(form.kind.rawValue)）"),
            ]
        case .reconcile(let form):
            [
                RuleTerm("对照", "\(form.with)"),
                RuleTerm("本方", form.own.map(\.name).joined(separator: "、")),
                RuleTerm("对方", form.theirs.map(\.name).joined(separator: "、")),
            ] + (form.condition.map { [RuleTerm("条件", $0.text)] } ?? [])
        case .check(let check): [RuleTerm("专项核查", type(of: check).id)]
        }
    }
}

extension RuleTerm {
    fileprivate init(_ label: String, _ text: String) {
        self.label = label
        self.text = text
    }
}

extension DeadlineForm {
    fileprivate func terms(end label: String, withRoll: Bool) -> [RuleTerm] {
        var terms = [RuleTerm("起算", start.name), RuleTerm(label, end.name)]
        terms += limits.map { limit in
            RuleTerm("期限", limit.within.chinese + (limit.condition.map { "（当 \($0.text)）" } ?? ""))
        }
        terms += exclusions.map {
            RuleTerm("不计入", "\($0.related.words)（\($0.spans.0.name) 至 \($0.spans.1.name)）")
        }
        if let `extension` {
            terms.append(
                RuleTerm(
                    "延长",
                    "\(`extension`.related.words)，每次 \(`extension`.by.chinese)，至多 \(`extension`.atMost) 次"))
        }
        if withRoll { terms.append(RuleTerm("末日逢节假日", rolls ? "顺延" : "不顺延")) }
        if let lenient { terms.append(RuleTerm("另一种读法", lenient.chinese)) }
        return terms
    }
}

extension SequenceForm {
    fileprivate var terms: [RuleTerm] {
        var terms = [RuleTerm("在先", first.name), RuleTerm("在后", then.name)]
        if isStrict { terms.append(RuleTerm("同时", "不可以")) }
        if let apart { terms.append(RuleTerm("相隔", apart.chinese)) }
        if let lenient { terms.append(RuleTerm("另一种读法", lenient.chinese)) }
        return terms
    }
}

extension ApprovalForm {
    fileprivate var terms: [RuleTerm] {
        var terms = [RuleTerm("批准层级", level.name)] + atLeast.map(\.term)
        if let approvedAt { terms.append(RuleTerm("批准时间", approvedAt.name)) }
        if let before { terms.append(RuleTerm("不晚于", before.name)) }
        if let after { terms.append(RuleTerm("不超过", "\(after.0.name) 之后 \(after.within.chinese)")) }
        return terms
    }
}

extension Bounds {
    fileprivate var term: RuleTerm {
        let bounds = [atLeast.map { "不少于 \($0)" }, atMost.map { "不多于 \($0)" }].compactMap(\.self)
        return RuleTerm("限度", bounds.joined(separator: "，") + (condition.map { "（当 \($0.text)）" } ?? ""))
    }
}

extension RelatedClause {
    /// `event:appraisal，当 passed = true`.
    fileprivate var words: String { "\(from)" + (condition.map { "，当 \($0.text)" } ?? "") }
}
