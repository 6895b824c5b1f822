/// 一, 二 … 十九, as 一是 and 一、 count.
enum ChineseOrdinal {
    private static let digits: [Character] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]

    /// - Parameter number: 1 to 19.
    static func text(_ number: Int) -> String {
        switch number {
        case 1...9: String(digits[number - 1])
        case 10: "十"
        case 11...19: "十" + String(digits[number - 11])
        default: String(number)
        }
    }

    /// - Returns: `nil` when the characters are no ordinal from 1 to 19.
    static func number(_ text: [Character]) -> Int? {
        func digit(_ character: Character) -> Int? { digits.firstIndex(of: character).map { $0 + 1 } }
        switch text.count {
        case 1: return text[0] == "十" ? 10 : digit(text[0])
        case 2 where text[0] == "十": return digit(text[1]).map { $0 + 10 }
        default: return nil
        }
    }
}
