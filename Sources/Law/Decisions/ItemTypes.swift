import Pack

/// The item definitions of a model.
struct ItemTypes: Sendable {
    private var types: [String: ItemType] = [:]

    /// Definitions inside each other, deeper than any reader follows.
    private static let deepest = 16

    /// Reads the `items:` of a model; they may name each other in any order.
    init(_ node: PackNode?) throws(PackError) {
        var nodes: [String: PackNode] = [:]
        for element in try node?.elements ?? [] {
            var mapping = try PackMapping(element)
            nodes[try mapping.required("name").text] = element
        }
        for name in nodes.keys.sorted() {
            if let node = nodes[name] { types[name] = try Self.type(node, nodes, depth: 0) }
        }
    }

    /// - Throws: A name that is neither FEEL's nor defined.
    func type(named node: PackNode?) throws(PackError) -> ItemType {
        guard let node else { return .any }
        let name = try node.text
        guard let type = ItemType(feel: name) ?? types[name] else {
            throw PackError(
                .danglingReference(kind: "类型", id: name, allowed: types.keys.sorted()), at: node.place)
        }
        return type
    }

    private static func type(
        _ node: PackNode, _ nodes: [String: PackNode], depth: Int
    ) throws(PackError) -> ItemType {
        var mapping = try PackMapping(node)
        let name = try mapping.required("name").text
        guard depth < deepest else {
            throw PackError(.badValue(name, why: "类型互相引用，或套得超过 \(deepest) 层"), at: node.place)
        }
        var type = ItemType.any
        if let parts = mapping.optional("parts") {
            var found: [ItemType.Part] = []
            for part in try parts.elements {
                var inner = try PackMapping(part)
                found.append(
                    ItemType.Part(
                        name: try inner.required("name").text,
                        type: try Self.type(part, nodes, depth: depth + 1)))
            }
            type = .structure(found)
        } else if let reference = mapping.optional("type") {
            type = try referenced(reference, nodes, depth: depth)
        }
        if let allowed = mapping.optional("allowed") {
            type = .restricted(type, try allowed.unaryTests(.none))
        }
        let isCollection = try mapping.optional("collection")?.boolean ?? false
        try mapping.finish()
        return isCollection ? .list(type) : type
    }

    private static func referenced(
        _ node: PackNode, _ nodes: [String: PackNode], depth: Int
    ) throws(PackError) -> ItemType {
        let name = try node.text
        if let type = ItemType(feel: name) { return type }
        guard let other = nodes[name] else {
            throw PackError(
                .danglingReference(kind: "类型", id: name, allowed: nodes.keys.sorted()), at: node.place)
        }
        return try type(other, nodes, depth: depth + 1)
    }
}
