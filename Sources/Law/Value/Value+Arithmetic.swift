/// Arithmetic as DMN 1.5 table 50 and 55 have it; what has no meaning, or does not fit, is `null`.
extension Value {
    package func plus(_ other: Value) -> Value {
        if let result = numbers(other, { $0.plus($1) }) { return result }
        return switch (self, other) {
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
        if let result = numbers(other, { $0.minus($1) }) { return result }
        switch (self, other) {
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
        if let result = numbers(other, { $0.times($1) }) { return result }
        return switch (self, other) {
        case (.duration(let length), _): Self.whole(length, other) { $0.times($1) }.minutes
        case (_, .duration(let length)): Self.whole(length, self) { $0.times($1) }.minutes
        case (.months(let length), _): Self.whole(length, other) { $0.times($1) }.months
        case (_, .months(let length)): Self.whole(length, self) { $0.times($1) }.months
        default: .null
        }
    }

    package func divided(by other: Value) -> Value {
        if let result = numbers(other, { $0.divided(by: $1) }) { return result }
        return switch (self, other) {
        case (.duration(let a), .duration(let b)), (.months(let a), .months(let b)):
            Decimal(a).divided(by: Decimal(b)).map { Value($0) } ?? .null
        case (.duration(let length), _): Self.whole(length, other) { $0.divided(by: $1) }.minutes
        case (.months(let length), _): Self.whole(length, other) { $0.divided(by: $1) }.months
        default: .null
        }
    }

    package func raised(to other: Value) -> Value { numbers(other) { $0.raised(to: $1) } ?? .null }

    /// What an operation makes of two numbers; `nil` when they are not both numbers.
    private func numbers(_ other: Value, _ operation: (Decimal, Decimal) -> Decimal?) -> Value? {
        guard let a = decimal, let b = other.decimal else { return nil }
        return operation(a, b).map { Value($0) } ?? .null
    }

    /// The part of a minute or month that a factor leaves is dropped: no provision knows one.
    private static func whole(
        _ length: Int, _ factor: Value, _ operation: (Decimal, Decimal) -> Decimal?
    ) -> Int? {
        factor.decimal.flatMap { operation(Decimal(length), $0) }.flatMap(\.truncated)
    }

    package var negated: Value {
        switch self {
        case .number, .decimal: decimal.map { Value($0.negated) } ?? .null
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
    static let farthest = 1000 * 366 * 1440

    private init(minutes result: (partialValue: Int, overflow: Bool)) {
        self = result.overflow ? .null : .duration(minutes: result.partialValue)
    }

    private init(months result: (partialValue: Int, overflow: Bool)) {
        self = result.overflow ? .null : .months(result.partialValue)
    }
}

extension Int? {
    fileprivate var minutes: Value { map { .duration(minutes: $0) } ?? .null }
    fileprivate var months: Value { map { .months($0) } ?? .null }
}
