/// A page in the making: UTF-8 bytes into which text can only come escaped.
///
/// Markup is written as literals (`StaticString`), so that nothing a user typed can ever reach the page as markup:
///
///     html.element("td", .style("number")) { html in html.text(record.title) }
package struct HTML: Sendable {
    package private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: The bytes to make room for at once.
    package init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// Writes markup from the program's own text.
    package mutating func raw(_ markup: StaticString) {
        markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes text, escaped for content and for a double-quoted attribute alike.
    package mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { source in
            var start = 0
            for index in 0..<source.count {
                guard let replacement = Self.replacement(of: source[index]) else { continue }
                bytes.append(contentsOf: source[start..<index])
                raw(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: source[start..<source.count])
        }
    }

    package mutating func number(_ number: Int) { bytes.append(contentsOf: String(number).utf8) }

    /// Writes an element with its content and its end tag.
    package mutating func element(
        _ name: StaticString, _ attributes: Attribute..., content: (inout HTML) throws -> Void
    ) rethrows {
        open(name, attributes)
        try content(&self)
        raw("</")
        raw(name)
        raw(">")
    }

    /// Writes an element that holds only text.
    package mutating func element(_ name: StaticString, _ attributes: Attribute..., text: String) {
        open(name, attributes)
        self.text(text)
        raw("</")
        raw(name)
        raw(">")
    }

    /// Writes an element that has no content and no end tag, such as `input`.
    package mutating func void(_ name: StaticString, _ attributes: Attribute...) { open(name, attributes) }

    /// Writes a link to a page of this site.
    package mutating func link(_ address: SiteURL, _ text: String, _ attributes: Attribute...) {
        open("a", [.address(address)] + attributes)
        self.text(text)
        raw("</a>")
    }

    private mutating func open(_ name: StaticString, _ attributes: [Attribute]) {
        raw("<")
        raw(name)
        for attribute in attributes { attribute.write(to: &self) }
        raw(">")
    }

    /// What stands for a byte that means something to a browser.
    ///
    /// Control characters, which no page may hold, become the replacement character.
    private static func replacement(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x00...0x08, 0x0B, 0x0C, 0x0E...0x1F, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}
