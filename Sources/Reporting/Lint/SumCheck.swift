import Law

/// Parts that do not add up to their total: `共30场，其中甲12场、乙10场、丙7场`; `甲5件、乙6件，合计12件`.
enum SumCheck {
    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        paragraphs.flatMap { paragraph in
            sentences(of: paragraph).compactMap { sentence in
                after(paragraph, sentence) ?? bracketed(paragraph, sentence) ?? before(paragraph, sentence)
            }
        }
    }

    /// A sentence that begins with 其中 goes on from the one before it.
    private static func sentences(of paragraph: LintParagraph) -> [Range<Int>] {
        paragraph.sentences.reduce(into: []) { sentences, sentence in
            if let last = sentences.last, paragraph.characters[sentence].starts(with: "其中") {
                sentences[sentences.count - 1] = last.lowerBound..<sentence.upperBound
            } else {
                sentences.append(sentence)
            }
        }
    }

    /// The total first, then 其中 or a colon.
    private static func after(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> LintFinding? {
        let marks =
            paragraph.occurrences(of: "其中", in: sentence) + paragraph.occurrences(of: "：", in: sentence)
        for mark in marks.sorted() {
            let quantities = flat(paragraph, sentence)
            guard let total = quantities.last(where: { $0.range.upperBound <= mark && $0.isCount }),
                mark - total.range.upperBound <= 6
            else { continue }
            let parts = quantities.filter { $0.range.lowerBound > mark && $0.unit == total.unit }
            if let finding = compare(paragraph, total, parts, mayBeFew: true) { return finding }
        }
        return nil
    }

    /// The total first, its parts in brackets: `罚没300万元（罚款200万元、没收90万元）`.
    private static func bracketed(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> LintFinding? {
        for total in flat(paragraph, sentence) where total.isCount {
            let open = total.range.upperBound
            guard open < sentence.upperBound, paragraph.characters[open] == "（",
                let close = paragraph.characters[open..<sentence.upperBound].firstIndex(of: "）")
            else { continue }
            let parts = Quantity.list(in: paragraph, open..<close).filter { $0.unit == total.unit }
            if let finding = compare(paragraph, total, parts, mayBeFew: true) { return finding }
        }
        return nil
    }

    /// The parts first, then 合计, 总计 or 共计.
    private static func before(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> LintFinding? {
        for word in ["合计", "总计", "共计"] {
            for mark in paragraph.occurrences(of: word, in: sentence) {
                let quantities = flat(paragraph, sentence)
                guard let total = quantities.first(where: { $0.range.lowerBound >= mark && $0.isCount }),
                    total.range.lowerBound - mark <= 6
                else { continue }
                let parts = quantities.filter { $0.range.upperBound <= mark && $0.unit == total.unit }
                if let finding = compare(paragraph, total, parts, mayBeFew: false) { return finding }
            }
        }
        return nil
    }

    /// - Parameter mayBeFew: After 其中 a writer may name only a few; less than half of the total is no defect.
    private static func compare(
        _ paragraph: LintParagraph, _ total: Quantity, _ parts: [Quantity], mayBeFew: Bool
    ) -> LintFinding? {
        guard parts.count >= 2, let last = parts.last, !(parts + [total]).contains(where: \.isApproximate)
        else {
            return nil
        }
        let sum = Number(ticks: parts.reduce(0) { $0 + $1.value.ticks })
        guard sum != total.value else { return nil }
        let isOpen =
            last.range.upperBound < paragraph.characters.count
            && paragraph.characters[last.range.upperBound] == "等"
        if sum < total.value, isOpen || (mayBeFew && sum.ticks * 2 < total.value.ticks) { return nil }
        return paragraph.finding(
            .partsAndTotal, total.range,
            "各项相加为\(sum)\(total.unit)，与总数\(total.value)\(total.unit)不符；请核对，只列举一部分的请写“等”")
    }

    /// The quantities outside brackets, which repeat or split what stands before them.
    private static func flat(_ paragraph: LintParagraph, _ sentence: Range<Int>) -> [Quantity] {
        var depth = 0
        var inside: Set<Int> = []
        for index in sentence {
            if "（(".contains(paragraph.characters[index]) { depth += 1 }
            if depth > 0 { inside.insert(index) }
            if "）)".contains(paragraph.characters[index]) { depth -= 1 }
        }
        return Quantity.list(in: paragraph, sentence).filter { !inside.contains($0.range.lowerBound) }
    }
}
