import Law

/// Reads amounts as offices write them in tables: `500`, `1,000`, `五百`, `1万`, `一万`.
struct AmountReader {
    private(set) var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    /// Takes one of the words off the front, the first that stands there.
    mutating func take(_ words: String...) -> String? {
        guard let word = words.first(where: { rest.hasPrefix($0) }) else { return nil }
        rest = rest.dropFirst(word.count)
        return word
    }

    /// Takes a number off the front; `nil` leaves everything as it was.
    mutating func number() -> Number? {
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let numerals = rest.prefix { "零〇一二三四五六七八九十百千".contains($0) }
        let found: Number?
        if !digits.isEmpty {
            found = Number(digits.filter { $0 != "," })
            rest = found == nil ? rest : rest.dropFirst(digits.count)
        } else {
            let whole = numerals == "零" || numerals == "〇" ? 0 : ChineseNumeral.number(numerals)
            found = numerals.isEmpty ? nil : whole.map { Number($0) }
            rest = found == nil ? rest : rest.dropFirst(numerals.count)
        }
        guard let found else { return nil }
        return take("万") == nil ? found : found.times(Number(10_000))
    }
}

/// Why a cell cannot be typed.
struct PhraseFault: Error {
    let why: String
}
