extension Period {
    /// Counts day by day and keeps every step: what the proof of one answer calls.
    ///
    /// Gives the same end as `due`, which a test holds for many thousand invented periods.
    ///
    /// - Parameters:
    ///   - start: The event that starts it.
    ///   - exclusions: What does not count, in any order.
    ///   - extensions: How many were granted; those beyond what the provision allows have no effect.
    ///   - calendar: The working days.
    /// - Returns: The end, with the steps in the order of counting.
    /// - Complexity: O(days × exclusions).
    package func count(
        from start: Moment, excluding exclusions: [Exclusion] = [], extensions: Int = 0,
        in calendar: WorkCalendar
    ) -> DeadlineCount {
        var walk = DeadlineWalk(from: start, excluding: exclusions, in: calendar)
        let granted = max(0, min(extensions, `extension`?.atMost ?? 0))
        let legs = [length] + (`extension`.map { Array(repeating: $0.length, count: granted) } ?? [])
        let byClock = legs.allSatisfy(\.isByClock)
        walk.steps.append(.start(start, byClock: byClock))
        for (number, leg) in legs.enumerated() {
            walk.steps.append(number == 0 ? .rule(leg) : .extended(number, by: leg))
            walk.advance(by: leg)
        }
        return byClock ? walk.endByClock() : walk.endOfDay(rolls: rolls)
    }
}

/// Walks forward from the start of a period, one day or one stretch at a time.
private struct DeadlineWalk {
    let exclusions: [Exclusion]
    let calendar: WorkCalendar
    var steps: [DeadlineStep] = []
    private var end: Moment
    private var usedCalendar = false
    private var firstUnpublished: Day?

    init(from start: Moment, excluding exclusions: [Exclusion], in calendar: WorkCalendar) {
        self.exclusions = exclusions.sorted { $0.span < $1.span }
        self.calendar = calendar
        end = start
    }

    mutating func advance(by length: Length) {
        switch length.unit {
        case .minutes, .hours: advance(minutes: length.minutes)
        case .days, .workingDays: advance(days: length.count, length.unit)
        case .months:
            let last = end.day.adding(months: length.count)
            steps.append(.months(length.count, from: end.day, through: last))
            advance(days: end.day.days(until: last), .days)
        }
    }

    /// Each day after the last one reached is left out, off, or counted.
    private mutating func advance(days count: Int, _ unit: Length.Unit) {
        var day = end.day
        var remaining = count
        while remaining > 0 {
            day = day.adding(days: 1)
            note(day, isUsed: unit == .workingDays)
            let reasons = reasonsToExclude(day)
            let isOff = unit == .workingDays && !calendar.isWorking(day)
            if !reasons.isEmpty {
                append(.excluded(day...day, count: isOff ? 0 : 1, unit, reasons: reasons))
            } else if isOff {
                append(.off(day...day, calendar.reason(for: day)))
            } else {
                remaining -= 1
                append(.counted(day...day, unit, unit == .workingDays ? calendar.reason(for: day) : nil))
            }
        }
        end = Moment(day)
    }

    private func reasonsToExclude(_ day: Day) -> [String] {
        var reasons: [String] = []
        for exclusion in exclusions where exclusion.span.from.day < day && day <= exclusion.span.until.day {
            if !reasons.contains(exclusion.reason) { reasons.append(exclusion.reason) }
        }
        return reasons
    }

    /// Goes from one beginning or end of an exclusion to the next; what lies between counts whole or not at all.
    private mutating func advance(minutes: Int) {
        var remaining = minutes
        let marks = Set(exclusions.flatMap { [$0.span.from, $0.span.until] }).filter { $0 > end }.sorted()
        for mark in marks where remaining > 0 {
            guard let span = Span(end, mark) else { continue }
            let reasons = reasonsToExclude(span)
            if reasons.isEmpty {
                guard span.minutes < remaining else { break }
                remaining -= span.minutes
                append(.countedByClock(span))
            } else {
                append(.excludedByClock(span, reasons: reasons))
            }
            end = mark
        }
        if remaining > 0, let rest = Span(end, end.adding(minutes: remaining)) {
            append(.countedByClock(rest))
            end = rest.until
        }
    }

