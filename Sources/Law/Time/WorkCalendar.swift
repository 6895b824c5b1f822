/// Which days are working days, as the State Council's holiday notices make them.
///
/// Outside the days that the notices settle it reads Monday to Friday as working and says `provisional`:
/// the answer may move when the notice comes. Every question costs a few loads, whatever the distance.
package struct WorkCalendar: Hashable, Sendable {
    /// One holiday of one year: the days off and the weekend days worked for them.
    package struct Notice: Hashable, Sendable {
        /// Written `2026年春节`.
        package let name: String
        package let off: [ClosedRange<Day>]
        package let work: [Day]

        package init(name: String, off: [ClosedRange<Day>], work: [Day]) {
            self.name = name
            self.off = off
            self.work = work
        }
    }

    /// The days that published notices settle, the last included.
    package let covers: ClosedRange<Day>
    package let notices: [Notice]
    /// Of each covered day and the day after, how many working days come before it.
    fileprivate let before: [Int32]
    /// The covered working days in order.
    private let days: [Day]
    /// What the notices add to, or take from, the plain weeks.
    private let difference: Int

    /// - Precondition: Every day of a notice is covered.
    package init(covers: ClosedRange<Day>, notices: [Notice]) {
        self.covers = covers
        self.notices = notices
        var isWorking = (covers.lowerBound.number...covers.upperBound.number).map {
            Day(number: $0).weekday <= 5
        }
        for notice in notices {
            for day in notice.off.joined() { isWorking[covers.lowerBound.days(until: day)] = false }
            for day in notice.work { isWorking[covers.lowerBound.days(until: day)] = true }
        }
        let base = Self.plainWorkingDays(before: covers.lowerBound)
        var before = [Int32(base)]
        var days: [Day] = []
        for (offset, works) in isWorking.enumerated() {
            if works { days.append(covers.lowerBound.adding(days: offset)) }
            before.append(Int32(base + days.count))
        }
        self.before = before
        self.days = days
        difference = base + days.count - Self.plainWorkingDays(before: covers.upperBound.adding(days: 1))
    }

    /// How many working days there are from 1970-01-01 up to, and without, the day; negative before 1970.
    ///
    /// The difference of two is the number of working days between.
    package func workingDays(before day: Day) -> Int {
        if day < covers.lowerBound { return Self.plainWorkingDays(before: day) }
        if day > covers.upperBound { return Self.plainWorkingDays(before: day) + difference }
        return Int(before[covers.lowerBound.days(until: day)])
    }

    /// How many working days lie after the first day, up to the second and with it.
    package func workingDays(after start: Day, through end: Day) -> Int {
        workingDays(before: end.adding(days: 1)) - workingDays(before: start.adding(days: 1))
    }

    package func isWorking(_ day: Day) -> Bool {
        workingDays(before: day.adding(days: 1)) > workingDays(before: day)
    }

    /// The working day on which a count of working days ends; the day it starts from is not counted.
    ///
    /// A count of 0 gives the day itself, working or not.
    package func workingDay(_ count: Int, after start: Day) -> Day {
        count == 0 ? start : workingDay(number: workingDays(before: start.adding(days: 1)) + count - 1)
    }

    /// The day itself when it is a working day, or the next one that is.
    package func firstWorkingDay(onOrAfter day: Day) -> Day {
        workingDay(number: workingDays(before: day))
    }

    /// Whether every day from the first to the last is settled by a published notice.
    package func isPublished(_ first: Day, through last: Day) -> Bool {
        first >= covers.lowerBound && last <= covers.upperBound
    }

    /// The working day with so many working days before it.
    private func workingDay(number: Int) -> Day {
        let index = number - Int(before[0])
        if index < 0 { return Self.plainWorkingDay(number: number) }
        return index < days.count ? days[index] : Self.plainWorkingDay(number: number - difference)
    }

    /// Monday to Friday: 1969-12-29 was a Monday, and three of its week's five days came before 1970-01-01.
    private static func plainWorkingDays(before day: Day) -> Int {
        let shifted = Int(day.number) + 3
        let week = shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
        return week * 5 + min(shifted - week * 7, 5) - 3
    }

    private static func plainWorkingDay(number: Int) -> Day {
        let shifted = number + 3
        let week = shifted >= 0 ? shifted / 5 : (shifted - 4) / 5
        return Day(number: Int32(week * 7 + (shifted - week * 5) - 3))
    }
}

extension WorkCalendar {
    /// How many working days come up to a day, and with it, counted as `workingDays(before:)` counts.
    func workingDays(through day: Int32) -> Int32 {
        Int32(workingDays(before: Day(number: day).adding(days: 1)))
    }

    /// Lends the count through each settled day, from the first of them.
    func withSettledDays(_ body: (_ first: Int32, _ through: UnsafeBufferPointer<Int32>) -> Void) {
        before.dropFirst().withUnsafeBufferPointer { body(covers.lowerBound.number, $0) }
    }
}
