/// A checkpoint's three lines as somebody typed them in from paper.
///
/// Typing is forgiven what changes no meaning: blanks within a line, full-width characters, the root in hexadecimal,
/// which has no two letters that look alike, or in base 64.
package struct PaperCheckpoint: Hashable, Sendable {
    package let origin: String
    package let size: Int
    package let root: Digest

    /// - Parameter text: The lines; what follows the third, such as the signatures of a note that was scanned, is not read.
    /// - Returns: `nil` unless they are a name, a number and 32 bytes.
    package init?(_ text: String) {
        let lines = Self.plain(text).split(whereSeparator: \.isNewline)
            .map { line in String(line.filter { !$0.isWhitespace }) }.filter { !$0.isEmpty }
        guard lines.count >= 3, isNoteName(lines[0]),
            let size = Checkpoint.size(lines[1].filter { $0 != "," }),
            let root = Digest(hex: lines[2].lowercased())
                ?? Base64.decode(lines[2]).flatMap({ Digest($0) })
        else { return nil }
        origin = lines[0]
        self.size = size
        self.root = root
    }

    /// Full-width forms, U+FF01 to U+FF5E, as the ASCII they stand for.
    private static func plain(_ text: String) -> String {
        var plain = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isWide = (0xFF01...0xFF5E).contains(scalar.value)
            plain.append(isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
        }
        return String(plain)
    }
}
