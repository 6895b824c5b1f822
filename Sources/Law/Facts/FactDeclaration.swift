package import Pack

/// A fact that the pack derives once for each record of a subject.
package struct FactDeclaration: Sendable {
    package enum Take: Sendable {
        case exists
        case count
        case first(NameUse)
        case last(NameUse)
        case sum(NameUse)
        case least(NameUse)
        case most(NameUse)
        case all(NameUse)
        case lookup(via: NameUse, field: NameUse)
        case covered(interval: (NameUse, NameUse), spans: (NameUse, NameUse))
        /// The first of several names that is recorded.
        case known([NameUse])
        /// How many of the records that the own reference names satisfy the condition.
        case countNamed(via: NameUse, where: Condition?)
        /// What a decision table says.
        case table(TableUse)
        /// What is computed wherever it is asked for.
        case formula(FormulaClause)
    }

    private enum Word: String, CaseIterable {
        case exists, count, first, last, sum, min, max, all, known, lookup, covered, table, value, elapsed,
            sheet

        var isFormula: Bool { [.value, .elapsed, .sheet].contains(self) }
    }

    package let name: String
    package let label: String
    package let subjects: [Subject]
    package let take: Take
    /// `nil` for a lookup, which follows the record's own reference.
    package let related: RelatedClause?
    package let place: PackPlace

    init(_ node: PackNode, in schema: Schema, tables: TableBook) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        name = try mapping.required("name").text
        label = try mapping.required("label").text
        subjects = try Subject.list(try mapping.required("of"), in: schema)
        let word = try mapping.required("take").word(of: Word.self)
        if word == .count, let via = mapping.optional("via") {
            let condition = try mapping.optional("where").map { node throws(PackError) in try Condition(node)
            }
            take = .countNamed(via: try NameUse(via), where: condition)
            related = nil
        } else if word == .table {
            take = .table(try TableUse(&mapping, tables: tables))
            related = nil
        } else if word.isFormula {
            take = .formula(try FormulaClause(word.rawValue, &mapping, tables: tables))
            related = nil
        } else {
            let isOwn = word == .lookup || word == .known
            related = isOwn ? nil : try RelatedClause(&mapping, in: schema, hasMoments: word != .covered)
            take = try Self.take(word, &mapping)
        }
        try mapping.finish()
    }

    private static func take(_ word: Word, _ mapping: inout PackMapping) throws(PackError) -> Take {
        switch word {
        case .exists: return .exists
        case .count: return .count
        case .known: return .known(try NameUse.list(try mapping.required("fields")))
        case .lookup:
            return .lookup(
                via: try NameUse(try mapping.required("via")),
                field: try NameUse(try mapping.required("field")))
        case .covered:
            return .covered(
                interval: try NameUse.pair(try mapping.required("interval")),
                spans: try NameUse.pair(try mapping.required("spans")))
        case .first, .last, .sum, .min, .max, .all, .table, .value, .elapsed, .sheet: break
        }
        let field = try NameUse(try mapping.required("field"))
        return switch word {
        case .first: .first(field)
        case .last: .last(field)
        case .sum: .sum(field)
        case .min: .least(field)
        case .max: .most(field)
        default: .all(field)
        }
    }
}

/// The facts of a pack, in the order in which they are declared.
package struct FactBook: Sendable {
    package private(set) var declarations: [FactDeclaration]
    /// By subject, then by name: the place in `declarations`.
    private var places: [Subject: [String: Int]]

    package static let empty = FactBook()

    private init() {
        declarations = []
        places = [:]
    }

    /// Reads `facts/*.yaml`, one node a file; facts may take from the tables. Whether the names it uses exist is seen when a rule book is made of it.
    package init(
        _ files: [PackNode], in schema: Schema, tables: TableBook = .empty
    ) throws(PackError) {
        self = .empty
        for file in files {
            var mapping = try PackMapping(file)
            for element in try mapping.required("facts").elements {
                try declare(try FactDeclaration(element, in: schema, tables: tables), in: schema)
            }
            try mapping.finish()
        }
    }

    private mutating func declare(_ fact: FactDeclaration, in schema: Schema) throws(PackError) {
        for subject in fact.subjects {
            let isField = schema.register(subject.register)?.field(fact.name) != nil
            let earlier = places[subject, default: [:]].updateValue(declarations.count, forKey: fact.name)
            guard !isField, earlier == nil else {
                throw PackError(.duplicate(kind: "\(subject) 的字段或事实", id: fact.name), at: fact.place)
            }
        }
        declarations.append(fact)
    }

    func place(of name: String, for subject: Subject) -> Int? { places[subject]?[name] }

    func names(for subject: Subject) -> [String: Int] { places[subject] ?? [:] }
}
