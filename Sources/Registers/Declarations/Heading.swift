/// A column heading as offices write it, reduced to what tells it from another.
package enum Heading {
    /// `* 活 动\n日期（场）：` → `活动日期场`: full-width letters and digits made ordinary, spaces, line breaks
    /// and punctuation dropped, Latin letters in lower case.
    package static func normalized(_ text: some StringProtocol) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let scalar = FullWidth.ordinary(scalar)
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { kept.append(scalar) }
        }
        return String(kept).lowercased()
    }

    /// `受众人数（人）` → `受众人数`: what stands in brackets is a unit or an instruction.
    package static func withoutBrackets(_ text: String) -> String {
        var depth = 0
        var kept = ""
        for character in text {
            switch character {
            case "（", "(", "［", "[", "【": depth += 1
            case "）", ")", "］", "]", "】": depth = max(0, depth - 1)
            default: if depth == 0 { kept.append(character) }
            }
        }
        return kept
    }
}

extension FieldDeclaration {
    /// Every heading, normalized, under which a sheet may carry this field; its id is one of them.
    package var headings: [String] { ([label] + aliases + [id]).map(Heading.normalized) }
}

/// Full-width forms (U+FF01…U+FF5E, the ideographic space) and the ordinary characters they stand for.
enum FullWidth {
    static func ordinary(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x3000, 0x00A0: " "
        default: scalar
        }
    }

    static func ordinary(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: beginsOther) else { return String(text) }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(ordinary(scalar)) }
        return String(scalars)
    }

    /// Ordinary, and without any space: how a key is spelled.
    static func squeezed(_ text: some StringProtocol) -> String {
        guard text.utf8.contains(where: { $0 <= 0x20 || beginsOther($0) }) else { return String(text) }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.lazy.map(ordinary) where !scalar.properties.isWhitespace {
            scalars.append(scalar)
        }
        return String(scalars)
    }

    /// Whether a UTF-8 byte may begin a full-width form or one of the spaces beyond ASCII.
    private static func beginsOther(_ byte: UInt8) -> Bool {
        byte == 0xEF || byte == 0xE3 || byte == 0xE2 || byte == 0xC2
    }
}

/// Several values in one cell.
enum CellList {
    /// What a sheet may part them with; an export writes `、`.
    static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", ",", "，", ";", "；", "\n": true
        default: false
        }
    }

    static func split(_ text: String) -> [String] {
        text.unicodeScalars.split(whereSeparator: isSeparator).map { trimmed(String($0)) }.filter {
            !$0.isEmpty
        }
    }

    /// Whether text holds what would part it.
    static func parts(_ text: some StringProtocol) -> Bool {
        text.unicodeScalars.contains(where: isSeparator)
    }
}

/// Without spaces, breaks and zero-width characters at either end.
func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
    }
    let text = String(text)
    if isBare(text.utf8) { return text }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
        let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}

/// Whether text begins and ends with an ASCII character that is none, or a Chinese one (U+4000…U+9FFF).
private func isBare(_ bytes: String.UTF8View) -> Bool {
    func isInk(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte) }
    guard let first = bytes.first, isInk(first), let last = bytes.last else { return false }
    return last < 0x80 ? isInk(last) : bytes.suffix(3).first.map { (0xE4...0xE9).contains($0) } ?? false
}
