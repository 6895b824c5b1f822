package import Pack

/// What settles headings that neither a label nor an alias matches: a mapping file, or nothing.
///
///     register: outreach-event
///     headings:
///       宣传时间（年月日）: heldOn
///       备注: skip
package struct HeadingMapping: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
        case field(position: Int)
        case recordID
        /// Not to be imported, and not to be warned about.
        case skip
    }

    /// By normalized heading.
    let meanings: [String: Meaning]

    /// No mapping: labels and aliases decide.
    package static let none = HeadingMapping(meanings: [:])

    private init(meanings: [String: Meaning]) { self.meanings = meanings }

    /// Reads a mapping file; it must be made for that register.
    package init(_ node: PackNode, for register: RegisterDeclaration) throws(PackError) {
        var mapping = try PackMapping(node)
        let name = try mapping.required("register")
        let headings = try mapping.required("headings")
        try mapping.finish()
        guard try name.text == register.id else {
            throw PackError(.badValue(try name.text, why: "这份对照表不是给台账 \(register.id) 的"), at: name.place)
        }
        guard case .mapping(let members) = headings.content else {
            throw PackError(.expected("若干“列名: 字段”", found: headings.kindName), at: headings.place)
        }
        let words = register.fields.map(\.id) + ["id", "skip"]
        var meanings: [String: Meaning] = [:]
        for member in members {
            let meaning = try Self.meaning(of: member.value.text, in: register)
            guard let meaning else {
                throw PackError(.notAllowed(try member.value.text, allowed: words), at: member.value.place)
            }
            let known = meanings.updateValue(meaning, forKey: Heading.normalized(member.key))
            guard known == nil else {
                throw PackError(.duplicate(kind: "列名", id: member.key), at: member.keyPlace)
            }
        }
        self.init(meanings: meanings)
    }

    private static func meaning(of word: String, in register: RegisterDeclaration) -> Meaning? {
        switch word {
        case "skip": .skip
        case "id": .recordID
        default: register.position(of: word).map { .field(position: $0) }
        }
    }
}
