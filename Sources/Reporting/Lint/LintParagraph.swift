import Law

/// A paragraph of a draft as the checks read it.
struct LintParagraph {
    /// Counted from 1.
    let number: Int
    /// Without the spaces at either end.
    let characters: [Character]
    /// Words that were computed or taken over: a figure, a claim's sentence, a rule's remedy. Two rules may share one.
    let given: [Range<Int>]
    /// How many spaces stood before.
    private let indent: Int

    init(number: Int, text: some StringProtocol, given: [Range<Int>] = []) {
        self.number = number
        self.given = given
        let all = Array(text)
        indent = all.firstIndex { !$0.isWhitespace } ?? all.count
        let end = (all.lastIndex { !$0.isWhitespace } ?? -1) + 1
        characters = indent < end ? Array(all[indent..<end]) : []
    }

    /// 一、 （一） 1. and so on, at the beginning.
    var isNumberedHeading: Bool {
        guard let first = characters.first else { return false }
        if first == "（" || first == "(" {
            guard let close = characters.firstIndex(where: { $0 == "）" || $0 == ")" }) else { return false }
            return ChineseOrdinal.number(Array(characters[1..<close])) != nil
        }
        guard let mark = characters.firstIndex(of: "、") else { return false }
        return ChineseOrdinal.number(Array(characters[..<mark])) != nil
    }

    /// A title, an address line, a signature, a date: short, and without a comma or a full stop.
    var isLabel: Bool { characters.count <= 40 && !characters.contains { "，。；".contains($0) } }

    /// The stretches between these marks, the marks left out.
    func stretches(at marks: String) -> [Range<Int>] {
        var stretches: [Range<Int>] = []
        var start = 0
        for (index, character) in characters.enumerated() where marks.contains(character) {
            if index > start { stretches.append(start..<index) }
            start = index + 1
        }
        if start < characters.count { stretches.append(start..<characters.count) }
        return stretches
    }

    var sentences: [Range<Int>] { stretches(at: "。！？") }

    func text(_ range: Range<Int>) -> String { String(characters[range]) }

    /// Where the words occur in a stretch.
    func occurrences(of words: String, in range: Range<Int>) -> [Int] {
        let wanted = Array(words)
        guard range.count >= wanted.count else { return [] }
        return (range.lowerBound...(range.upperBound - wanted.count)).filter {
            characters[$0..<($0 + wanted.count)].elementsEqual(wanted)
        }
    }

    func contains(_ words: String, in range: Range<Int>) -> Bool {
        !occurrences(of: words, in: range).isEmpty
    }

    func finding(_ rule: LintRule, _ range: Range<Int>, _ advice: String) -> LintFinding {
        LintFinding(
            rule: rule, paragraph: number, column: indent + range.lowerBound + 1, excerpt: text(range),
            advice: advice)
    }
}

extension Character {
    var isHan: Bool {
        unicodeScalars.first.map {
            (0x4E00...0x9FFF).contains($0.value) || (0x3400...0x4DBF).contains($0.value)
        }
            ?? false
    }

    var isASCIIDigit: Bool { isASCII && isNumber }
}