    private func reasonsToExclude(_ stretch: Span) -> [String] {
        var reasons: [String] = []
        for exclusion in exclusions
        where exclusion.span.from < stretch.until && stretch.from < exclusion.span.until {
            if !reasons.contains(exclusion.reason) { reasons.append(exclusion.reason) }
        }
        return reasons
    }

    private mutating func note(_ day: Day, isUsed: Bool) {
        usedCalendar = usedCalendar || isUsed
        if firstUnpublished == nil, !calendar.covers.contains(day) { firstUnpublished = day }
    }

    /// Adds a step, or lengthens the last one when both are of a kind and touch.
    private mutating func append(_ step: DeadlineStep) {
        if let last = steps.last, let joined = last.joined(with: step) {
            steps[steps.count - 1] = joined
        } else {
            steps.append(step)
        }
    }

    mutating func endByClock() -> DeadlineCount {
        steps.append(.due(end, byClock: true))
        return DeadlineCount(due: end, isProvisional: false, steps: steps)
    }

    mutating func endOfDay(rolls: Bool) -> DeadlineCount {
        if !usedCalendar { firstUnpublished = nil }
        let last = end.day
        var day = last
        if rolls { note(day, isUsed: true) }
        while rolls, !calendar.isWorking(day) {
            day = day.adding(days: 1)
            note(day, isUsed: true)
        }
        let reason = calendar.reason(for: last)
        if day != last {
            steps.append(.rolled(from: last, reason, to: day))
        } else if reason.isWorthSaying(rolls: rolls), !usedWorkingDays {
            steps.append(.unmoved(last, reason))
        }
        let due = Moment(day, hour: 23, minute: 59)
        steps.append(.due(due, byClock: false))
        if let firstUnpublished { steps.append(.provisional(firstUnpublished)) }
        return DeadlineCount(due: due, isProvisional: firstUnpublished != nil, steps: steps)
    }

    /// A working day needs no remark that it did not roll.
    private var usedWorkingDays: Bool {
        if case .counted(_, .workingDays, _) = steps.last { true } else { false }
    }
}

extension WorkCalendar.Reason {
    /// A weekend day that is worked surprises; so does a day off from which a period does not roll.
    fileprivate func isWorthSaying(rolls: Bool) -> Bool {
        switch self {
        case .makeUp: rolls
        case .weekend, .holiday: !rolls
        case .weekday: false
        }
    }
}

extension DeadlineStep {
    /// The two as one step, when they are of one kind and the second begins where the first ends.
    fileprivate func joined(with next: DeadlineStep) -> DeadlineStep? {
        switch (self, next) {
        case (.counted(let a, let unit, let why), .counted(let b, let nextUnit, let nextWhy))
        where unit == nextUnit && why == nextWhy:
            .counted(a.lowerBound...b.upperBound, unit, why)
        case (.off(let a, let why), .off(let b, let nextWhy)) where why == nextWhy:
            .off(a.lowerBound...b.upperBound, why)
        case (.excluded(let a, let m, let unit, let why), .excluded(let b, let n, let nextUnit, let nextWhy))
        where unit == nextUnit && why == nextWhy:
            .excluded(a.lowerBound...b.upperBound, count: m + n, unit, reasons: why)
        case (.countedByClock(let a), .countedByClock(let b)):
            Span(a.from, b.until).map(Self.countedByClock)
        case (.excludedByClock(let a, let why), .excludedByClock(let b, let nextWhy)) where why == nextWhy:
            Span(a.from, b.until).map { .excludedByClock($0, reasons: why) }
        default: nil
        }
    }
}
