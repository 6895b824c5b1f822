/// One element of an XML file, with the place where it begins.
///
/// Names are without their prefixes: a file may call a namespace as it likes.
package struct XMLElement: Sendable {
    package let name: String
    /// In the order of the file.
    package let attributes: [(name: String, value: String)]
    package let children: [XMLElement]
    /// The text directly inside, with the blanks at its ends.
    package let rawText: String
    package let place: XMLPlace

    /// The text directly inside, without blanks at its ends.
    package var text: String {
        String(rawText.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }

    package func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }

    package func child(_ name: String) -> XMLElement? { children.first { $0.name == name } }

    package func children(_ name: String) -> [XMLElement] { children.filter { $0.name == name } }
}

/// Where something stands in an XML file; both counted from 1.
package struct XMLPlace: Hashable, Sendable {
    package let line: Int
    package let column: Int
}

/// Why an XML file was not read.
package struct XMLFault: Error, Hashable, Sendable, CustomStringConvertible {
    package let why: String
    package let place: XMLPlace

    package var description: String { "第\(place.line)行第\(place.column)列：\(why)" }
}
