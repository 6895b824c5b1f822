/// Arithmetic as DMN 1.5 table 50 and 55 have it; what has no meaning, or does not fit, is `null`.
extension Value {
    package func plus(_ other: Value) -> Value {
        switch (self, other) {
        case (.number(let a), .number(let b)): Self(a.plus(b))
        case (.text(let a), .text(let b)): .text(a + b)
        case (.duration(let a), .duration(let b)): Self(minutes: a.addingReportingOverflow(b))
        case (.months(let a), .months(let b)): Self(months: a.addingReportingOverflow(b))
        case (_, .duration(let minutes)): shifted(byMinutes: minutes)
        case (.duration(let minutes), _): other.shifted(byMinutes: minutes)
        case (_, .months(let months)): shifted(byMonths: months)
        case (.months(let months), _): other.shifted(byMonths: months)
        default: .null
        }
    }

    package func minus(_ other: Value) -> Value {
        switch (self, other) {
        case (.number(let a), .number(let b)): return Self(a.minus(b))
        case (.duration(let a), .duration(let b)): return Self(minutes: a.subtractingReportingOverflow(b))
        case (.months(let a), .months(let b)): return Self(months: a.subtractingReportingOverflow(b))
        case (_, .duration(let minutes)): return shifted(byMinutes: 0 &- minutes)
        case (_, .months(let months)): return shifted(byMonths: 0 &- months)
        default:
            // A day stands for its first minute.
            guard let start = other.instant, let end = instant else { return .null }
            return .duration(minutes: start.minutes(until: end))
        }
    }

    package func times(_ other: Value) -> Value {
        switch (self, other) {
        case (.number(let a), .number(let b)): Self(a.times(b))
        case (.duration(let length), .number(let factor)), (.number(let factor), .duration(let length)):
            Self.whole(Number(exactly: length)?.times(factor)).map { .duration(minutes: $0) } ?? .null
        case (.months(let length), .number(let factor)), (.number(let factor), .months(let length)):
            Self.whole(Number(exactly: length)?.times(factor)).map { .months($0) } ?? .null
        default: .null
        }
    }

    package func divided(by other: Value) -> Value {
        switch (self, other) {
        case (.number(let a), .number(let b)): Self(a.divided(by: b))
        case (.duration(let a), .duration(let b)), (.months(let a), .months(let b)):
            Self(Number(exactly: a).flatMap { a in Number(exactly: b).flatMap { a.divided(by: $0) } })
        case (.duration(let length), .number(let divisor)):
            Self.whole(Number(exactly: length)?.divided(by: divisor)).map { .duration(minutes: $0) } ?? .null
        case (.months(let length), .number(let divisor)):
            Self.whole(Number(exactly: length)?.divided(by: divisor)).map { .months($0) } ?? .null
        default: .null
        }
    }

    package var negated: Value {
        switch self {
        case .number(let number): Self(Number(0).minus(number))
        case .duration(let minutes): .duration(minutes: 0 &- minutes)
        case .months(let months): .months(0 &- months)
        default: .null
        }
    }

    /// The moment, or the day's first minute; `nil` for a day too far off to have one.
    var instant: Moment? {
        switch self {
        case .moment(let moment): moment
        case .day(let day): day.components.year <= Moment.lastYear ? Moment(day) : nil
        default: nil
        }
    }

    /// What a day and a shift of hours give is a day again (DMN 1.5, 10.3.2.3.7).
    private func shifted(byMinutes minutes: Int) -> Value {
        guard let start = instant, (-Self.farthest...Self.farthest).contains(minutes) else { return .null }
        let end = Int(start.minutes) + minutes
        guard let end = Int32(exactly: end).map(Moment.init(minutes:)) else { return .null }
        return if case .day = self { .day(end.day) } else { .moment(end) }
    }

    private func shifted(byMonths months: Int) -> Value {
        guard let start = instant, abs(months) <= 12_000 else { return .null }
        let year = start.day.components.year + months / 12
        guard (2..<Moment.lastYear).contains(year) else { return .null }
        let day = start.day.adding(months: months)
        return if case .day = self { .day(day) } else {
            .moment(Moment(day).adding(minutes: start.minuteOfDay))
        }
    }

    /// A thousand years of minutes: what any shift of a date can be.
    private static let farthest = 1000 * 366 * 1440

    /// The part of a minute or month that a factor leaves is dropped: no provision knows one.
    private static func whole(_ number: Number?) -> Int? { number.map { Int($0.ticks / Number.scale) } }

    private init(_ number: Number?) { self = number.map(Value.number) ?? .null }

    private init(minutes result: (partialValue: Int, overflow: Bool)) {
        self = result.overflow ? .null : .duration(minutes: result.partialValue)
    }

    private init(months result: (partialValue: Int, overflow: Bool)) {
        self = result.overflow ? .null : .months(result.partialValue)
    }
}

extension Number {
    /// - Returns: `nil` when there are too many digits for a `Number`.
    init?(exactly whole: Int) {
        let (ticks, overflow) = Int64(whole).multipliedReportingOverflow(by: Self.scale)
        guard !overflow else { return nil }
        self.init(ticks: ticks)
    }
}
