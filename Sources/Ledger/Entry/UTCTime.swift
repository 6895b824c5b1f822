/// A moment of the ledger's own clock, in UTC to the millisecond: `2026-01-04T02:30:00.000Z` (RFC 3339).
package struct UTCTime: Hashable, Comparable, Sendable {
    /// Since 1970-01-01T00:00:00Z.
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// - Parameter seconds: Since 1970-01-01T00:00:00Z, as a cosignature has them.
    package init(seconds: UInt64) {
        // Whatever a foreign clock said, a time that no calendar here can write is the latest that one can.
        milliseconds = Int64(min(seconds, 253_402_300_799)) * 1000
    }

    package static func < (a: UTCTime, b: UTCTime) -> Bool { a.milliseconds < b.milliseconds }

    /// - Returns: `nil` unless the text is exactly of that form and names a day that exists.
    package init?(_ text: some Collection<UInt8>) {
        let text = Array(text)
        guard text.count == 24, text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"),
            text[16] == UInt8(ascii: ":"), text[19] == UInt8(ascii: "."), text[23] == UInt8(ascii: "Z"),
            let date = CivilTime(text[0..<10]), let hour = decimal(text[11..<13]),
            let minute = decimal(text[14..<16]), let second = decimal(text[17..<19]),
            let fraction = decimal(text[20..<23]), hour < 24, minute < 60, second < 60
        else { return nil }
        let days = Self.days(year: date.year, month: date.month, day: date.day)
        let seconds = days * 86400 + hour * 3600 + minute * 60 + second
        self.init(milliseconds: Int64(seconds * 1000 + fraction))
        // 30 February spells another day when it is written back.
        guard Self.civil(days: days) == (date.year, date.month, date.day) else { return nil }
    }

    var parts: (days: Int, millisecondOfDay: Int) {
        let perDay: Int64 = 86_400_000
        let days = (milliseconds >= 0 ? milliseconds : milliseconds - perDay + 1) / perDay
        return (Int(days), Int(milliseconds - days * perDay))
    }

    /// Howard Hinnant's `days_from_civil`; `Law` has its own, since this target imports nothing.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}

extension JSONWriter {
    package mutating func write(_ time: UTCTime) {
        let (days, rest) = time.parts
        let (year, month, day) = UTCTime.civil(days: days)
        write(byte: UInt8(ascii: "\""))
        write(year: year, month: month, day: day)
        write(byte: UInt8(ascii: "T"))
        write(rest / 3_600_000, width: 2)
        write(byte: UInt8(ascii: ":"))
        write(rest / 60_000 % 60, width: 2)
        write(byte: UInt8(ascii: ":"))
        write(rest / 1000 % 60, width: 2)
        write(byte: UInt8(ascii: "."))
        write(rest % 1000, width: 3)
        write(raw: "Z\"")
    }
}

extension UTCTime: CustomStringConvertible {
    package var description: String {
        var writer = JSONWriter(capacity: 32)
        writer.write(self)
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }
}
