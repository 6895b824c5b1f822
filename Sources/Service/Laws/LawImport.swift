package import Law
package import Ledger

/// What became of a folder of statutes.
package struct LawImport: Sendable {
    package struct Line: Hashable, Sendable {
        package let file: String
        package let code: String
        package let title: String
        package let articles: Int
        /// Whether the pack knows the law, so that rules may cite it.
        package let isKnown: Bool
        /// Entries it made in the ledger: 0 when the very text was there already.
        package let entries: Int
    }

    package let lines: [Line]
    package let faults: [StatuteText.Fault]
    /// Whether they went into the ledger: not when only tried, and not beside a fault unless a part was asked for.
    package let isTaken: Bool

    package var entries: Int { lines.reduce(0) { $0 + $1.entries } }
}

extension LawImport {
    /// What is said at a terminal.
    package var report: [String] {
        let files = lines.map { line in
            let made = !isTaken ? "可以导入" : line.entries == 0 ? "没有变化" : "入账 \(line.entries) 条"
            let known = line.isKnown ? "" : "；规则包里没有这部法，可供查阅，规则不引用"
            return "\(line.code)\t\(line.title)\t\(line.articles) 条\t\(made)\(known)"
        }
        return files + faults.map { "\($0)" } + [summary]
    }

    private var summary: String {
        if !isTaken, !faults.isEmpty {
            return "\(faults.count) 个文件读不成法律文本，一部也没有导入。改正后再导入，或用 --partial 先导入其余的。"
        }
        let what = "法律文本 \(lines.count) 部，共 \(lines.reduce(0) { $0 + $1.articles }) 条"
        return !isTaken ? "\(what)，都可以导入。" : "\(what)；账本新增 \(entries) 条。"
    }

    package var json: JSONValue {
        [
            "entries": .number(entries),
            "laws": .array(
                lines.map {
                    [
                        "file": .string($0.file), "code": .string($0.code), "title": .string($0.title),
                        "articles": .number($0.articles), "known": .boolean($0.isKnown),
                        "entries": .number($0.entries),
                    ]
                }),
            "faults": .array(
                faults.map {
                    ["file": .string($0.file), "line": .number($0.line), "what": .string($0.words)]
                }),
        ]
    }
}
