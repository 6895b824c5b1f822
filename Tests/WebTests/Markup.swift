/// A page taken apart into tags, to hold it to what the site may write.
struct Markup {
    struct Tag {
        let name: String
        let attributes: [(name: String, value: String)]

        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    private static let empties: Set<String> = ["meta", "link", "input", "br"]

    let tags: [Tag]
    /// Why the page is not well formed; `nil` when every element is closed in order.
    let fault: String?

    init(_ bytes: [UInt8]) {
        var tags: [Tag] = []
        var open: [String] = []
        var fault: String?
        for piece in String(decoding: bytes, as: UTF8.self).split(separator: "<").map(String.init) {
            guard let end = Self.end(of: piece) else {
                fault = fault ?? "tag without end: \(piece.prefix(60))"
                continue
            }
            let inner = piece[piece.startIndex..<end]
            if inner.hasPrefix("!") { continue }
            if inner.hasPrefix("/") {
                if open.popLast() != String(inner.dropFirst()) { fault = fault ?? "wrong end tag \(inner)" }
                continue
            }
            let tag = Self.tag(inner)
            tags.append(tag)
            if !Self.empties.contains(tag.name) { open.append(tag.name) }
        }
        self.tags = tags
        self.fault = fault ?? (open.isEmpty ? nil : "not closed: \(open)")
    }

    /// Where the tag's `>` stands, outside of quotes.
    private static func end(of piece: String) -> String.Index? {
        var isQuoted = false
        for index in piece.indices {
            if piece[index] == "\"" { isQuoted.toggle() }
            if piece[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private static func tag(_ inner: Substring) -> Tag {
        var attributes: [(name: String, value: String)] = []
        let name = inner.prefix { $0 != " " }
        var rest = inner.dropFirst(name.count)
        while let start = rest.firstIndex(where: { $0 != " " }) {
            rest = rest[start...]
            let name = rest.prefix { $0 != "=" && $0 != " " }
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix("=\"") else {
                attributes.append((String(name), ""))
                continue
            }
            let value = rest.dropFirst(2).prefix { $0 != "\"" }
            rest = rest.dropFirst(value.count + 3)
            attributes.append((String(name), unescaped(String(value))))
        }
        return Tag(name: String(name), attributes: attributes)
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            text, pair in
            text.split(separator: pair.0, omittingEmptySubsequences: false).joined(separator: pair.1)
        }
    }
}
