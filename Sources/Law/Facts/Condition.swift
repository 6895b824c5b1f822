package import Pack

/// A condition as the pack writes it, with the place where it stands.
package struct Condition: Sendable {
    package let text: String
    package let expression: Expression
    package let place: PackPlace

    init(text: String, expression: Expression, at place: PackPlace) {
        self.text = text
        self.expression = expression
        self.place = place
    }

    package init(_ node: PackNode) throws(PackError) {
        text = try node.text
        expression = try node.expression
        place = node.place
    }
}

/// A name that a rule or fact uses, with the place where it stands.
package struct NameUse: Hashable, Sendable {
    package let name: String
    package let place: PackPlace

    package init(_ node: PackNode) throws(PackError) {
        name = try node.text
        place = node.place
    }

    /// Reads a list of names; a lone name counts as a list of one.
    static func list(_ node: PackNode) throws(PackError) -> [NameUse] {
        guard case .sequence = node.content else { return [try NameUse(node)] }
        var names: [NameUse] = []
        for element in try node.elements(atLeastOne: "个名称") { names.append(try NameUse(element)) }
        return names
    }

    /// Reads `[from, to]`.
    static func pair(_ node: PackNode) throws(PackError) -> (NameUse, NameUse) {
        let names = try list(node)
        guard names.count == 2 else {
            throw PackError(.expected("两个名称 [起, 止]", found: "\(names.count) 个"), at: node.place)
        }
        return (names[0], names[1])
    }
}
