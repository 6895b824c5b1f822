/// Numbers of other periods in a yearly report: 自2020年10月以来, 2021年上半年, 党的十八大以来.
enum PeriodCheck {
    private static let open = ["以来", "至今"]
    private static let parts = ["上半年", "下半年", "一季度", "二季度", "三季度", "四季度", "前三季度"]

    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        // A draft whose title names half a year or a quarter is about that, and nothing is mixed.
        guard let title = paragraphs.first(where: { !$0.characters.isEmpty }),
            !parts.contains(where: { title.contains($0, in: title.characters.indices) }) || !title.isLabel
        else { return [] }
        return paragraphs.flatMap { paragraph in
            paragraph.sentences.flatMap { sentence -> [LintFinding] in
                guard Quantity.list(in: paragraph, sentence).contains(where: { !$0.unit.isEmpty }) else {
                    return []
                }
                return mentions(paragraph, sentence).map {
                    paragraph.finding(
                        .mixedPeriods, $0, "统计期间与年度不一致；请改用本年度的数字，或另句写明起止日期")
                }
            }
        }
    }

    /// The clause parts that name another period, with the words before them that belong to it.
    private static func mentions(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> [Range<Int>] {
        paragraph.stretches(at: "，。；：、！？").filter(sentence.overlaps).compactMap { clause in
            if let at = open.lazy.compactMap({ word in paragraph.occurrences(of: word, in: clause).first })
                .first
            {
                let lead = clause.lowerBound..<at
                let names = ["大", "年", "月", "日"].contains { paragraph.contains($0, in: lead) }
                return names ? clause.lowerBound..<(at + 2) : nil
            }
            let part = parts.lazy.compactMap { word in
                paragraph.occurrences(of: word, in: clause).first.map { $0..<($0 + word.count) }
            }.first
            return part
        }
    }
}
