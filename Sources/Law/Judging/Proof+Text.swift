/// A proof as a tree of titled lines, for pages and JSON.
package struct ProofNode: Hashable, Sendable {
    package let title: String
    package let value: String
    package let parts: [ProofNode]

    package init(_ title: String, _ value: String = "", _ parts: [ProofNode] = []) {
        self.title = title
        self.value = value
        self.parts = parts
    }
}

extension Proof {
    /// The proof as a tree: conclusion, version, scope, facts, counting, clauses, what to do.
    package var tree: ProofNode { tree(words: { _ in [] }) }

    /// The same, with the words of each clause that somebody has at hand.
    package func tree(words: (Citation) throws -> [String]) rethrows -> ProofNode {
        var parts = [ProofNode("结论", conclusion)]
        if !isVerified {
            parts.append(ProofNode("待核", "本规则的条文未经核实（\(rule.confidence.rawValue)），仅供提示，不作认定。"))
        }
        parts.append(ProofNode("适用版本", versionReason, [node(pivot)]))
        if let scope { parts.append(ProofNode("适用范围", scope.shown, scope.facts.map(node))) }
        parts += questions.map { ProofNode("条件", $0.shown, $0.facts.map(node)) }
        if !facts.isEmpty { parts.append(ProofNode("事实", "", facts.map(node))) }
        parts += frames.map { ProofNode($0.title, $0.text) }
        if let counting { parts.append(Self.node("期间计算", counting)) }
        if let lenientCounting { parts.append(Self.node("从宽计算", lenientCounting)) }
        if let finding { parts.append(ProofNode("核查所见", finding)) }
        if !missing.isEmpty {
            parts.append(ProofNode("缺少", missing.map { "\($0.label)（\($0.name)）" }.joined(separator: "、")))
        }
        parts += try basis.map { ProofNode("依据", $0.description, try words($0).map { ProofNode($0) }) }
        parts += displaced.map { ProofNode("不适用", "\($0)与上列依据不一致，下位法让位于上位法") }
        if answer == .broken || answer == .cannotTell { parts.append(ProofNode("处理", rule.remedy)) }
        if let note = rule.note { parts.append(ProofNode("说明", note)) }
        return ProofNode("\(rule.name)（\(rule.number) \(rule.id)）", record.id, parts)
    }

    /// The proof as text, two spaces a level.
    package var text: String { tree.text }

    /// Which version was applied, and why that one.
    package var versionReason: String {
        guard !pivot.value.isNull else { return "\(pivot.label)没有记载，无法确定适用哪个版本" }
        guard let version else { return "\(pivot.label)当日没有施行的版本，本规则不适用" }
        return "依\(pivot.label)（\(pivot.shown)）适用\(version)施行的规定"
    }

    private func node(_ fact: Fact) -> ProofNode {
        let origin = fact.sources.map(\.id).filter { $0 != record.id }
        let shown = fact.shown + (origin.isEmpty ? "" : "［\(origin.joined(separator: "、"))］")
        return ProofNode(fact.role.isEmpty ? fact.label : "\(fact.role)：\(fact.label)", shown)
    }

    private static func node(_ title: String, _ count: DeadlineCount) -> ProofNode {
        ProofNode(title, count.due.chinese, count.steps.map { ProofNode($0.description) })
    }
}

extension Proof.Question {
    var shown: String { "\(words)：\(holds.map { $0 ? "成立" : "不成立" } ?? "不明")" }
}

extension ProofNode {
    package var text: String { lines(depth: 0).joined(separator: "\n") + "\n" }

    private func lines(depth: Int) -> [String] {
        let indent = String(repeating: "  ", count: depth)
        let line = indent + title + (value.isEmpty ? "" : "：" + value)
        return [line] + parts.flatMap { $0.lines(depth: depth + 1) }
    }
}
