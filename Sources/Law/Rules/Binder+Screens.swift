import Pack

/// Screens: what settles most records at a glance.
///
/// A screen says `yes` only where the rule, if it applies to the record at all, finds it kept under every version. It may say
/// less than it could: whatever it does not settle is judged in full.
extension Binder {
    /// - Returns: `nil` where nothing short of the whole form would tell.
    mutating func screen(_ rule: Rule, into program: inout Program) throws(PackError) -> ScreenPlan? {
        defer { _ = program.takeTouched() }
        var sure: Int?
        for version in rule.versions {
            guard let kept = try kept(version, &program) else { return nil }
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
        _ version: RuleVersion, _ program: inout Program
    ) throws(PackError) -> Int? {
        switch version.form {
        case .requires(let condition, _): return try compile(condition, into: &program).register
        case .forbids(let condition, _):
            return program.register(for: .not(try compile(condition, into: &program).register))
        case .range(let value, let bounds), .count(let value, let bounds):
            return try within(value, bounds, &program)
        case .separation(let who, let others): return try apart(who, others, &program)
        case .deadline(let form): return try inTime(form, isDuration: false, &program)
        case .duration(let form): return try inTime(form, isDuration: true, &program)
        case .sequence(let form): return try inOrder(form, &program)
        case .approval(let form): return try approved(form, &program)
        case .benchmark, .coverage, .frame, .reconcile, .check: return nil
        }
    }

    /// Approved at every level that may be wanted, and in time in one of the ways there are.
    private mutating func approved(
        _ form: ApprovalForm, _ program: inout Program
    ) throws(PackError) -> Int? {
        guard let level = try within(form.level, form.atLeast, &program) else { return nil }
        guard let approvedAt = form.approvedAt, form.before != nil || form.after != nil else { return level }
        let approved = try bind(approvedAt, in: program.table, inline: true)
        guard approved.kind == .moment, !approved.isList else { return nil }
        var inTime: Int?
        if let before = form.before {
            let bound = load(try bind(before, in: program.table, inline: true), into: &program)
            inTime = compare(.atMost, load(approved, into: &program), bound, &program)
        }
        if let (start, within) = form.after {
            let unit: ElapsedUnit = within.isByClock ? .minutes : .days
            let from = try bind(start, in: program.table, inline: true)
            guard let first = time(from, unit, &program), let last = time(approved, unit, &program) else {
                return nil
            }
            let taken = program.register(for: .between(first, last))
            let least = within.isByClock ? within.minutes : within.leastDays
            let soon = program.register(for: .compareConstant(.atMost, taken, Int32(least)))
            inTime = inTime.map { program.register(for: .or($0, soon)) } ?? soon
        }
        return inTime.map { program.both(level, $0) }
    }

    /// Within the bound that applies where the record itself says which, or else within every bound there is.
    private mutating func within(
        _ value: NameUse, _ bounds: [Bounds], _ program: inout Program
    ) throws(PackError) -> Int? {
        guard bounds.last?.condition == nil else { return nil }
        let number = load(try bind(value, in: program.table, inline: true), into: &program)
        var sure: Int?
        for bound in bounds.reversed() {
            guard let holds = try within(number, bound, &program) else { return nil }
            guard let later = sure else {
                sure = holds
                continue
            }
            guard let condition = bound.condition, isOwn(condition) else {
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

    private mutating func inOrder(
        _ form: SequenceForm, _ program: inout Program
    ) throws(PackError) -> Int? {
        let first = try bind(form.first, in: program.table, inline: true)
        let then = try bind(form.then, in: program.table, inline: true)
        guard form.apart == nil, first.kind == then.kind else { return nil }
        return compare(
            form.isStrict ? .less : .atMost, load(first, into: &program), load(then, into: &program), &program
        )
    }

    /// Done within the shortest time that any limit gives, counted in the way that ends first.
    ///
    /// Holidays, exclusions and extensions only move an end away.
    private mutating func inTime(
        _ form: DeadlineForm, isDuration: Bool, _ program: inout Program
    ) throws(PackError) -> Int? {
        guard form.limits.contains(where: { $0.condition == nil }) else { return nil }
        let lengths = form.limits.map(\.within) + [form.lenient].compactMap(\.self)
        let start = try bind(form.start, in: program.table, inline: true)
        let end = try bind(form.end, in: program.table, inline: true)
        let byClock = lengths.allSatisfy(\.isByClock)
        guard !start.isList, !end.isList, byClock || !lengths.contains(where: \.isByClock),
            let first = time(start, byClock ? .minutes : .days, &program),
            let last = time(end, byClock ? .minutes : .days, &program)
        else { return nil }
        let least = lengths.map { byClock ? $0.minutes : $0.leastDays }.min() ?? 0
        let taken = program.register(for: .between(first, last))
        let inTime = program.register(for: .compareConstant(.atMost, taken, Int32(least)))
        guard isDuration else { return inTime }
        let isForward = program.register(for: .compareConstant(.atLeast, taken, 0))
        return program.both(inTime, isForward)
    }
}

extension Length {
    /// No period of this length, counted in days, is shorter.
    fileprivate var leastDays: Int { unit == .months ? count * 28 : count }
}
