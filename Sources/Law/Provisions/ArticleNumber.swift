/// The number of an article: 第九十七条, or 第一百三十三条之一 when a later law put one between two others.
package struct ArticleNumber: Hashable, Sendable {
    package let main: Int
    /// 1 for 之一; 0 for an article of the law's own numbering.
    package let sub: Int

    package init(_ main: Int, sub: Int = 0) {
        self.main = main
        self.sub = sub
    }

    /// Whether an article of this number may follow the other without a gap.
    package func follows(_ other: ArticleNumber) -> Bool {
        (main == other.main && sub == other.sub + 1) || (main == other.main + 1 && sub == 0)
    }
}

extension ArticleNumber: LosslessStringConvertible {
    /// `97`, `133-1`
    package var description: String { sub == 0 ? "\(main)" : "\(main)-\(sub)" }

    /// Reads `97`, `133-1`, `第九十七条`, `第一百三十三条之一`.
    package init?(_ text: String) {
        if let (number, rest) = Self.heading(text[...]), rest.isEmpty {
            self = number
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard (1...2).contains(parts.count), let main = parts[0], main > 0 else { return nil }
        guard parts.count == 2 else {
            self.init(main)
            return
        }
        guard let sub = parts[1], sub > 0 else { return nil }
        self.init(main, sub: sub)
    }
}

extension ArticleNumber: Comparable {
    package static func < (a: ArticleNumber, b: ArticleNumber) -> Bool {
        (a.main, a.sub) < (b.main, b.sub)
    }
}

extension ArticleNumber {
    /// `第一百三十三条之一`
    package var chinese: String {
        "第\(ChineseNumeral.text(main))条" + (sub == 0 ? "" : "之\(ChineseNumeral.text(sub))")
    }

    /// Reads the number that a line begins with, and what comes after it; `nil` when it begins with none.
    static func heading(_ line: Substring) -> (number: ArticleNumber, rest: Substring)? {
        guard line.first == "第", let end = line.firstIndex(of: "条"),
            let main = ChineseNumeral.number(line[line.index(after: line.startIndex)..<end])
        else { return nil }
        let rest = line[line.index(after: end)...]
        guard rest.first == "之" else { return (ArticleNumber(main), rest) }
        let numeral = rest.dropFirst().prefix {
            ChineseNumeral.number(String($0)) != nil || "十百".contains($0)
        }
        guard let sub = ChineseNumeral.number(numeral) else { return (ArticleNumber(main), rest) }
        return (ArticleNumber(main, sub: sub), rest.dropFirst(1 + numeral.count))
    }
}
