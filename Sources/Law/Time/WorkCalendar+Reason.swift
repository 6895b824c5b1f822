extension WorkCalendar {
    /// Why a day is a working day or not.
    package enum Reason: Hashable, Sendable {
        /// Monday to Friday.
        case weekday
        case weekend
        /// A day off under a notice: 春节假期.
        case holiday(String)
        /// A weekend day worked for a holiday: 调休上班.
        case makeUp(String)
    }

    package func reason(for day: Day) -> Reason {
        for notice in notices {
            if notice.work.contains(day) { return .makeUp(notice.name) }
            if notice.off.contains(where: { $0.contains(day) }) { return .holiday(notice.name) }
        }
        return day.weekday > 5 ? .weekend : .weekday
    }
}

extension WorkCalendar.Reason: CustomStringConvertible {
    /// As the proofs show it: `2026年春节假期`.
    package var description: String {
        switch self {
        case .weekday: "工作日"
        case .weekend: "周末"
        case .holiday(let name): "\(name)假期"
        case .makeUp(let name): "\(name)调休上班"
        }
    }
}

/// So that a range of days can be walked.
extension Day: Strideable {
    package func distance(to other: Day) -> Int { days(until: other) }
    package func advanced(by days: Int) -> Day { adding(days: days) }
}
