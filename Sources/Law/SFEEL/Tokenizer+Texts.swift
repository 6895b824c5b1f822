/// Texts in double quotes.
extension Tokenizer {
    mutating func text() throws(SFEELError) -> String {
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
}
