/// How a deadline was counted, step by step, for the proof.
package struct DeadlineCount: Hashable, Sendable {
    /// The last minute in which the duty may be done.
    package let due: Moment
    /// The notices that would settle it are not published.
    package let isProvisional: Bool
    package let steps: [DeadlineStep]

    package init(due: Moment, isProvisional: Bool, steps: [DeadlineStep]) {
        self.due = due
        self.isProvisional = isProvisional
        self.steps = steps
    }
}

/// One step of counting a deadline; its description is the sentence that the proof prints.
package enum DeadlineStep: Hashable, Sendable {
    case start(Moment, byClock: Bool)
    case rule(Length)
    /// The granted extension of this number, counted from 1.
    case extended(Int, by: Length)
    /// Months end on the day of the same number; so many days lie between.
    case months(Int, from: Day, through: Day)
    /// Days of one kind that count, both ends included.
    case counted(ClosedRange<Day>, Length.Unit, WorkCalendar.Reason?)
    /// Days off inside a count of working days.
    case off(ClosedRange<Day>, WorkCalendar.Reason)
    /// Days left out for a reason of the case, with how many of them would have counted.
    case excluded(ClosedRange<Day>, count: Int, Length.Unit, reasons: [String])
    case countedByClock(Span)
    case excludedByClock(Span, reasons: [String])
    case rolled(from: Day, WorkCalendar.Reason, to: Day)
    /// The last day looks like a day off and is none, or is one and must not roll.
    case unmoved(Day, WorkCalendar.Reason)
    case due(Moment, byClock: Bool)
    /// The first day on which the count rests without a published notice.
    case provisional(Day)
}

extension DeadlineStep: CustomStringConvertible {
    package var description: String {
        switch self {
        case .start(let moment, let byClock):
            "自\(moment.chinese)起算，\(byClock ? "按分钟计算" : "当日不计入")"
        case .rule(let length): "期间\(length.chinese)，\(Self.manner(length.unit))"
        case .extended(let number, let length): "第\(number)次延长，再计\(length.chinese)"
        case .months(let count, let first, let last):
            "\(count)个月自\(first.chinese)至\(last.chinese)，共\(first.days(until: last))日"
        case .counted(let days, let unit, let reason):
            "\(Self.shown(days))\(Self.because(reason))，计入\(Length(days.count, unit).chinese)"
        case .off(let days, let reason): "\(Self.shown(days))为\(reason)，不计"
        case .excluded(let days, let count, let unit, let reasons):
            "\(Self.shown(days))为\(reasons.joined(separator: "、"))，扣除\(Length(count, unit).chinese)"
        case .countedByClock(let span): "\(Self.shown(span))，计入\(Value.shown(minutes: span.minutes))"
        case .excludedByClock(let span, let reasons):
            "\(Self.shown(span))为\(reasons.joined(separator: "、"))，扣除\(Value.shown(minutes: span.minutes))"
        case .rolled(let day, let reason, let next): "末日\(day.chinese)为\(reason)，顺延至\(next.chinese)"
        case .unmoved(let day, .makeUp(let name)): "末日\(day.chinese)虽逢周末，因\(name)调休上班，不顺延"
        case .unmoved(let day, let reason): "末日\(day.chinese)为\(reason)，该期间不因节假日延长"
        case .due(let moment, let byClock):
            byClock ? "\(moment.chinese)届满" : "\(moment.day.chinese)届满，当日终了前办理均不逾期"
        case .provisional(let day): "\(day.chinese)及以后的节假日安排尚未公布，以上日期为暂定"
        }
    }

    private static func manner(_ unit: Length.Unit) -> String {
        switch unit {
        case .minutes, .hours: "按时刻计算，不因节假日顺延"
        case .days: "按自然日计算"
        case .workingDays: "按工作日计算，不含周末和法定节假日"
        case .months: "按月计算，止于相应之日；当月无相应之日的，止于月末"
        }
    }

    private static func because(_ reason: WorkCalendar.Reason?) -> String {
        if case .makeUp(let name) = reason { "为\(name)调休上班" } else { "" }
    }

    private static func shown(_ days: ClosedRange<Day>) -> String {
        days.count == 1 ? days.lowerBound.chinese : "\(days.lowerBound.chinese)至\(days.upperBound.chinese)"
    }

    private static func shown(_ span: Span) -> String { "\(span.from.chinese)至\(span.until.chinese)" }
}
