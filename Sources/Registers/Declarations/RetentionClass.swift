package import Law
package import Pack

/// How long the private content of a register's records is kept at least (保管期限), as a pack declares it.
package struct RetentionClass: Hashable, Sendable {
    package enum Term: Hashable, Sendable {
        case permanent
        /// Counted from 1 January after the year in which the thing happened.
        case months(Int)
    }

    /// `years-10`
    package let code: String
    package let name: String
    package let term: Term
    /// The provision or schedule it rests on.
    package let basis: String

    /// The first day on which content may be destroyed; `nil` for never.
    package func expiry(of happened: Day) -> Day? {
        guard case .months(let months) = term else { return nil }
        return Day(year: happened.components.year + 1, month: 1, day: 1)?.adding(months: months)
    }
}

/// The retention classes of all packs.
package struct RetentionClasses: Hashable, Sendable {
    package let classes: [RetentionClass]

    package subscript(_ code: String) -> RetentionClass? { classes.first { $0.code == code } }

    /// Reads the roots of all `retention.yaml`.
    package init(_ files: [PackNode]) throws(PackError) {
        var classes: [RetentionClass] = []
        for file in files {
            var mapping = try PackMapping(file)
            let nodes = try mapping.required("classes")
            try mapping.finish()
            for node in try nodes.elements {
                let read = try RetentionClass(node)
                guard !classes.contains(where: { $0.code == read.code }) else {
                    throw PackError(.duplicate(kind: "保管期限类别", id: read.code), at: node.place)
                }
                classes.append(read)
            }
        }
        self.classes = classes
    }

    /// Whether the class that each register file names is there.
    package func check(_ registers: [PackNode]) throws(PackError) {
        for file in registers {
            var mapping = try PackMapping(file)
            guard let node = mapping.optional("retention"), self[try node.text] == nil else { continue }
            throw PackError(
                .danglingReference(kind: "保管期限类别", id: try node.text, allowed: classes.map(\.code)),
                at: node.place)
        }
    }
}

extension RetentionClass {
    init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        let code = try mapping.required("code")
        name = try mapping.required("name").text
        let keep = try mapping.required("keep")
        basis = try mapping.required("basis").text
        try mapping.finish()
        self.code = try code.text
        guard RegisterDeclaration.isName(self.code) else {
            throw PackError(.badValue(self.code, why: "类别代码只用小写英文字母、数字和连字符"), at: code.place)
        }
        guard let term = Self.term(try keep.text) else {
            throw PackError(
                .badValue(try keep.text, why: "写成 permanent、10 years 或 6 months"), at: keep.place)
        }
        self.term = term
    }

    /// `permanent`, `10 years`, `1 year`, `6 months`.
    private static func term(_ text: String) -> Term? {
        if text == "permanent" { return .permanent }
        guard let match = text.wholeMatch(of: /([1-9][0-9]{0,2}) (year|month)s?/),
            let count = Int(match.1), text.hasSuffix("s") == (count > 1)
        else { return nil }
        return .months(match.2 == "year" ? 12 * count : count)
    }
}
