import Pack

/// Screens: what settles most records at a glance.
///
/// A screen says `yes` only where the rule, if it applies to the record at all, finds it kept under every version. It may say
/// less than it could: whatever it does not settle is judged in full.
extension Binder {
    /// - Returns: `nil` where nothing short of the whole form would tell.
    mutating func screen(
        _ rule: Rule, pack: RulePack, into program: inout Program
    ) throws(PackError) -> ScreenPlan? {
        defer { _ = program.takeTouched() }
        var sure: Int?
        for version in rule.versions {
            guard let kept = try kept(version, pack, &program) else { return nil }
            sure = sure.map { program.both($0, kept) } ?? kept
        }
        guard let sure else { return nil }
        // What is asked row by row costs more than it spares.
        let steps = program.steps(filling: sure, of: .truth)
        let isQuick = steps.allSatisfy { place in
            if case .interpret = program.steps[place].operation { false } else { true }
        }
        return isQuick ? ScreenPlan(register: sure, steps: steps) : nil
    }

    /// Whether a rule applies at all: it is in scope, and some version is in force on the day that picks it.
    ///
    /// Outside either it does not apply, whatever is not known of the other.
    mutating func applies(
        _ rule: Rule, scope: Int?, _ program: inout Program
    ) throws(PackError) -> Int {
        let (pivot, register) = try pivot(of: rule, &program)
        func edge(_ day: Day, isLast: Bool) -> Int32 {
            pivot.kind == .day ? day.number : Moment(day).minutes + (isLast ? 1439 : 0)
        }
        var sure = program.register(
            for: .compareConstant(.atLeast, register, edge(rule.versions[0].inForce.from, isLast: false)))
        if let until = rule.versions.last?.inForce.until {
            let inTime = program.register(for: .compareConstant(.atMost, register, edge(until, isLast: true)))
            sure = program.register(for: .and(sure, inTime))
        }
        return scope.map { program.register(for: .and($0, sure)) } ?? sure
    }

    private mutating func kept(
        _ version: RuleVersion, _ pack: RulePack, _ program: inout Program
    ) throws(PackError) -> Int? {
        switch version.form {
        case .requires(let condition, _): return try compile(condition, into: &program).register
        case .forbids(let condition, _):
            return program.register(for: .not(try compile(condition, into: &program).register))
        case .range(let value, let bounds), .count(let value, let bounds):
            return try within(value, bounds, &program)
        case .benchmark(let form):
            return try within(form.value, form.bounds(of: pack.benchmarks), &program)
        case .separation(let who, let others): return try apart(who, others, &program)
        case .deadline(let form): return try inTime(form, isDuration: false, &program)
        case .duration(let form): return try inTime(form, isDuration: true, &program)
        case .sequence(let form): return try inOrder(form, &program)
        case .approval(let form): return try approved(form, &program)
        case .coverage, .frame, .reconcile, .check: return nil
        }
    }

    /// Within the bound that applies where the record itself says which, or else within every bound there is.
    mutating func within(
        _ value: NameUse, _ bounds: [Bounds], _ program: inout Program
    ) throws(PackError) -> Int? {
        let number = load(try bind(value, in: program.table, inline: true), into: &program)
        // Where every bound has a condition, none may apply, and they have to be asked.
        let isOpen = bounds.last?.condition != nil
        var sure = isOpen ? program.register(for: .constantTruth(Truth.no)) : nil
        for bound in bounds.reversed() {
            guard let holds = try within(number, bound, &program) else { return nil }
            guard let later = sure else {
                sure = holds
                continue
            }
            guard let condition = bound.condition, isOpen || isOwn(condition) else {
                sure = program.both(holds, later)
                continue
            }
            let applies = try compile(condition, into: &program).register
            sure = program.register(for: .chooseTruth(applies, holds, later))
        }
        return sure
    }

    /// Whether a condition asks the record itself alone: to fetch from the case costs more than it spares.
    private func isOwn(_ condition: Condition) -> Bool {
        !condition.expression.names.contains { $0.hasPrefix("case.") }
    }

    private mutating func within(
        _ number: Operand, _ bound: Bounds, _ program: inout Program
    ) throws(PackError) -> Int? {
        if case .number(let value) = number, case .number(let least)? = bound.atLeast,
            case .number(let most)? = bound.atMost, least <= most
        {
            return program.register(for: .isBetween(value, least.ticks, most.ticks))
        }
        var sure: Int?
        for (comparison, limit) in [(Expression.Comparison.atLeast, bound.atLeast), (.atMost, bound.atMost)] {
            guard let limit else { continue }
            let operand: Operand
            switch limit {
            case .number(let limit): operand = .constant(limit)
            case .name(let use):
                operand = load(try bind(use, in: program.table, inline: true), into: &program)
            }
            guard let holds = compare(comparison, number, operand, &program) else { return nil }
            sure = sure.map { program.both($0, holds) } ?? holds
        }
        return sure
    }

    /// One record is named, others are named, and all differ.
    private mutating func apart(
        _ who: NameUse, _ others: [NameUse], _ program: inout Program
    ) throws(PackError) -> Int? {
        guard
            case .narrow(let doer, let kind) = load(
                try bind(who, in: program.table, inline: true), into: &program)
        else { return nil }
        var sure: Int?
        for other in others {
            let rival = load(try bind(other, in: program.table, inline: true), into: &program)
            let differ: Int
            switch rival {
            case .narrow:
                guard let found = compare(.notEqual, .narrow(doer, kind), rival, &program) else { return nil }
                differ = found
            case .list(let source, _):
                differ = program.register(for: .not(program.register(for: .contains(source, doer))))
            default: return nil
            }
            sure = sure.map { program.both($0, differ) } ?? differ
        }
        return sure
    }
}
