/// Cuts a condition into tokens.
struct Tokenizer {
    /// Characters in one condition: twenty lines, more than a lawyer can check at a glance.
    static let longest = 2000

    let characters: [Character]
    let known: [[Character]]
    var index = 0

    static func tokens(of text: String, known: KnownNames = .none) throws(SFEELError) -> [Token] {
        var tokenizer = Tokenizer(characters: Array(text), known: known.names)
        guard tokenizer.characters.count <= longest else {
            throw SFEELError(.tooLong(limit: longest), at: longest + 1)
        }
        var tokens: [Token] = []
        while let token = try tokenizer.next() { tokens.append(token) }
        tokens.append(Token(kind: .end, column: tokenizer.characters.count + 1))
        return tokens
    }

    private init(characters: [Character], known: [[Character]]) {
        self.characters = characters
        self.known = known
    }

    var current: Character? { index < characters.count ? characters[index] : nil }
    var following: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

    private mutating func next() throws(SFEELError) -> Token? {
        while let character = current, character.isWhitespace { index += 1 }
        guard let character = current else { return nil }
        let column = index + 1
        if character == "\"" { return Token(kind: .text(try text()), column: column) }
        if let name = knownName() { return Token(kind: .name(name), column: column) }
        if Self.isDigit(character) || (character == "." && following.map(Self.isDigit) == true) {
            return Token(kind: .number(try number()), column: column)
        }
        if Self.startsName(character) { return Token(kind: .word(word()), column: column) }
        return Token(kind: .sign(try sign()), column: column)
    }

    /// `e-3` after a number.
    private mutating func skipPower() {
        guard current == "e" || current == "E" else { return }
        let isSigned = following == "-" || following == "+"
        let first = index + (isSigned ? 2 : 1)
        guard first < characters.count, Self.isDigit(characters[first]) else { return }
        index = first
        while let character = current, Self.isDigit(character) { index += 1 }
    }

    /// `12`, `12.5`, `.5`; the two dots of `[1..3]` do not belong to the 1.
    private mutating func number() throws(SFEELError) -> Value {
        let start = index
        while let character = current, Self.isDigit(character) { index += 1 }
        if current == ".", following.map(Self.isDigit) == true {
            index += 1
            while let character = current, Self.isDigit(character) { index += 1 }
        }
        skipPower()
        let text = String(characters[start..<index])
        guard let number = Decimal(text) else {
            throw SFEELError(
                .badLiteral(text, expected: "数字（最多\(Decimal.precision)位有效数字）"), at: start + 1)
        }
        return Value(number)
    }

    /// A name with its dots; the two dots of `[a..b]` do not belong to the `a`.
    private mutating func word() -> String {
        let start = index
        while let character = current {
            let joins = character == "." && following.map(Self.startsName) == true
            guard joins || Self.startsName(character) || Self.isDigit(character) else { break }
            index += 1
        }
        return String(characters[start..<index])
    }

    private mutating func sign() throws(SFEELError) -> String {
        let one = characters[index]
        let two = String(one) + (following.map(String.init) ?? "")
        if ["**", "<=", ">=", "!=", ".."].contains(two) {
            index += 2
            return two
        }
        if let instead = Self.halfWidth[one] {
            throw SFEELError(.fullWidth(one, instead: instead), at: index + 1)
        }
        guard one != "'" else { throw SFEELError(.singleQuote, at: index + 1) }
        guard "+-*/<>=()[],@".contains(one) else { throw SFEELError(.badCharacter(one), at: index + 1) }
        index += 1
        return String(one)
    }

    static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    static func startsName(_ character: Character) -> Bool { character.isLetter || character == "_" }

    /// What a Chinese keyboard writes where the condition needs the other form.
    private static let halfWidth: [Character: String] = [
        "“": "\"", "”": "\"", "‘": "\"", "’": "\"", "（": "(", "）": ")", "【": "[", "】": "]",
        "，": ",", "、": ",", "＝": "=", "＜": "<", "＞": ">", "≤": "<=", "≥": ">=", "≠": "!=",
        "＋": "+", "－": "-", "×": "*", "÷": "/",
    ]
}
