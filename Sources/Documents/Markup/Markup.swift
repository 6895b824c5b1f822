/// XML or HTML that is well formed by construction: names are literals of the program, everything else is escaped.
///
/// There is no way to put ready-made markup in. Its elements are values that nest, and its text is held to XML, since
/// the parts of a DOCX are made of it too; the pages, which stream bytes to a browser, have `Web`'s `HTML`.
package struct Markup: Hashable, Sendable {
    package let source: String

    private init(source: String) { self.source = source }

    /// An element's attributes in their order; one whose value is `nil` is left out.
    package struct Attributes: ExpressibleByDictionaryLiteral, Sendable {
        fileprivate var pairs: [(name: StaticString, value: String?)]

        package init(dictionaryLiteral pairs: (StaticString, String?)...) {
            self.pairs = pairs.map { (name: $0.0, value: $0.1) }
        }

        package static func + (first: Attributes, second: Attributes) -> Attributes {
            var joined = first
            joined.pairs += second.pairs
            return joined
        }
    }

    /// Nothing at all.
    package static let empty = Markup(source: "")

    package static func text(_ text: String) -> Markup { Markup(source: escaped(text)) }

    /// An element with a beginning and an end tag.
    package static func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ children: [Markup]
    ) -> Markup {
        let inner = children.map(\.source).joined()
        return Markup(source: "<\(name)\(written(attributes))>\(inner)</\(name)>")
    }

    package static func element(
        _ name: StaticString, _ attributes: Attributes = [:], _ children: Markup...
    ) -> Markup {
        element(name, attributes, children)
    }

    /// An element that holds nothing.
    package static func void(_ name: StaticString, _ attributes: Attributes = [:]) -> Markup {
        Markup(source: "<\(name)\(written(attributes))/>")
    }

    package static func joined(_ parts: [Markup]) -> Markup { Markup(source: parts.map(\.source).joined()) }

    private static func written(_ attributes: Attributes) -> String {
        attributes.pairs.reduce(into: "") { text, attribute in
            guard let value = attribute.value else { return }
            text += " \(attribute.name)=\"\(escaped(value))\""
        }
    }

    /// XML 1.0, 2.2 and 2.4: the five marks are escaped, characters that XML does not allow are shown as U+FFFD.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "'": escaped += "&#39;"
            case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
