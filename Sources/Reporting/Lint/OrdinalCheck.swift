/// 一是 二是 四是: where is 三是? A heading begins a new count, and a 一是 inside an item begins an inner one.
enum OrdinalCheck {
    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        var findings: [LintFinding] = []
        var counts: [Character: [Int]] = [:]
        for paragraph in paragraphs {
            if paragraph.isNumberedHeading { counts = [:] }
            for marker in markers(in: paragraph) {
                if let advice = advance(&counts[marker.suffix, default: []], to: marker) {
                    findings.append(paragraph.finding(.missingOrdinal, marker.range, advice))
                }
            }
        }
        return findings
    }

    private struct Marker {
        let number: Int
        /// 是 or 要.
        let suffix: Character
        let range: Range<Int>
    }

    /// - Parameter counts: The last ordinal of each list that is still open, the innermost last.
    private static func advance(_ counts: inout [Int], to marker: Marker) -> String? {
        let number = marker.number
        if number == 1 {
            counts.append(1)
            return nil
        }
        if let open = counts.lastIndex(of: number - 1) {
            counts = counts[..<open] + [number]
            return nil
        }
        let last = counts.last ?? 0
        counts = counts.dropLast() + [number]
        guard number > last else { return "“\(name(number, marker))”重复或次序颠倒，前面已到“\(name(last, marker))”" }
        let missing = ((last + 1)..<number).map { "“\(name($0, marker))”" }.joined(separator: "、")
        return "缺少\(missing)，请补上或改正序号"
    }

    private static func name(_ number: Int, _ marker: Marker) -> String {
        ChineseOrdinal.text(number) + String(marker.suffix)
    }

    private static func markers(in paragraph: LintParagraph) -> [Marker] {
        let characters = paragraph.characters
        return characters.indices.compactMap { index in
            guard "是要".contains(characters[index]) else { return nil }
            var start = index
            while start > 0, "一二三四五六七八九十".contains(characters[start - 1]) { start -= 1 }
            guard start < index, let number = ChineseOrdinal.number(Array(characters[start..<index])),
                start == 0 || "。；，：、！？）”》 \u{3000}".contains(characters[start - 1])
            else { return nil }
            return Marker(number: number, suffix: characters[index], range: start..<(index + 1))
        }
    }
}
