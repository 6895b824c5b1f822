/// One word, number, text or sign of a condition.
struct Token {
    enum Kind: Hashable {
        case number(Value)
        case text(String)
        /// A name or a keyword: in S-FEEL the same word can be either.
        case word(String)
        /// A name that the scope knows, blanks and signs included.
        case name(String)
        case sign(String)
        case end
    }

    let kind: Kind
    /// In characters, counted from 1.
    let column: Int

    /// As the messages name it.
    var shown: String {
        switch kind {
        case .number(let number): "“\(number)”"
        case .text(let text): "文字\"\(text)\""
        case .word(let word), .name(let word): "“\(word)”"
        case .sign(let sign): "“\(sign)”"
        case .end: "结尾"
        }
    }
}

/// Cuts a condition into tokens.
struct Tokenizer {
    /// Characters in one condition: twenty lines, more than a lawyer can check at a glance.
    static let longest = 2000

    private let characters: [Character]
    private let known: [[Character]]
    private var index = 0

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

    private var current: Character? { index < characters.count ? characters[index] : nil }
    private var following: Character? { index + 1 < characters.count ? characters[index + 1] : nil }

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

    private mutating func text() throws(SFEELError) -> String {
        let start = index
        index += 1
        var text = ""
        while let character = current {
            index += 1
            switch character {
            case "\"": return text
            case "\\": text.append(try escaped())
            default: text.append(character)
            }
        }
        throw SFEELError(.unfinishedText, at: start + 1)
    }

    private mutating func escaped() throws(SFEELError) -> Character {
        guard let character = current else { throw SFEELError(.unfinishedText, at: index) }
        index += 1
        switch character {
        case "\"", "\\", "'": return character
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try scalar(digits: 4)
        case "U": return try scalar(digits: 6)
        default: throw SFEELError(.badEscape(character), at: index - 1)
        }
    }

    /// The character of a number in hexadecimal digits.
    private mutating func scalar(digits count: Int) throws(SFEELError) -> Character {
        let end = min(index + count, characters.count)
        let spelled = String(characters[index..<end])
        guard spelled.count == count, let number = UInt32(spelled, radix: 16),
            let scalar = Unicode.Scalar(number)
        else { throw SFEELError(.badEscape(characters[index - 1]), at: index - 1) }
        index = end
        return Character(scalar)
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

    /// The longest name of the scope that stands here and is not the beginning of a longer word; one blank of the
    /// name may be written as several.
    private mutating func knownName() -> String? {
        for name in known {
            guard let end = end(of: name), end == characters.count || !Self.continuesName(characters[end])
            else { continue }
            index = end
            return String(name) + path()
        }
        return nil
    }

    /// The way into a name that follows it: `.rate`.
    private mutating func path() -> String {
        let start = index
        while current == ".", following.map(Self.startsName) == true {
            index += 1
            while let character = current, Self.continuesName(character) { index += 1 }
        }
        return String(characters[start..<index])
    }

    private func end(of name: [Character]) -> Int? {
        var place = index
        for character in name {
            guard place < characters.count else { return nil }
            if character == " " {
                guard characters[place].isWhitespace else { return nil }
                while place < characters.count, characters[place].isWhitespace { place += 1 }
            } else {
                guard characters[place] == character else { return nil }
                place += 1
            }
        }
        return place
    }

    private static func continuesName(_ character: Character) -> Bool {
        startsName(character) || isDigit(character)
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

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

    private static func startsName(_ character: Character) -> Bool { character.isLetter || character == "_" }

    /// What a Chinese keyboard writes where the condition needs the other form.
    private static let halfWidth: [Character: String] = [
        "“": "\"", "”": "\"", "‘": "\"", "’": "\"", "（": "(", "）": ")", "【": "[", "】": "]",
        "，": ",", "、": ",", "＝": "=", "＜": "<", "＞": ">", "≤": "<=", "≥": ">=", "≠": "!=",
        "＋": "+", "－": "-", "×": "*", "÷": "/",
    ]
}
