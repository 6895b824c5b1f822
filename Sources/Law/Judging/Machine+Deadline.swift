/// Deadlines and durations.
extension Machine {
    /// The earliest and the latest moment at which the period may end for a row, as far as the record tells.
    struct DueRange {
        let earliest: Moment
        /// `nil` while something that has no end yet may still be left out of the count.
        let latest: Moment?
    }

    func deadline(_ plan: DeadlinePlan, _ index: Int) -> Verdict {
        let start = narrow[plan.start.register][index]
        guard !Null.holds(start) else { return Verdict(answer: .cannotTell) }
        let end = narrow[plan.end.register][index]
        return decide(plan.limits, { $0.condition }, index) { limit in
            judge(end, from: start, due: due(plan, limit, from: start, index), plan)
        }
    }

    private func judge(_ end: Int32, from start: Int32, due: DueRange, _ plan: DeadlinePlan) -> Verdict {
        var verdict = Verdict(answer: .cannotTell, limit: Int64(due.earliest.minutes))
        let isDone = !Null.holds(end)
        if isDone { verdict.observed = Int64(end) }
        if plan.isDuration, isDone, end < start { return verdict }
        if !isDone, !plan.end.isAbsent(end) { return verdict }
        let moment = isDone ? Moment(minutes: end) : asOf
        if moment <= due.earliest {
            verdict.answer = isDone ? .kept : .notYetDue
        } else if let latest = due.latest, moment > latest, isDone || !plan.isDuration {
            verdict.answer = .broken
        }
        return verdict
    }

    @inline(__always)
    func due(_ plan: DeadlinePlan, _ limit: DeadlinePlan.Limit, from start: Int32, _ index: Int) -> DueRange {
        let start = Moment(minutes: start)
        guard !plan.exclusions.isEmpty || plan.extension != nil else {
            let due = limit.period.due(from: start, in: calendar).moment
            guard let lenient = limit.lenient else { return DueRange(earliest: due, latest: due) }
            let other = lenient.due(from: start, in: calendar).moment
            return DueRange(earliest: min(due, other), latest: max(due, other))
        }
        let (excluded, isOpen) = excluded(plan, index)
        let (certain, possible) = extensions(plan, index)
        let period = limit.period
        let earliest = period.due(from: start, excluding: excluded, extensions: certain, in: calendar).moment
        guard !isOpen else { return DueRange(earliest: earliest, latest: nil) }
        var latest = earliest
        if possible != certain {
            latest = period.due(from: start, excluding: excluded, extensions: possible, in: calendar).moment
        }
        if let lenient = limit.lenient {
            let other = lenient.due(from: start, excluding: excluded, extensions: possible, in: calendar)
                .moment
            latest = max(latest, other)
        }
        return DueRange(earliest: earliest, latest: latest)
    }

    /// The spans that do not count for a row, in order, and whether there may be more.
    func excluded(_ plan: DeadlinePlan, _ index: Int) -> ([Span], isOpen: Bool) {
        var (spans, isOpen) = ([Span](), false)
        for source in plan.exclusions.map(\.source) {
            let row = row(index, source)
            guard row >= 0, case .list(let offsets, let values, let isUnknown) = column(source).data else {
                isOpen = true
                continue
            }
            if isUnknown[row] != 0 { isOpen = true }
            for place in stride(from: Int(offsets[row]), to: Int(offsets[row + 1]), by: 2) {
                let (from, until) = (Moment(minutes: values[place]), Moment(minutes: values[place + 1]))
                if let span = Span(from, until) { spans.append(span) }
            }
        }
        if plan.exclusions.count > 1 { spans.sort() }
        return (spans, isOpen)
    }

    /// How many extensions are certain, and how many there may be.
    func extensions(_ plan: DeadlinePlan, _ index: Int) -> (certain: Int, possible: Int) {
        guard let granted = plan.extension else { return (0, 0) }
        let (certain, possible) = (narrow[granted.certain][index], narrow[granted.possible][index])
        // Past any number that a provision allows, more extensions change nothing.
        let most = Int32(Length.most)
        return (
            Null.holds(certain) ? 0 : Int(certain), Int(Null.holds(possible) ? most : min(most, possible))
        )
    }
}
