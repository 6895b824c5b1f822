/// A day, or a minute of a day, on the clock of China, as an entry writes it: `2026-01-04` or `2026-01-04T10:30`.
package struct CivilTime: Hashable, Sendable {
    package let year: Int
    package let month: Int
    package let day: Int
    /// Minutes since midnight; `nil` when only the day is known.
    package let minuteOfDay: Int?

    package init(year: Int, month: Int, day: Int, minuteOfDay: Int? = nil) {
        precondition((0...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day))
        precondition(minuteOfDay.map { (0..<1440).contains($0) } ?? true)
        self.year = year
        self.month = month
        self.day = day
        self.minuteOfDay = minuteOfDay
    }

    /// - Returns: `nil` unless the text has exactly one of the two forms and each part is in range.
    package init?(_ text: some Collection<UInt8>) {
        let text = Array(text)
        guard text.count == 10 || text.count == 16, text[4] == UInt8(ascii: "-"),
            text[7] == UInt8(ascii: "-"),
            let year = decimal(text[0..<4]), let month = decimal(text[5..<7]),
            let day = decimal(text[8..<10]),
            (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        guard text.count == 16 else {
            self.init(year: year, month: month, day: day)
            return
        }
        guard text[10] == UInt8(ascii: "T"), text[13] == UInt8(ascii: ":"), let hour = decimal(text[11..<13]),
            let minute = decimal(text[14..<16]), hour < 24, minute < 60
        else { return nil }
        self.init(year: year, month: month, day: day, minuteOfDay: hour * 60 + minute)
    }
}

extension JSONWriter {
    package mutating func write(_ time: CivilTime) {
        write(byte: UInt8(ascii: "\""))
        write(year: time.year, month: time.month, day: time.day)
        if let minutes = time.minuteOfDay {
            write(byte: UInt8(ascii: "T"))
            write(minutes / 60, width: 2)
            write(byte: UInt8(ascii: ":"))
            write(minutes % 60, width: 2)
        }
        write(byte: UInt8(ascii: "\""))
    }

    mutating func write(year: Int, month: Int, day: Int) {
        write(year, width: 4)
        write(byte: UInt8(ascii: "-"))
        write(month, width: 2)
        write(byte: UInt8(ascii: "-"))
        write(day, width: 2)
    }
}

extension CivilTime: CustomStringConvertible {
    package var description: String {
        var writer = JSONWriter(capacity: 20)
        writer.write(self)
        return String(decoding: writer.bytes.dropFirst().dropLast(), as: UTF8.self)
    }
}

/// The number that ASCII digits spell.
func decimal(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return digits.isEmpty ? nil : value
}
