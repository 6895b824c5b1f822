import Documents
import Law

/// The rule book as one HTML page that needs nothing from outside.
package enum RuleBookPage {
    package static func book(of packs: BureauPacks) -> String {
        let book = RuleChapters(packs)
        let contents = book.chapters.enumerated().map { place, chapter in
            Markup.element(
                "li",
                .element("a", ["href": "#s\(place)"], .text(chapter.topic)),
                .text("（\(chapter.entries.count)）"))
        }
        let chapters = book.chapters.enumerated().map { place, chapter in
            Markup.element(
                "section", ["id": "s\(place)"],
                [.element("h2", .text(chapter.topic))] + chapter.entries.map(section))
        }
        return "<!DOCTYPE html>\n"
            + Markup.element(
                "html", ["lang": "zh-CN"],
                .element(
                    "head", .void("meta", ["charset": "utf-8"]),
                    .void("meta", ["name": "viewport", "content": "width=device-width"]),
                    .element("title", .text("规则书")), .element("style", .text(style))),
                .element(
                    "body",
                    [
                        .element("h1", .text("规则书")),
                        .element("p", .text("规则包摘要 \(book.hash)；规则 \(book.count) 条。")),
                        .element("nav", .element("ul", contents)),
                    ] + chapters)
            ).source + "\n"
    }

    private static func section(_ entry: RuleEntry) -> Markup {
        var parts: [Markup] = [
            .element("h3", .text(entry.title)),
            .element(
                "p", .element("code", .text(entry.id)), .text(" · " + entry.marks.joined(separator: " · "))),
        ]
        if !entry.isVerified {
            parts.append(.element("p", .element("strong", .text("待核")), .text("：尚未在法律文本中核对，只提示，不认定违规。")))
        }
        parts += entry.lines.map { .element("p", written($0)) }
        for version in entry.versions {
            parts.append(
                .element(
                    "p", .element("strong", .text(version.inForce)),
                    .text("：" + version.basis.joined(separator: "；"))))
            if !version.terms.isEmpty {
                parts.append(.element("ul", version.terms.map { .element("li", written($0)) }))
            }
            if !version.changes.isEmpty {
                parts.append(.element("p", .text("改动：")))
                parts.append(.element("ul", version.changes.map { .element("li", .text($0)) }))
            }
        }
        parts += entry.closing.map { .element("p", written($0)) }
        if !entry.examples.isEmpty {
            parts.append(.element("p", .text("例子：")))
            let examples = entry.examples.map { "\($0.title)：\($0.wanted)\($0.passed ? "" : "（未通过）")" }
            parts.append(.element("ul", examples.map { .element("li", .text($0)) }))
        }
        return .element("article", ["id": entry.id], parts)
    }

    private static func written(_ term: RuleTerm) -> [Markup] {
        [.text("\(term.label)：\(term.text)")]
            + (term.code.map { [.text(" "), .element("code", .text($0))] } ?? [])
    }

    /// Held to what needs no escaping: no quotes, no angle brackets.
    private static let style = """
        body{max-width:52em;margin:2em auto;padding:0 1em;font-family:sans-serif;line-height:1.7}
        article{border-top:1px solid;padding:.5em 0}code{font-size:.85em}nav ul{columns:3}
        """
}

extension Markup {
    fileprivate static func element(_ name: StaticString, _ children: [Markup]) -> Markup {
        element(name, [:], children)
    }

    fileprivate static func element(_ name: StaticString, _ children: Markup...) -> Markup {
        element(name, [:], children)
    }
}
