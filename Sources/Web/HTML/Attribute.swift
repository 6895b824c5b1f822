/// An attribute of an element: its name is the program's own, its value is escaped.
package enum Attribute: Sendable {
    /// The `class`, from the one style sheet.
    case style(StaticString)
    /// The `href` of a link.
    case address(SiteURL)
    /// Where a form goes: the path alone, since a form sends its own query.
    case action(SiteURL)
    case named(StaticString, String)
    /// An attribute that is there or not, such as `selected`.
    case flag(StaticString, Bool)

    func write(to html: inout HTML) {
        switch self {
        case .style(let name):
            html.raw(" class=\"")
            html.raw(name)
            html.raw("\"")
        case .address(let address): Self.write("href", address.text, to: &html)
        case .action(let address): Self.write("action", address.path, to: &html)
        case .named(let name, let value): Self.write(name, value, to: &html)
        case .flag(let name, let isSet):
            guard isSet else { return }
            html.raw(" ")
            html.raw(name)
        }
    }

    private static func write(_ name: StaticString, _ value: String, to html: inout HTML) {
        html.raw(" ")
        html.raw(name)
        html.raw("=\"")
        html.text(value)
        html.raw("\"")
    }
}
