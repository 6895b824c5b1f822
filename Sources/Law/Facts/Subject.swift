import Pack

/// What a rule judges or a fact describes: the cases, the events of one kind, or the records of a register.
package struct Subject: Hashable, Sendable {
    package let register: String
    /// The kind of event; `nil` for everything else.
    package let kind: String?

    package init(register: String, kind: String? = nil) {
        self.register = register
        self.kind = kind
    }

    package var isCase: Bool { register == Schema.caseRegister }
    package var isEvent: Bool { kind != nil }

    /// Reads `case`, `event:arrival` or `register:officer`.
    init(_ node: PackNode, in schema: Schema) throws(PackError) {
        let text = try node.text
        guard let subject = schema.subjects.first(where: { $0.description == text }) else {
            let allowed = schema.subjects.map(\.description)
            throw PackError(.danglingReference(kind: "对象", id: text, allowed: allowed), at: node.place)
        }
        self = subject
    }

    /// Reads one subject or a list of them.
    static func list(_ node: PackNode, in schema: Schema) throws(PackError) -> [Subject] {
        guard case .sequence = node.content else { return [try Subject(node, in: schema)] }
        var subjects: [Subject] = []
        for element in try node.elements(atLeastOne: "个对象") {
            subjects.append(try Subject(element, in: schema))
        }
        return subjects
    }
}

extension Subject: CustomStringConvertible {
    package var description: String {
        if let kind { return "event:\(kind)" }
        return isCase ? register : "register:\(register)"
    }
}
