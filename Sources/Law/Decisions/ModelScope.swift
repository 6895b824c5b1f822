/// What names stand for while one piece of logic is evaluated.
struct ModelScope {
    var names: [String: Value]
    var functions: [String: DecisionModel.Knowledge]

    /// The value of a name, or of a dotted way into one.
    func value(_ name: String) -> Value {
        if let value = names[name] { return value }
        return Self.member(name) { names[$0] } ?? .null
    }

    /// Tries each dot as the end of the first step.
    private static func member(_ path: String, in find: (String) -> Value?) -> Value? {
        if let value = find(path) { return value }
        for dot in path.indices where path[dot] == "." {
            guard let value = find(String(path[..<dot])) else { continue }
            let rest = String(path[path.index(after: dot)...])
            switch value {
            case .context(let values): return member(rest) { values[$0] } ?? .null
            case .list(let elements):
                // The way into a list is the list of the ways into its elements.
                return .list(
                    elements.map { element in
                        guard case .context(let values) = element else { return .null }
                        return member(rest) { values[$0] } ?? .null
                    })
            default: return .null
            }
        }
        return nil
    }
}
