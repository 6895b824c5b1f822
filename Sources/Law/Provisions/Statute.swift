package import Pack

/// A law, regulation, rule, interpretation or other document of the state or the party, in one of its versions.
package struct Statute: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Hashable, Sendable {
        case law, regulation, rule, local, interpretation, document, party

        package var chinese: String {
            switch self {
            case .law: "法律"
            case .regulation: "行政法规"
            case .rule: "部门规章"
            case .local: "地方政府规章"
            case .interpretation: "司法解释"
            case .document: "规范性文件"
            case .party: "党内法规"
            }
        }
    }

    /// `ZA25`: never renamed.
    package let code: String
    /// `中华人民共和国治安管理处罚法（2025年修订）`
    package let name: String
    /// `治安管理处罚法`
    package let short: String
    package let issuer: String
    package let kind: Kind
    package let inForce: InForce
    /// The code of the version or law that this one took the place of.
    package let replaces: String?
    /// How many articles it has; a citation beyond them is refused. `nil` when its text could not be collected.
    package let articles: Int?
    /// Which of its periods in 日 count in working days; `nil` where it does not say.
    package let workingDays: DayCounting?
    package let place: PackPlace

    package init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        code = try mapping.required("code").text
        name = try mapping.required("name").text
        short = try mapping.required("short").text
        issuer = try mapping.required("issuer").text
        kind = try mapping.required("kind").word(of: Kind.self)
        inForce = try InForce(&mapping)
        replaces = try mapping.optional("replaces")?.text
        articles = try Self.articles(try mapping.required("articles"))
        workingDays = try mapping.optional("workingDays").map { node throws(PackError) in
            try DayCounting(node)
        }
        try mapping.finish()
    }

    private static func articles(_ node: PackNode) throws(PackError) -> Int? {
        if try node.text == uncounted { return nil }
        return try node.integer(in: 1...Citation.lastArticle)
    }

    private static let uncounted = "unknown"
}
