/// A moment on the clock of the whole of China (UTC+8 without summer time since 1992), to the minute.
///
/// Law counts in days and hours; no provision this project knows turns on a second.
package struct Moment: Hashable, Comparable, Sendable {
    /// Minutes since 1970-01-01 00:00 on that clock.
    package let minutes: Int32

    /// The last year of a moment that is read: the longest periods added to it still fit.
    static let lastYear = 2999

    package init(minutes: Int32) { self.minutes = minutes }

    /// - Precondition: The day lies before the year 6053, where 32 bits of minutes end.
    package init(_ day: Day, hour: Int = 0, minute: Int = 0) {
        minutes = day.number * 1440 + Int32(hour * 60 + minute)
    }

    /// Reads `2026-01-04T10:30`, also with a space for the `T` and with seconds, which are dropped.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 16 || bytes.count == 19, bytes[10] == UInt8(ascii: "T") || bytes[10] == 0x20,
            bytes[13] == UInt8(ascii: ":"), let day = Day(text.prefix(10)),
            day.components.year <= Self.lastYear,
            let hour = digits(bytes[11..<13]), let minute = digits(bytes[14..<16]), hour < 24, minute < 60
        else { return nil }
        if bytes.count == 19 {
            guard bytes[16] == UInt8(ascii: ":"), let second = digits(bytes[17..<19]), second < 60 else {
                return nil
            }
        }
        self.init(day, hour: hour, minute: minute)
    }

    package static func < (a: Moment, b: Moment) -> Bool { a.minutes < b.minutes }

    package var day: Day {
        let minutes = Int(minutes)
        return Day(number: Int32((minutes >= 0 ? minutes : minutes - 1439) / 1440))
    }

    /// Minutes since the day's midnight.
    package var minuteOfDay: Int { Int(minutes) - Int(day.number) * 1440 }

    package func adding(minutes: Int) -> Moment { Moment(minutes: self.minutes + Int32(minutes)) }

    package func minutes(until other: Moment) -> Int { Int(other.minutes) - Int(minutes) }
}

extension Moment: CustomStringConvertible {
    /// Written `2026-01-04T10:30`.
    package var description: String {
        "\(day)T\(padded(minuteOfDay / 60, 2)):\(padded(minuteOfDay % 60, 2))"
    }

    /// Written `2026年1月4日10时30分`.
    package var chinese: String { "\(day.chinese)\(minuteOfDay / 60)时\(padded(minuteOfDay % 60, 2))分" }
}
