/// What a provision allows from its starting event: how long, with which extensions, and whether a holiday moves its end.
///
///     let limit = Period(Length(30, .days), extension: Extension(by: Length(30, .days), atMost: 2))
///     limit.due(from: filedAt, excluding: appraisals, extensions: 1, in: calendar).moment
///
/// The starting hour or day is not counted. A limit in days may be met until the end of its last day; a limit in
/// hours or minutes ends at its minute and never rolls, since the roll is for 期间的最后一日.
///
/// Source: 公安机关办理行政案件程序规定（2020）第三十五条.
package struct Period: Hashable, Sendable {
    package struct Extension: Hashable, Sendable {
        package let length: Length
        package let atMost: Int

        package init(by length: Length, atMost: Int) {
            self.length = length
            self.atMost = atMost
        }
    }

    package let length: Length
    /// Whether an end on a day off moves to the next working day.
    ///
    /// A period in which someone's liberty is restricted never does.
    package let rolls: Bool
    package let `extension`: Extension?

    package init(_ length: Length, rolls: Bool = true, extension: Extension? = nil) {
        self.length = length
        self.rolls = rolls
        self.extension = `extension`
    }

    /// The end of a period.
    package struct Due: Hashable, Sendable {
        /// The last minute in which the duty may be done.
        package let moment: Moment
        /// The notices that would settle it are not published.
        package let isProvisional: Bool

        package init(moment: Moment, isProvisional: Bool) {
            self.moment = moment
            self.isProvisional = isProvisional
        }
    }

    /// Computes the end, and nothing else: what judging in bulk calls.
    ///
    /// - Parameters:
    ///   - start: The event that starts it.
    ///   - excluded: What does not count, in order of beginning; overlapping spans count once. Of a span, a limit
    ///     in days leaves out the days after its first up to its last, so a span from the 4th to the 10th is six days.
    ///   - extensions: How many were granted; those beyond what the provision allows have no effect.
    ///   - calendar: The working days.
    /// - Returns: The last minute in which the duty may be done.
    /// - Complexity: A few loads, and one step for each excluded span.
    package func due(
        from start: Moment, excluding excluded: [Span] = [],
        extensions: Int = 0,
        in calendar: WorkCalendar
    ) -> Due {
        var clock = DueClock(start: start)
        clock.advance(by: length, excluding: excluded, in: calendar)
        if let granted = `extension` {
            for _ in 0..<max(0, min(extensions, granted.atMost)) {
                clock.advance(by: granted.length, excluding: excluded, in: calendar)
            }
        }
        return clock.due(rolls: rolls, in: calendar)
    }
}

/// Runs forward from the start of a period to its end, leaving out what does not count.
private struct DueClock {
    private let start: Moment
    private var end: Moment
    private var endsByClock = true
    private var usedCalendar = false

    init(start: Moment) {
        self.start = start
        end = start
    }

    mutating func advance(by length: Length, excluding excluded: [Span], in calendar: WorkCalendar) {
        switch length.unit {
        case .minutes, .hours: advance(minutes: length.minutes, excluding: excluded)
        case .days: advance(from: end.day, to: end.day.adding(days: length.count), excluding: excluded)
        case .months: advance(from: end.day, to: end.day.adding(months: length.count), excluding: excluded)
        case .workingDays: advance(workingDays: length.count, excluding: excluded, in: calendar)
        }
    }

    private mutating func advance(minutes: Int, excluding excluded: [Span]) {
        guard minutes > 0 else { return }
        var passed = end
        end = end.adding(minutes: minutes)
        for span in excluded where span.from < end && span.until > passed {
            let from = max(span.from, passed)
            end = end.adding(minutes: from.minutes(until: span.until))
            passed = span.until
        }
    }

    private mutating func advance(from first: Day, to last: Day, excluding excluded: [Span]) {
        endsByClock = false
        guard last > first else { return }
        var passed = first
        var last = last
        for span in excluded where span.from.day < last && span.until.day > passed {
            last = last.adding(days: max(span.from.day, passed).days(until: span.until.day))
            passed = span.until.day
        }
        end = Moment(last)
    }

    private mutating func advance(
        workingDays count: Int, excluding excluded: [Span], in calendar: WorkCalendar
    ) {
        endsByClock = false
        guard count > 0 else { return }
        usedCalendar = true
        let first = end.day
        var passed = first
        var count = count
        var last = calendar.workingDay(count, after: first)
        for span in excluded where span.from.day < last && span.until.day > passed {
            count += calendar.workingDays(after: max(span.from.day, passed), through: span.until.day)
            last = calendar.workingDay(count, after: first)
            passed = span.until.day
        }
        end = Moment(last)
    }

    func due(rolls: Bool, in calendar: WorkCalendar) -> Period.Due {
        if endsByClock { return Period.Due(moment: end, isProvisional: false) }
        let rolled = rolls ? calendar.firstWorkingDay(onOrAfter: end.day) : end.day
        let settled =
            usedCalendar
            ? calendar.isPublished(start.day.adding(days: 1), through: rolled)
            : !rolls || calendar.isPublished(end.day, through: rolled)
        return Period.Due(moment: Moment(rolled, hour: 23, minute: 59), isProvisional: !settled)
    }
}
