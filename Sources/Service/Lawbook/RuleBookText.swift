import Law
import Ledger

/// The rule book in Markdown, for a lawyer to read and sign.
package enum RuleBookText {
    /// All rules, by subject.
    package static func book(of packs: BureauPacks) -> String {
        let listing = RuleListing(packs)
        var text = "# 规则书\n\n规则包摘要 `\(packs.hash.hex)`；规则 \(packs.rules.rules.count) 条。\n"
        var topic = ""
        for rule in packs.rules.rules {
            if rule.topic != topic {
                topic = rule.topic
                text += "\n## \(topic)\n"
            }
            text += "\n" + section(rule, of: packs, examples: listing.examples(of: rule.id))
        }
        return text
    }

    package static func rule(_ id: String, of packs: BureauPacks) throws -> String {
        let rule = try packs.rule(id)
        return section(rule, of: packs, examples: RuleListing(packs).examples(of: id))
    }

    private static func section(
        _ rule: Rule, of packs: BureauPacks, examples: [ExampleRun]
    ) -> String {
        let wording = packs.wording(of: rule)
        var lines = ["### \(rule.number) \(rule.name)", ""]
        lines.append(
            "`\(rule.id)` · \(rule.form.chinese) · \(rule.severity.chinese) · 判断对象：\(wording.label(of: rule.subject))"
        )
        if !rule.confidence.isVerified { lines += ["", "**待核**：尚未在法律文本中核对，只提示，不认定违规。"] }
        if let scope = rule.scope { lines += ["", "适用于：\(wording.words(scope)) `\(scope.text)`"] }
        lines += ["", "选定版本的时点：\(wording.label(rule.pivot.name))"]
        for version in rule.versions {
            lines += [
                "", "**\(version.inForce)**：\(version.basis.map(\.description).joined(separator: "；"))", "",
            ]
            lines += version.terms(in: wording).map { term in
                "- \(term.label)：\(term.text)" + (term.code.map { " `\($0)`" } ?? "")
            }
        }
        lines += ["", "怎么办：\(rule.remedy)"]
        if let note = rule.note { lines += ["", "说明：\(note)"] }
        if !examples.isEmpty { lines += ["", "例子：", ""] }
        lines += examples.map { "- \($0.title)：\($0.wanted)\($0.passed ? "" : "（**未通过**）")" }
        return lines.joined(separator: "\n") + "\n"
    }
}
