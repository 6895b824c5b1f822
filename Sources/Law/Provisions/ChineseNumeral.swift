/// Whole numbers as statutes write them: `九十七`, `一百零八`, `一百一十八`.
package enum ChineseNumeral {
    private static let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// - Parameter number: 1…9999; articles, paragraphs and items never leave that range.
    package static func text(_ number: Int) -> String {
        guard number >= 10 else { return digits[max(0, number)] }
        var text = ""
        var owesZero = false
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = number / unit % 10
            if digit == 0 {
                owesZero = !text.isEmpty
                continue
            }
            if owesZero { text += digits[0] }
            owesZero = false
            // 十五, not 一十五, when nothing stands before it.
            text += (digit == 1 && unit == 10 && text.isEmpty ? "" : digits[digit]) + name
        }
        return text
    }
}
