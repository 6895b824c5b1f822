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

    /// Reads what `text` writes, `〇` for `零` as well; `nil` for anything else, and for nothing.
    package static func number(_ text: some StringProtocol) -> Int? {
        var total = 0
        var digit: Int?
        for character in text {
            switch character {
            case "零", "〇": continue
            case "十": (total, digit) = (total + (digit ?? 1) * 10, nil)
            case "百": (total, digit) = (total + (digit ?? 1) * 100, nil)
            case "千": (total, digit) = (total + (digit ?? 1) * 1000, nil)
            default:
                // Two digits in a row are a year or a mistake, not a number of an article.
                guard digit == nil, let place = digits.firstIndex(of: String(character)) else { return nil }
                digit = place
            }
        }
        let number = total + (digit ?? 0)
        return number > 0 ? number : nil
    }
}
