package import Law
package import Ledger

/// Two imported texts, article by article.
package struct LawComparison: Sendable {
    package let old: LawLibrary.Text
    package let new: LawLibrary.Text
    package let rows: [StatuteComparison.Row]

    package var same: Int { rows.count(where: \.isSame) }
    package var changed: Int { rows.count { $0.old != nil && $0.new != nil && !$0.isSame } }
    package var added: Int { rows.count { $0.old == nil } }
    package var removed: Int { rows.count { $0.new == nil } }

    package var summary: String {
        "《\(old.title)》\(old.articles) 条，《\(new.title)》\(new.articles) 条：文字相同 \(same)，修改 \(changed)，"
            + "新增 \(added)，删去 \(removed)。条文按条号和文字相近程度对应，仅供核对，不是立法机关的对照表。"
    }
}

extension LawLibrary {
    /// - Throws: `ServiceError` for a text that was not imported.
    package func compare(_ old: String, _ new: String) throws -> LawComparison {
        let texts = (try requireText(old), try requireText(new))
        let comparison = StatuteComparison(
            try articles(of: old).map(\.text), try articles(of: new).map(\.text))
        return LawComparison(old: texts.0, new: texts.1, rows: comparison.rows)
    }
}

extension LawComparison {
    /// The summary, then every article that is not word for word the same; removed words in 〔删：〕, added ones in 〔增：〕.
    package var lines: [String] {
        [summary] + rows.filter { !$0.isSame }.flatMap(Self.lines)
    }

    private static func lines(_ row: StatuteComparison.Row) -> [String] {
        switch (row.old, row.new) {
        case (let old?, let new?):
            ["", "\(old.number.chinese) → \(new.number.chinese)"] + indented(marked(row.changes))
        case (nil, let new?): ["", "新增 \(new.number.chinese)"] + indented(new.body)
        case (let old?, nil): ["", "删去 \(old.number.chinese)"] + indented(old.body)
        case (nil, nil): []
        }
    }

    private static func marked(_ changes: [TextChange]) -> String {
        changes.map { change in
            switch change.kind {
            case .same: change.text
            case .removed: "〔删：\(change.text)〕"
            case .added: "〔增：\(change.text)〕"
            }
        }.joined()
    }

    private static func indented(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
    }

    package var json: JSONValue {
        [
            "old": .string(old.code), "new": .string(new.code), "same": .number(same),
            "changed": .number(changed), "added": .number(added), "removed": .number(removed),
            "rows": .array(rows.map(Self.json)),
        ]
    }

    private static func json(_ row: StatuteComparison.Row) -> JSONValue {
        [
            "old": .text(row.old?.number), "new": .text(row.new?.number), "same": .boolean(row.isSame),
            // A decimal is a text in every document of the program; two places tell enough.
            "likeness": row.likeness.map { .number(Int(($0 * 100).rounded())) } ?? .null,
            "changes": .array(
                row.isSame
                    ? []
                    : row.changes.map { ["kind": .string($0.kind.rawValue), "text": .string($0.text)] }),
        ]
    }
}
