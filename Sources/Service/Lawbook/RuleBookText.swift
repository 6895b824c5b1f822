import Law
import Ledger

/// The rule book in Markdown, for a lawyer to read and sign.
package enum RuleBookText {
    /// All rules and principles, by subject.
    package static func book(of packs: BureauPacks) -> String {
        let book = RuleChapters(packs)
        var text = "# 规则书\n\n规则包摘要 `\(book.hash)`；规则 \(book.count) 条。\n"
        for chapter in book.chapters {
            text += "\n## \(chapter.topic)\n"
            for entry in chapter.entries { text += "\n" + section(entry) }
        }
        return text
    }

    package static func rule(_ id: String, of packs: BureauPacks) throws -> String {
        let rule = try packs.rule(id)
        let examples = packs.rules.runExamples(of: id)
        return section(RuleEntry(rule, packs.wording(of: rule), examples: examples))
    }

    private static func section(_ entry: RuleEntry) -> String {
        var lines = ["### \(entry.title)", "", "`\(entry.id)` · \(entry.marks.joined(separator: " · "))"]
        if !entry.isVerified { lines += ["", "**待核**：尚未在法律文本中核对，只提示，不认定违规。"] }
        for line in entry.lines { lines += ["", written(line)] }
        for version in entry.versions {
            lines += ["", "**\(version.inForce)**：\(version.basis.joined(separator: "；"))"]
            if !version.terms.isEmpty { lines += [""] + version.terms.map { "- " + written($0) } }
            if !version.changes.isEmpty { lines += ["", "改动：", ""] + version.changes.map { "- \($0)" } }
        }
        for line in entry.closing { lines += ["", written(line)] }
        if !entry.examples.isEmpty { lines += ["", "例子：", ""] }
        lines += entry.examples.map { "- \($0.title)：\($0.wanted)\($0.passed ? "" : "（**未通过**）")" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func written(_ term: RuleTerm) -> String {
        "\(term.label)：\(term.text)" + (term.code.map { " `\($0)`" } ?? "")
    }
}
