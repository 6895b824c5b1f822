import Pack

/// How the records of one table belong to those of another.
extension Binder {
    mutating func relate(
        _ clause: RelatedClause, to table: Int, below: Int = .max
    ) throws(PackError) -> Related {
        let other = self.table(of: clause.from)
        let (link, common) = try link(clause, from: other, to: table)
        let before = try clause.before.map { use throws(PackError) in
            try bind(use, as: .moment, in: table, below: below)
        }
        let after = try clause.after.map { use throws(PackError) in
            try bind(use, as: .moment, in: table, below: below)
        }
        let happened = layout.tables[other].register.happened
        let condition = try clause.condition.map { condition throws(PackError) in
            try restriction(condition, on: other)
        }
        return Related(
            table: other, link: link, common: common, condition: condition,
            time: layout.field(happened, in: other), before: before?.column, after: after?.column)
    }

    private mutating func link(
        _ clause: RelatedClause, from other: Int, to table: Int
    ) throws(PackError) -> (Related.Link, common: (own: Int, theirs: Int)?) {
        let (subject, from) = (layout.tables[table].subject, layout.tables[other].subject)
        guard let use = clause.link else {
            guard from.isEvent, subject.isCase || isTied(table) else {
                throw PackError(.missingKey("link"), at: clause.place)
            }
            return (subject.isCase ? try named(NameUse("case", at: clause.place), other) : .sameCase, nil)
        }
        let theirs = try field(use, in: other)
        if layout.tables[other].slots[theirs].kind == .reference(register: subject.register) {
            return (try named(use, other), nil)
        }
        if use.name == Schema.caseField, isTied(other), isTied(table) { return (.sameCase, nil) }
        guard let own = layout.field(use.name, in: table), isTied(other), isTied(table),
            layout.tables[table].slots[own].kind.agrees(with: layout.tables[other].slots[theirs].kind)
        else {
            let why = "\(from) 的这个字段既不指向 \(subject)，也不与它共有"
            throw PackError(.badValue(use.name, why: why), at: use.place)
        }
        return (.sameCase, (own, theirs))
    }

    private mutating func named(_ use: NameUse, _ other: Int) throws(PackError) -> Related.Link {
        // Rows lie in the order of their cases already: no index is needed for those.
        use.name == Schema.caseField ? .sameCase : .named(slot: try field(use, in: other))
    }

    /// A condition over the fields of one table alone.
    mutating func restriction(
        _ condition: Condition, on table: Int
    ) throws(PackError) -> (program: Program, register: Int) {
        var program = Program(table: table)
        let register = try compile(condition, into: &program, below: 0).register
        return (program, register)
    }
}
