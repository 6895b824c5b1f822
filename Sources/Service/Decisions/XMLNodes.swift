import Documents
import Pack

/// Makes pack nodes of XML elements, each with the place where its element stands.
struct XMLNodes {
    let file: String

    func place(_ element: XMLElement) -> PackPlace {
        PackPlace(file: file, line: element.place.line, column: element.place.column)
    }

    func text(_ text: String, at element: XMLElement) -> PackNode {
        PackNode(.scalar(text), at: place(element))
    }

    func list(_ nodes: [PackNode], at element: XMLElement) -> PackNode {
        PackNode(.sequence(nodes), at: place(element))
    }

    /// A mapping of the members that are there.
    func mapping(_ members: [(key: String, value: PackNode?)], at element: XMLElement) -> PackNode {
        let place = place(element)
        return PackNode(
            .mapping(
                members.compactMap { member in
                    member.value.map { PackNode.Member(key: member.key, keyPlace: place, value: $0) }
                }), at: place)
    }

    /// The text of an element's `text` child; `nil` when there is none, or nothing in it.
    func text(of element: XMLElement?) -> PackNode? {
        guard let child = element?.child("text"), !child.text.isEmpty else { return nil }
        return text(child.text, at: child)
    }

    /// A name without the prefix of its namespace, an address without what stands before its `#`.
    static func local(_ reference: String) -> String {
        reference.split(whereSeparator: { $0 == ":" || $0 == "#" }).last.map(String.init) ?? reference
    }
}
