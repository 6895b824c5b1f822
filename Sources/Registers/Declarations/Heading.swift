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
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { scalars.append(ordinary(scalar)) }
        return String(scalars)
    }
}

/// Several values in one cell.
enum CellList {
    /// What a sheet may part them with; an export writes `、`.
    static let separators: Set<Character> = ["、", ",", "，", ";", "；", "\n"]

    static func split(_ text: String) -> [String] {
        text.split(whereSeparator: separators.contains).map(trimmed).filter { !$0.isEmpty }
    }
}

/// Without spaces, breaks and zero-width characters at either end.
func trimmed(_ text: some StringProtocol) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0xFEFF
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
        let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(text[first...last])
}
