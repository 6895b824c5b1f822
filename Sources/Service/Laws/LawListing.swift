package import Law
package import Ledger

/// Which laws the pack and the data folder know, and of which the text is at hand.
package struct LawListing: Sendable {
    package struct Line: Sendable {
        package let code: String
        package let name: String
        package let inForce: InForce?
        /// `nil` when the text was not imported.
        package let text: LawLibrary.Text?
        /// Whether rules may cite it.
        package let isKnown: Bool
    }

    package let lines: [Line]
}

extension LawLibrary {
    /// The pack's laws in its order, then the texts that the pack does not know.
    package func listing() throws -> LawListing {
        let texts = try texts()
        let byCode = Dictionary(texts.map { ($0.code, $0) }) { first, _ in first }
        let known = laws.statutes.map { law in
            LawListing.Line(
                code: law.code, name: law.name, inForce: law.inForce, text: byCode[law.code], isKnown: true)
        }
        let others = texts.filter { laws.statute($0.code) == nil }.map { text in
            LawListing.Line(
                code: text.code, name: text.title, inForce: text.effectiveOn.map { InForce(from: $0) },
                text: text,
                isKnown: false)
        }
        return LawListing(lines: known + others)
    }
}

extension LawListing {
    package var report: [String] {
        lines.map { line in
            let text = line.text.map { "文本 \($0.articles) 条，摘要 \($0.content.prefix(16))…" } ?? "文本未导入"
            let known = line.isKnown ? "" : "（规则包未收）"
            return "\(line.code)\t\(line.name)\(known)\t\(line.inForce.map { "\($0)" } ?? "")\t\(text)"
        } + [
            "法律 \(lines.count) 部，文本已导入 \(lines.count { $0.text != nil }) 部。"
                + (lines.contains { $0.isKnown && $0.text == nil } ? "未导入的，证明里只有条号、没有原文。" : "")
        ]
    }

    package var json: JSONValue {
        .array(
            lines.map { line in
                [
                    "code": .string(line.code), "name": .string(line.name), "known": .boolean(line.isKnown),
                    "from": .text(line.inForce?.from), "until": .text(line.inForce?.until),
                    "text": line.text.map(\.json) ?? .null,
                ]
            })
    }
}

extension LawLibrary.Text {
    fileprivate var json: JSONValue {
        [
            "title": .string(title), "issuer": .string(issuer), "effective": .string(effective),
            "articles": .number(articles), "content": .string(content), "file": .string(file),
            "entry": .number(seq), "importedAt": .string(importedAt.description),
        ]
    }
}
