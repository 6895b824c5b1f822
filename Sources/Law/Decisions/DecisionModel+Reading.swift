import Pack

extension DecisionModel.Input {
    init(_ node: PackNode, _ types: ItemTypes) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        type = try types.type(named: mapping.optional("type"))
        try mapping.finish()
    }
}

extension DecisionModel.Decision {
    init(_ node: PackNode, _ types: ItemTypes, _ names: ModelNames) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        type = try types.type(named: mapping.optional("type"))
        needs = try mapping.optional("needs")?.texts ?? []
        let known = try names.known(needs, at: node.place)
        logic = .read(try mapping.required("logic"), known)
        try mapping.finish()
    }
}

extension DecisionModel.Knowledge {
    init(_ node: PackNode, _ types: ItemTypes, _ names: ModelNames) throws(PackError) {
        var mapping = try PackMapping(node)
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        var parameters: [ItemType.Part] = []
        for element in try mapping.optional("parameters")?.elements ?? [] {
            var inner = try PackMapping(element)
            parameters.append(
                ItemType.Part(
                    name: try inner.required("name").text,
                    type: try types.type(named: inner.optional("type"))))
            try inner.finish()
        }
        self.parameters = parameters
        type = try types.type(named: mapping.optional("type"))
        needs = try mapping.optional("needs")?.texts ?? []
        let own = parameters.flatMap { $0.type.paths(of: $0.name) }
        let known = try names.known(needs, and: own, at: node.place)
        logic = .read(try mapping.required("logic"), known)
        try mapping.finish()
    }
}

extension DecisionModel.Logic {
    /// Boxes inside each other.
    private static let deepest = 16

    /// Reads `expression`, `table`, `call` with `arguments`, or `context`; whatever else it is, is `unreadable`.
    static func read(_ node: PackNode, _ known: KnownNames) -> DecisionModel.Logic {
        do throws(PackError) { return try logic(node, known, depth: 0) } catch { return .unreadable(error) }
    }

    private static func logic(
        _ node: PackNode, _ known: KnownNames, depth: Int
    ) throws(PackError) -> DecisionModel.Logic {
        guard depth < deepest else { throw PackError(.badValue("logic", why: "套得太深"), at: node.place) }
        var mapping = try PackMapping(node)
        if let text = mapping.optional("expression") { return .expression(try text.expression(known)) }
        if let table = mapping.optional("table") {
            return .table(try DecisionTable(table, laws: nil, known: known))
        }
        if let name = mapping.optional("call") {
            var arguments: [(name: String, logic: DecisionModel.Logic)] = []
            for element in try mapping.optional("arguments")?.elements ?? [] {
                var inner = try PackMapping(element)
                let logic = try logic(try inner.required("logic"), known, depth: depth + 1)
                arguments.append((name: try inner.required("name").text, logic: logic))
            }
            let function = try name.text
            guard known.functions.contains(function) else {
                throw PackError(
                    .danglingReference(kind: "业务知识", id: function, allowed: known.functions.sorted()),
                    at: name.place)
            }
            return .call(function, arguments)
        }
        if let entries = mapping.optional("context") { return try context(entries, known, depth: depth) }
        throw PackError(
            .expected("表达式、决策表、调用或上下文", found: try mapping.required("unknown").text), at: node.place)
    }

    private static func context(
        _ node: PackNode, _ known: KnownNames, depth: Int
    ) throws(PackError) -> DecisionModel.Logic {
        var known = known
        var entries: [(name: String?, logic: DecisionModel.Logic)] = []
        for element in try node.elements {
            var inner = try PackMapping(element)
            let name = try inner.optional("name")?.text
            entries.append((name, try logic(try inner.required("logic"), known, depth: depth + 1)))
            // An entry is in scope for those that follow.
            if let name { known = known.adding(name) }
        }
        return .context(entries)
    }
}
