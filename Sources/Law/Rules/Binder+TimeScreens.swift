import Pack

/// Screens over time: approved, in order, done in time.
extension Binder {
    /// Approved at every level that may be wanted, and in time in one of the ways there are.
    mutating func approved(
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

    mutating func inOrder(
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
    mutating func inTime(
        _ form: DeadlineForm, isDuration: Bool, _ program: inout Program
    ) throws(PackError) -> Int? {
        let lengths = form.limits.map(\.within) + [form.lenient].compactMap(\.self)
        let start = try bind(form.start, in: program.table, inline: true)
        let end = try bind(form.end, in: program.table, inline: true)
        let byClock = lengths.allSatisfy(\.isByClock)
        guard !start.isList, !end.isList, byClock || !lengths.contains(where: \.isByClock),
            let first = time(start, byClock ? .minutes : .days, &program),
            let last = time(end, byClock ? .minutes : .days, &program)
        else { return nil }
        let taken = program.register(for: .between(first, last))
        let inTime = try inTime(form, taken, &program) { byClock ? $0.minutes : $0.leastDays }
        guard isDuration else { return inTime }
        let isForward = program.register(for: .compareConstant(.atLeast, taken, 0))
        return program.both(inTime, isForward)
    }

    /// Whether so much was taken in time: under the limit that applies, or, where one applies always, under each.
    private mutating func inTime(
        _ form: DeadlineForm, _ taken: Int, _ program: inout Program, least: (Length) -> Int
    ) throws(PackError) -> Int {
        func inTime(_ lengths: [Length]) -> Int {
            let most = Int32(lengths.map(least).min() ?? 0)
            return program.register(for: .compareConstant(.atMost, taken, most))
        }
        let lenient = [form.lenient].compactMap(\.self)
        let conditions = form.limits.compactMap(\.condition)
        guard conditions.count == form.limits.count else {
            return inTime(form.limits.map(\.within) + lenient)
        }
        var sure = program.register(for: .constantTruth(Truth.no))
        for (limit, condition) in zip(form.limits, conditions).reversed() {
            let applies = try compile(condition, into: &program).register
            sure = program.register(for: .chooseTruth(applies, inTime([limit.within] + lenient), sure))
        }
        return sure
    }
}

extension Length {
    /// No period of this length, counted in days, is shorter.
    fileprivate var leastDays: Int { unit == .months ? count * 28 : count }
}
