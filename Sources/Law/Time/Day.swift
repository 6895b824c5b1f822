/// A calendar day in China, without a time of day.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// - Returns: `nil` when there is no such day, such as 30 February.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        let candidate = Day(number: Int32(Self.days(year: year, month: month, day: day)))
        let (y, m, d) = candidate.components
        guard (y, m, d) == (year, month, day) else { return nil }
        self = candidate
    }

    /// Reads exactly `2026-01-04`.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        let dash = UInt8(ascii: "-")
        guard bytes.count == 10, bytes[4] == dash, bytes[7] == dash,
            let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]), let day = digits(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (a: Day, b: Day) -> Bool { a.number < b.number }

    package func adding(days: Int) -> Day { Day(number: number + Int32(days)) }

    /// Adds calendar months; a day the month lacks becomes its last day (31 August + 6 months is 28 February).
    package func adding(months: Int) -> Day {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + months
        let first = Self.first(ofMonth: index)
        return Day(number: Int32(first + min(day, Self.first(ofMonth: index + 1) - first) - 1))
    }

    /// The number of a month's first day; months are counted from January of the year 0.
    private static func first(ofMonth index: Int) -> Int {
        days(year: index / 12, month: index % 12 + 1, day: 1)
    }

    package func days(until other: Day) -> Int { Int(other.number) - Int(number) }

    /// 1 Monday … 7 Sunday, as ISO 8601 numbers them.
    package var weekday: Int {
        let offset = (Int(number) + 3) % 7
        return (offset < 0 ? offset + 7 : offset) + 1
    }

    /// Proleptic Gregorian year, month and day (Howard Hinnant's `civil_from_days`).
    package var components: (year: Int, month: Int, day: Int) {
        let z = Int(number) + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension Day: CustomStringConvertible {
    /// Written `2026-01-04`.
    package var description: String {
        let (year, month, day) = components
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// `2026年1月4日`, as GB/T 9704 writes dates: no leading zeros.
    package var chinese: String {
        let (year, month, day) = components
        return "\(year)年\(month)月\(day)日"
    }
}

/// The number that ASCII digits spell, or `nil` if any of them is not a digit or there are more than 18.
func digits(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard (1...18).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}

func padded(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.count)) + text
}
