import Law

/// A number with its measure word as it stands in a draft: `1616.85万元`, `30余场`, `42.43%`.
struct Quantity {
    let value: Number
    /// `件`, `万元`; `%` for a percentage; empty when no measure word follows.
    let unit: String
    /// 余, 多, 近, 约 and the like: not to be added up.
    let isApproximate: Bool
    /// Digits after the point.
    let places: Int
    let range: Range<Int>

    var isCount: Bool { !unit.isEmpty && unit != "%" }

    /// The longest first, so that 人次 is not read as 人.
    private static let units: [[Character]] = [
        "万余元", "亿元", "万元", "万件", "万起", "万人次", "万人", "万次", "人次", "家次", "场次", "批次", "件", "次", "起", "人", "名",
        "个",
        "项", "场", "期", "所", "家", "宗", "条", "份", "元", "天", "篇", "户", "处", "批", "部", "册", "辆", "支", "万", "亿",
    ].map(Array.init)

    /// The quantities of a stretch, in order. Years, dates, ordinals (第3次) and numbers of documents are none.
    static func list(in paragraph: LintParagraph, _ range: Range<Int>) -> [Quantity] {
        var quantities: [Quantity] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard paragraph.characters[index].isASCIIDigit else {
                index += 1
                continue
            }
            let end = digits(in: paragraph, from: index, until: range.upperBound)
            if let quantity = read(paragraph, index..<end, until: range.upperBound) {
                quantities.append(quantity)
            }
            index = end
        }
        return quantities
    }

    private static func digits(in paragraph: LintParagraph, from start: Int, until limit: Int) -> Int {
        var end = start
        while end < limit {
            let character = paragraph.characters[end]
            let isInside =
                (character == "." || character == ",") && end + 1 < limit
                && paragraph.characters[end + 1].isASCIIDigit
            guard character.isASCIIDigit || isInside else { break }
            end += 1
        }
        return end
    }

    private static func read(_ paragraph: LintParagraph, _ digits: Range<Int>, until limit: Int) -> Quantity?
    {
        let text = paragraph.text(digits).filter { $0 != "," }
        guard let value = Number(text) else { return nil }
        let before = digits.lowerBound > 0 ? paragraph.characters[digits.lowerBound - 1] : " "
        guard before != "第", before != "〔", before != "." else { return nil }
        var end = digits.upperBound
        var isApproximate = "约近超逾".contains(before)
        if end < limit, "余多".contains(paragraph.characters[end]) {
            isApproximate = true
            end += 1
        }
        let places = text.split(separator: ".").count == 2 ? text.split(separator: ".")[1].count : 0
        if end < limit, "%％".contains(paragraph.characters[end]) {
            return Quantity(
                value: value, unit: "%", isApproximate: isApproximate, places: places,
                range: digits.lowerBound..<(end + 1))
        }
        let rest = paragraph.characters[end..<limit]
        let unit = units.first { rest.starts(with: $0) } ?? []
        if unit.isEmpty, let next = rest.first, "年月日时分号".contains(next) { return nil }
        return Quantity(
            value: value, unit: String(unit), isApproximate: isApproximate, places: places,
            range: digits.lowerBound..<(end + unit.count))
    }
}
