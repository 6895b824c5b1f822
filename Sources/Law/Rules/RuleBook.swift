package import Pack

/// All rules of a pack, checked, bound to the registers and ready to judge.
package struct RuleBook: Sendable {
    package let rules: [Rule]
    package let pack: RulePack
    /// The columns that the rules read; what a `TableBuilder` needs.
    package let layout: Layout
    let programs: [TableProgram]
    /// By table the place of its program; `nil` of a table that no rule judges.
    private let programPlaces: [Int?]
    let caseTable: Int?
    private let places: [String: Int]

    /// - Throws: A name that does not exist, a condition that could never hold, a value of the wrong kind: in any
    ///   rule, and in any fact, whether a rule uses it or not.
    package init(_ rules: [Rule], pack: RulePack) throws(PackError) {
        self.rules = rules
        self.pack = pack
        places = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.id, $0) })
        var binder = Binder(schema: pack.schema, facts: pack.facts)
        try Self.check(pack.facts, in: binder)
        programs = try Self.programs(rules, pack, &binder)
        layout = binder.layout
        let tables = programs.map(\.table)
        programPlaces = layout.tables.map { tables.firstIndex(of: $0.number) }
        caseTable = layout.caseTable
    }

    func program(ofTable table: Int) -> TableProgram? { programPlaces[table].map { programs[$0] } }

    package func rule(_ id: String) -> Rule? { places[id].map { rules[$0] } }

    package func place(of id: String) -> Int? { places[id] }

    /// Derives every fact in a copy, so that an unused one is checked as well.
    private static func check(_ facts: FactBook, in binder: Binder) throws(PackError) {
        var trial = binder
        for fact in facts.declarations {
            for subject in fact.subjects {
                let use = NameUse(fact.name, at: fact.place)
                _ = try trial.bind(use, in: trial.table(of: subject), inline: true)
            }
        }
    }

    private static func programs(
        _ rules: [Rule], _ pack: RulePack, _ binder: inout Binder
    ) throws(PackError) -> [TableProgram] {
        var programs: [TableProgram] = []
        for table in binder.layout.tables {
            let own = rules.indices.filter { rules[$0].subject == table.subject }
            guard !own.isEmpty else { continue }
            var program = Program(table: table.number)
            var plans: [RulePlan] = []
            for place in own {
                plans.append(try binder.plan(rules[place], place: place, into: &program, pack: pack))
            }
            programs.append(TableProgram(program: program, plans: plans))
        }
        return programs
    }
}

extension RuleBook {
    /// The subjects whose records some rule compares with each other across cases.
    package var comparedSubjects: Set<Subject> {
        var subjects: Set<Subject> = []
        for rule in rules {
            for version in rule.versions {
                if case .check = version.form { subjects.insert(rule.subject) }
                if case .reconcile(let form) = version.form { subjects.insert(form.with) }
            }
        }
        return subjects
    }
}
