/// The lines of a file, one by one; a line ends with a newline, and the last one too.
struct TextLines {
    private var rest: Substring.UTF8View
    /// Of the line read last, from 1.
    private(set) var number = 0

    init(_ text: String) { rest = text[...].utf8 }

    /// - Returns: `nil` at the end, and for a last line without its newline.
    mutating func next() -> Substring? {
        number += 1
        guard let end = rest.firstIndex(of: 0x0A) else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return Substring(rest[..<end])
    }

    /// The signed note that the rest of the file is.
    func note() throws(ProofError) -> SignedNote {
        do { return try SignedNote(parsing: Array(rest)) } catch { throw .badCheckpoint(error) }
    }
}

extension Substring {
    /// What follows a prefix; `nil` without it.
    func dropping(prefix: String) -> Substring? { hasPrefix(prefix) ? dropFirst(prefix.count) : nil }
}
