import Law

extension Fault.Site {
    /// Puts the first step of a kind so many minutes after the first step of another.
    mutating func move(_ kind: EventKind, after start: EventKind, minutes: Int) {
        self[step(kind)].at = self[step(start)].at?.adding(minutes: minutes)
    }

    /// Puts the first step of a kind at the end of a day: the last minute that still belongs to it.
    mutating func place(_ kind: EventKind, on day: Day) {
        self[step(kind)].at = Moment(day, hour: 23, minute: 59)
    }

    /// The last day of a period of calendar days, moved to the next working day when it ends on a day off.
    func due(_ ref: EventRef, days: Int) -> Day { due(from: self[ref].at, days: days) }

    func due(from start: Moment?, days: Int) -> Day {
        guard let start else { preconditionFailure("the scenario has the time") }
        return calendar.firstWorkingDay(onOrAfter: start.day.adding(days: days))
    }

    /// The last day that either reading of "二日" or "七日" allows: calendar days with roll, or working days.
    func dueLeniently(_ ref: EventRef, days: Int) -> Day {
        guard let start = self[ref].at else { preconditionFailure("the scenario has the time") }
        return max(due(ref, days: days), calendar.workingDay(days, after: start.day))
    }

    /// Moves the notice and all that follows it to where the decision falls on a day.
    mutating func decide(on day: Day) {
        guard let decided = self[step(.decision)].at else { return }
        let first = step(.penaltyNotice).index
        let delta = decided.day.days(until: day) * 1440
        for index in draft.events.indices where index >= first { draft.events[index].shift(minutes: delta) }
    }

    /// The last day before `day` from which so many working days reach exactly `day`.
    func workingDays(_ count: Int, before day: Day) -> Day {
        var start = day
        while calendar.workingDay(count, after: start) > day { start = start.adding(days: -1) }
        return start
    }
}

extension EventDraft {
    mutating func shift(minutes: Int) {
        at = at?.adding(minutes: minutes)
        endedAt = endedAt?.adding(minutes: minutes)
        approvedAt = approvedAt?.adding(minutes: minutes)
    }
}
