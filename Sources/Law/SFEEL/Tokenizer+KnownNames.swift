/// Names that the scope knows.
extension Tokenizer {
    /// The longest name of the scope that stands here and is not the beginning of a longer word; one blank of the
    /// name may be written as several.
    mutating func knownName() -> String? {
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
}
