/// Slips of the pen: a clause written twice, 的的, an ASCII comma, a paragraph without its full stop.
enum WritingCheck {
    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        paragraphs.flatMap { repeatedClauses($0) + doubled($0) + asciiMarks($0) + finalStop($0) }
    }

    /// A clause of at least six characters, five of them Han, that stands twice in one paragraph.
    private static func repeatedClauses(_ paragraph: LintParagraph) -> [LintFinding] {
        var seen: Set<String> = []
        return paragraph.stretches(at: "，。；：！？").compactMap { clause in
            let text = paragraph.text(clause)
            guard !paragraph.given.contains(where: { $0.overlaps(clause) }) else { return nil }
            guard text.count >= 6, text.count(where: \.isHan) >= 5, !seen.insert(text).inserted else {
                return nil
            }
            return paragraph.finding(.repeatedClause, clause, "同一段内重复出现，请删去其中一处")
        }
    }

    /// Function words that never stand twice side by side, and marks.
    private static func doubled(_ paragraph: LintParagraph) -> [LintFinding] {
        let characters = paragraph.characters
        return characters.indices.dropFirst().compactMap { index in
            let character = characters[index]
            guard character == characters[index - 1], "的了和与及为在将并被把，。、；：".contains(character) else {
                return nil
            }
            // 不了了之
            if character == "了", index >= 2, characters[index - 2] == "不" { return nil }
            return paragraph.finding(.doubledCharacter, (index - 1)..<(index + 1), "多写了一个“\(character)”")
        }
    }

    private static let fullWidth: [Character: Character] = [
        ",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）",
    ]

    /// GB/T 15834-2011: Chinese text takes Chinese marks.
    private static func asciiMarks(_ paragraph: LintParagraph) -> [LintFinding] {
        let characters = paragraph.characters
        return characters.indices.compactMap { index in
            guard let instead = fullWidth[characters[index]] else { return nil }
            let isBeside =
                (index > 0 && characters[index - 1].isHan)
                || (index + 1 < characters.count && characters[index + 1].isHan)
            guard isBeside else { return nil }
            return paragraph.finding(
                .asciiPunctuation, index..<(index + 1), "中文里应使用全角标点“\(instead)”")
        }
    }

    private static func finalStop(_ paragraph: LintParagraph) -> [LintFinding] {
        guard let last = paragraph.characters.last, !paragraph.isLabel,
            !(paragraph.isNumberedHeading && !paragraph.characters.contains("。")),
            !"。！？；：…”）」".contains(last)
        else { return [] }
        let end = paragraph.characters.count
        return [paragraph.finding(.missingFullStop, max(0, end - 4)..<end, "段末缺少“。”")]
    }
}
