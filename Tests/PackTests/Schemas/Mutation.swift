import Pack

/// One small spoiling of a pack file: a key left out, a key too many, a value of the wrong kind.
struct Mutation {
    let what: String
    let node: PackNode

    /// A key with nothing after its colon: the decoders read it as not written where the key may be left out,
    /// the schemas always mark it.
    var isEmptying: Bool { what.hasSuffix(Self.emptying) }

    private static let emptying = " emptied"
    static let strangeKey = "strangeKey"

    /// Every spoiling of a file, but for the insides of what `isOpen` says no schema can know.
    static func all(of root: PackNode, isOpen: ([String]) -> Bool) -> [Mutation] {
        var found: [Mutation] = []
        spoil(root, at: [], isOpen: isOpen) { what, node in found.append(Mutation(what: what, node: node)) }
        return found
    }

    /// Calls `emit` with the whole file, once for each way to spoil `node` or what is in it.
    private static func spoil(
        _ node: PackNode, at path: [String], isOpen: ([String]) -> Bool,
        emit: (String, PackNode) -> Void
    ) {
        let place = path.joined(separator: "/")
        for (name, content) in [("{}", PackNode.Content.mapping([])), ("[]", .sequence([]))] {
            emit("\(place) = \(name)", PackNode(content, at: node.place))
        }
        if case .scalar = node.content { emit(place + emptying, PackNode(.scalar(""), at: node.place)) }
        guard !isOpen(path) else { return }
        switch node.content {
        case .scalar: break
        case .sequence(let elements):
            for (index, element) in elements.enumerated() {
                spoil(element, at: path + ["\(index)"], isOpen: isOpen) { what, spoilt in
                    var others = elements
                    others[index] = spoilt
                    emit(what, PackNode(.sequence(others), at: node.place))
                }
            }
        case .mapping(let members):
            spoil(members, of: node, at: path, isOpen: isOpen, emit: emit)
        }
    }

    private static func spoil(
        _ members: [PackNode.Member], of node: PackNode, at path: [String], isOpen: ([String]) -> Bool,
        emit: (String, PackNode) -> Void
    ) {
        let value = PackNode(.scalar("1"), at: node.place)
        let strange = PackNode.Member(key: strangeKey, keyPlace: node.place, value: value)
        emit(
            "\(path.joined(separator: "/")) + \(strangeKey)",
            PackNode(.mapping(members + [strange]), at: node.place))
        for (index, member) in members.enumerated() {
            var others = members
            others.remove(at: index)
            emit(
                "\((path + [member.key]).joined(separator: "/")) left out",
                PackNode(.mapping(others), at: node.place))
            spoil(member.value, at: path + [member.key], isOpen: isOpen) { what, spoilt in
                var others = members
                others[index] = PackNode.Member(key: member.key, keyPlace: member.keyPlace, value: spoilt)
                emit(what, PackNode(.mapping(others), at: node.place))
            }
        }
    }
}
