import Pack

/// What each element of a model is called, and which dotted names lead into it.
struct ModelNames {
    private var paths: [String: [String]] = [:]
    private var functions: [String: String] = [:]

    init(
        _ inputs: [DecisionModel.Input], _ decisions: [PackNode], _ knowledge: [PackNode], _ types: ItemTypes
    ) throws(PackError) {
        for input in inputs { paths[input.id] = input.type.paths(of: input.name) }
        for node in decisions {
            var mapping = try PackMapping(node)
            let type = try types.type(named: mapping.optional("type"))
            paths[try mapping.required("id").text] = type.paths(of: try mapping.required("name").text)
        }
        for node in knowledge {
            var mapping = try PackMapping(node)
            functions[try mapping.required("id").text] = try mapping.required("name").text
        }
    }

    /// The names that logic may use that requires these elements.
    ///
    /// - Throws: An id that is none of the model's.
    func known(_ needs: [String], and own: [String] = [], at place: PackPlace) throws(PackError) -> KnownNames
    {
        var names = own
        var called: Set<String> = []
        for id in needs {
            if let found = paths[id] {
                names += found
            } else if let function = functions[id] {
                called.insert(function)
            } else {
                throw PackError(
                    .danglingReference(
                        kind: "所需的元素", id: id, allowed: (Array(paths.keys) + functions.keys).sorted()),
                    at: place)
            }
        }
        return KnownNames(names: names, functions: called)
    }
}
