/// How far the records of a table reach: which rules may answer otherwise for a record of another case when one of them
/// changes.
extension RuleBook {
    /// The tables of which any record may change a rule's answer about any other record.
    ///
    /// Everything else that a rule reads belongs to the case of the record it judges.
    func reach(of plan: RulePlan, in program: Program) -> Set<Int> {
        var walk = ReachWalk(layout)
        let table = program.table
        var bindings = plan.versions.flatMap {
            $0.roles.map(\.binding) + $0.conditions.flatMap(\.names.values)
        }
        bindings += [plan.pivot.binding] + (plan.scope.map { Array($0.names.values) } ?? []) + plan.shown
        for version in plan.versions {
            if case .deadline(let deadline) = version.form {
                for exclusion in deadline.exclusions { walk.add(exclusion.source, of: table) }
            }
        }
        for binding in bindings { walk.add(binding, of: table) }
        walk.add(plan.pivotSteps + plan.versions.flatMap(\.steps), of: program)
        return walk.found
    }
}

extension RuleBook {
    /// The rules, by place, whose answer about any record a change may have changed.
    package func rulesReached(by change: TableChange) -> Set<Int> {
        var rules: Set<Int> = []
        for compiled in programs {
            let isLoose = change.loose.contains(compiled.program.table)
            for plan in compiled.plans {
                let isReached =
                    isLoose || !reach(of: plan, in: compiled.program).isDisjoint(with: change.changed)
                if isReached { rules.insert(plan.rule) }
            }
        }
        return rules
    }
}

/// Follows columns to what they are derived from.
private struct ReachWalk {
    private let layout: Layout
    private var derivations: [Place: Derivation] = [:]
    private var seen: Set<Place> = []
    private(set) var found: Set<Int> = []

    private struct Place: Hashable {
        let table: Int
        let slot: Int
    }

    init(_ layout: Layout) {
        self.layout = layout
        for derivation in layout.derivations {
            derivations[Place(table: derivation.table, slot: derivation.slot)] = derivation
        }
    }

    mutating func add(_ binding: Binding, of table: Int) {
        switch binding.source {
        case .asOf: return
        case .column(let source): add(source, of: table)
        case .formula(let formula, let isOfCase):
            for part in formula.bindings { add(isOfCase ? part.ofCase : part, of: table) }
        }
    }

    mutating func add(_ places: [Int], of program: Program) {
        for place in places {
            let operation = program.steps[place].operation
            if let source = operation.source { add(source, of: program.table) }
            if case .words(let list) = operation { add(program.lists[list].source, of: program.table) }
            guard case .interpret(let number) = operation else { continue }
            for binding in program.interpreted[number].names.values { add(binding, of: program.table) }
        }
    }

    mutating func add(_ source: Program.Source, of table: Int) {
        let table = source.isOfCase ? layout.caseTable ?? table : table
        let place = Place(table: table, slot: source.slot)
        guard seen.insert(place).inserted, let derivation = derivations[place] else { return }
        add(derivation)
    }

    private mutating func add(_ derivation: Derivation) {
        let table = derivation.table
        func own(_ slot: Int) -> Program.Source { Program.Source(slot: slot, isOfCase: false) }
        switch derivation.making {
        case .exists, .count, .possibleCount: break
        case .first(let slot), .last(let slot), .sum(let slot), .least(let slot), .most(let slot),
            .all(let slot):
            if let related = derivation.related { add(own(slot), of: related.table) }
        case .covered(let from, let until, let spanFrom, let spanUntil):
            add(from, of: table)
            add(until, of: table)
            if let related = derivation.related {
                for slot in [spanFrom, spanUntil] { add(own(slot), of: related.table) }
            }
        case .spans(let from, let until):
            if let related = derivation.related {
                for slot in [from, until] { add(own(slot), of: related.table) }
            }
        case .lookup(let via, _, let slots):
            found.formUnion(slots.keys)
            add(own(via), of: table)
        case .known(let bindings): for binding in bindings { add(binding, of: table) }
        case .countNamed(let via, let target, _):
            found.insert(target)
            add(own(via), of: table)
        case .matched(let sources, _): for source in sources { add(source, of: table) }
        case .table(_, let inputs, let at):
            for binding in inputs + [at].compactMap(\.self) { add(binding, of: table) }
        case .computed(let program, _): add(Array(program.steps.indices), of: program)
        case .check(_, let bindings):
            found.insert(table)
            for binding in bindings.values { add(binding, of: table) }
        }
        guard let related = derivation.related else { return }
        if related.link != .sameCase { found.insert(related.table) }
        for source in [related.before, related.after].compactMap(\.self) { add(source, of: table) }
    }
}

extension Program.Operation {
    /// The column it reads.
    fileprivate var source: Program.Source? {
        switch self {
        case .load(let source), .loadWide(let source), .loadTruth(let source), .countList(let source),
            .countDistinct(let source), .isNullList(let source), .contains(let source, _):
            source
        default: nil
        }
    }
}
