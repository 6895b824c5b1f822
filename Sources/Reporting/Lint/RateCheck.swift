import Law

/// A percentage that the counts beside it contradict: a share (`占42.43%`), or a change (`由30件降至21件，下降27.6%`).
enum RateCheck {
    static func findings(in paragraphs: [LintParagraph]) -> [LintFinding] {
        paragraphs.flatMap { paragraph in
            paragraph.stretches(at: "。！？；").flatMap { stretch -> [LintFinding] in
                let quantities = Quantity.list(in: paragraph, stretch)
                return quantities.filter { $0.unit == "%" && !$0.isApproximate }.compactMap { percent in
                    check(percent, beside: quantities, in: paragraph, stretch)
                }
            }
        }
    }

    private static func check(
        _ percent: Quantity, beside quantities: [Quantity], in paragraph: LintParagraph, _ stretch: Range<Int>
    ) -> LintFinding? {
        let lead = max(stretch.lowerBound, percent.range.lowerBound - 8)..<percent.range.lowerBound
        let counts = quantities.filter { $0.unit != "%" && !$0.isApproximate }
        if let ratio = writtenRatio(before: percent, quantities, in: paragraph) {
            return compare(percent, [ratio], .percentage, in: paragraph)
        }
        if let sign = direction(paragraph, lead) {
            let changes = pairs(counts).flatMap { change(within: $0, in: paragraph) }
            let signed = changes.filter { ($0 < 0) == (sign < 0) || $0 == 0 }.map(abs)
            return compare(
                percent, signed.isEmpty ? changes.map(abs) : signed, .yearOnYear, in: paragraph,
                wrongWay: signed.isEmpty)
        }
        let clause = max(stretch.lowerBound, percent.range.lowerBound - 12)..<percent.range.lowerBound
        guard ["占", "率", "比例", "比重"].contains(where: { paragraph.contains($0, in: clause) }) else {
            return nil
        }
        let shares = pairs(counts).compactMap {
            share(min($0.0.value, $0.1.value), of: max($0.0.value, $0.1.value))
        }
        return compare(percent, shares, .percentage, in: paragraph)
    }

    /// `656/1546=42.43%`
    private static func writtenRatio(
        before percent: Quantity, _ quantities: [Quantity], in paragraph: LintParagraph
    ) -> Double? {
        guard let position = quantities.firstIndex(where: { $0.range == percent.range }), position >= 2 else {
            return nil
        }
        let (part, whole) = (quantities[position - 2], quantities[position - 1])
        guard paragraph.text(part.range.upperBound..<whole.range.lowerBound) == "/",
            ["=", "＝"].contains(paragraph.text(whole.range.upperBound..<percent.range.lowerBound))
        else { return nil }
        return share(part.value, of: whole.value)
    }

    /// −1 for 下降, 1 for 增长; `nil` when the percentage is no change, or is one of percentage points.
    private static func direction(_ paragraph: LintParagraph, _ lead: Range<Int>) -> Int? {
        if ["下降", "减少", "降低", "降幅", "回落", "压降"].contains(where: { paragraph.contains($0, in: lead) }) {
            return -1
        }
        if ["增长", "上升", "增加", "提高", "增幅", "升幅"].contains(where: { paragraph.contains($0, in: lead) }) {
            return 1
        }
        guard let sign = paragraph.text(lead).last, "-−－+＋".contains(sign) else { return nil }
        return "+＋".contains(sign) ? 1 : -1
    }

    private static func pairs(_ counts: [Quantity]) -> [(Quantity, Quantity)] {
        counts.indices.flatMap { first in
            counts.indices.dropFirst(first + 1).compactMap { second in
                counts[first].unit == counts[second].unit ? (counts[first], counts[second]) : nil
            }
        }
    }

    /// The change of a pair, in percent: from the base where the words say which it is, else from either.
    private static func change(within pair: (Quantity, Quantity), in paragraph: LintParagraph) -> [Double] {
        func change(_ base: Quantity, _ now: Quantity) -> Double? {
            guard base.value.ticks > 0 else { return nil }
            return Double(now.value.ticks - base.value.ticks) / Double(base.value.ticks) * 100
        }
        func isBase(_ quantity: Quantity) -> Bool {
            let lead = max(0, quantity.range.lowerBound - 6)..<quantity.range.lowerBound
            return ["由", "从", "上年", "去年", "同期"].contains { paragraph.contains($0, in: lead) }
        }
        let between = paragraph.text(pair.0.range.upperBound..<pair.1.range.lowerBound)
        if isBase(pair.0) || between == "→" { return [change(pair.0, pair.1)].compactMap { $0 } }
        if isBase(pair.1) { return [change(pair.1, pair.0)].compactMap { $0 } }
        return [change(pair.0, pair.1), change(pair.1, pair.0)].compactMap { $0 }
    }

    private static func share(_ part: Number, of whole: Number) -> Double? {
        whole.ticks > 0 ? Double(part.ticks) / Double(whole.ticks) * 100 : nil
    }

    /// A percentage may differ from the true one by half of its last place.
    private static func compare(
        _ percent: Quantity, _ candidates: [Double], _ rule: LintRule, in paragraph: LintParagraph,
        wrongWay: Bool = false
    ) -> LintFinding? {
        guard !candidates.isEmpty else { return nil }
        var scale = 1.0
        for _ in 0..<percent.places { scale *= 10 }
        let written = Double(percent.value.ticks) / Double(Number.scale)
        let fits = candidates.contains { abs($0 - written) <= 0.5 / scale + 1e-9 }
        if fits, !wrongWay { return nil }
        let right = candidates.min { abs($0 - written) < abs($1 - written) } ?? written
        let shown = Number(ticks: Int64((right * scale).rounded()) * (Number.scale / Int64(scale)))
        let advice =
            wrongWay ? "文字说的升降与前后数字相反" : "按同句的数字计算应为\(shown)%"
        return paragraph.finding(rule, percent.range, "\(advice)；请核对分子、分母和上年数")
    }
}
