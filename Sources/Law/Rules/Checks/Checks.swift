import Pack

/// The checks there are. A new one is one short file beside this one and one line here.
enum Checks {
    static let all: [any Check.Type] = [
        AtMostTwoSchools.self, InquirySeparately.self, OfficersCertified.self,
    ]

    static func named(_ node: PackNode, _ parameters: PackNode?) throws(PackError) -> any Check {
        let id = try node.text
        guard let check = all.first(where: { $0.id == id }) else {
            throw PackError(
                .danglingReference(kind: "核查", id: id, allowed: all.map { $0.id }), at: node.place)
        }
        return try check.init(parameters: parameters)
    }
}
