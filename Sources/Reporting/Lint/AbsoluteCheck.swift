/// 件件有回音 in a sentence with 5 received and 4 closed.
enum AbsoluteCheck {
    private static let absolutes = ["件件", "事事", "全部", "悉数", "无一遗漏", "100%", "百分之百", "均已"]
    private static let received = ["收到", "收集", "受理", "接收", "接到", "征集", "排查", "登记", "查摆", "发现"]
    private static let closed = ["办结", "答复", "解决", "反馈", "整改", "完成", "回复", "化解", "销号", "办理"]

    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        paragraphs.flatMap { paragraph in
            paragraph.sentences.compactMap { sentence in finding(paragraph, sentence) }
        }
    }

    private static func finding(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> LintFinding? {
        let absolute = absolutes.lazy.compactMap { word in
            paragraph.occurrences(of: word, in: sentence).first.map { $0..<($0 + word.count) }
        }.first
        guard let absolute else { return nil }
        let quantities = Quantity.list(in: paragraph, sentence).filter(\.isCount)
        let incoming = quantities.filter { isOf(received, $0, paragraph) && !isOf(closed, $0, paragraph) }
        let done = quantities.filter { isOf(closed, $0, paragraph) }
        for total in incoming {
            guard let part = done.first(where: { $0.unit == total.unit && $0.value < total.value }) else {
                continue
            }
            return paragraph.finding(
                .absoluteClaim, absolute,
                "同句只办了\(part.value)\(part.unit)，而总数是\(total.value)\(total.unit)，不能写“\(paragraph.text(absolute))”"
            )
        }
        return nil
    }

    /// Whether one of the verbs stands in the quantity's own clause.
    private static func isOf(_ verbs: [String], _ quantity: Quantity, _ paragraph: LintParagraph) -> Bool {
        guard
            let clause = paragraph.stretches(at: "，。；：、！？").first(where: {
                $0.contains(quantity.range.lowerBound)
            })
        else { return false }
        return verbs.contains { paragraph.contains($0, in: clause) }
    }
}
