import Documents
import Law

/// What only a compiled report can be asked: does a figure or a claim stand behind every number and every 所有?
enum BindingCheck {
    private static let absolutes = ["所有", "均", "全部", "不存在", "件件", "无一", "100%", "百分之百"]

    static func findings(in inlines: [Inline], paragraph: LintParagraph) -> [LintFinding] {
        var findings: [LintFinding] = []
        var start = 0
        for (position, inline) in inlines.enumerated() {
            let range = start..<(start + inline.text.count)
            start = range.upperBound
            switch inline {
            case .text: findings += unbound(in: paragraph, range)
            case .figure(let mark):
                let before = position > 0 ? inlines[position - 1].text : ""
                let after = position + 1 < inlines.count ? inlines[position + 1].text : ""
                if let advice = falsehood(mark, before: before, after: after) {
                    findings.append(paragraph.finding(.falsePhrase, range, advice))
                }
            case .claim, .reference: break
            }
        }
        return findings
    }

    private static func unbound(in paragraph: LintParagraph, _ range: Range<Int>) -> [LintFinding] {
        let numbers = Quantity.list(in: paragraph, range).filter {
            !isInside("《〔", "》〕", paragraph, $0.range)
        }
        .map {
            paragraph.finding(.unboundNumber, $0.range, "这个数字没有指标编号；请改用 {F…} 引用指标，或删去")
        }
        let claims = absolutes.flatMap { word in
            paragraph.occurrences(of: word, in: range).map {
                paragraph.finding(
                    .unboundClaim, $0..<($0 + word.count), "“\(word)”没有断言支持；请改用 {claim:…}，或换一种说法")
            }
        }
        return numbers + claims
    }

    private static func isInside(
        _ opening: String, _ closing: String, _ paragraph: LintParagraph, _ range: Range<Int>
    ) -> Bool {
        let before = paragraph.characters[..<range.lowerBound]
        let opened = before.lastIndex { opening.contains($0) }
        let closed = before.lastIndex { closing.contains($0) }
        return opened.map { open in closed.map { $0 < open } ?? true } ?? false
    }

    /// Why a wording is false of its exact value, together with the words around it; `nil` when it is true.
    private static func falsehood(_ mark: FigureMark, before: String, after: String) -> String? {
        guard let exact = Number(mark.exact), let phrase = Phrase(mark.text) else { return nil }
        if let next = after.first, let style = Phrase.Style(rawValue: String(next)), style != .exact,
            phrase.style == .exact
        {
            guard Phrase(mark.text + String(next))?.isTrue(of: exact) == true else {
                return "准确数为\(exact)，写“\(mark.text)\(next)”不真实；请写 {\(mark.id):\(next)}，由程序选词"
            }
            return nil
        }
        if let word = ["超过", "逾", "近", "不足"].first(where: before.hasSuffix), phrase.base == exact {
            return "准确数就是\(exact)，不能写“\(word)\(mark.text)”"
        }
        return phrase.isTrue(of: exact) ? nil : "准确数为\(exact)，写“\(mark.text)”不真实"
    }
}
