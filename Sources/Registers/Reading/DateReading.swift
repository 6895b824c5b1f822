import Documents
import Law

/// Dates as offices write them.
enum DateReading {
    /// Days before or after these years are typing errors: the oldest law in the packs is of 1957.
    static let plausibleYears = 1949...2099

    /// What a cell says: a day, and the minute of that day when it says one.
    struct Reading {
        let day: Day
        let minuteOfDay: Int?
    }

    static func read(_ cell: SheetCell, countsFrom1904: Bool) throws(ValueFault) -> Reading {
        let reading =
            switch cell.kind {
            case .text: try read(cell.text)
            case .number, .date, .datetime: try read(serial: cell, countsFrom1904: countsFrom1904)
            case .boolean: throw ValueFault.notDate
            case .error: throw ValueFault.errorCell(cell.text)
            }
        let year = reading.day.components.year
        guard plausibleYears.contains(year) else { throw .implausibleYear(year) }
        return reading
    }

    /// Serials of the 1900 system from 1 March 1900 on; before it the system counts a day that never was.
    private static func read(serial cell: SheetCell, countsFrom1904: Bool) throws(ValueFault) -> Reading {
        guard let serial = Double(cell.text), serial >= 61, serial < 100_000_000 else { throw .notDate }
        // 20260104 typed as a number.
        if cell.kind == .number, serial >= 10_000_000 { return try read(cell.text) }
        // 2026 alone is a year, not the 18th of July 1905.
        if cell.kind == .number, serial < 10_000 { throw .incompleteDate }
        guard serial < 3_000_000 else { throw .notDate }
        let seconds = (serial * 86_400).rounded()
        let days = Int(seconds / 86_400)
        let minutes = Int(seconds - Double(days) * 86_400) / 60
        let day = Day(number: Int32(days - (countsFrom1904 ? days1904 : days1900)))
        let hasTime = cell.kind == .datetime || minutes > 0
        return Reading(day: day, minuteOfDay: hasTime ? minutes : nil)
    }

    /// Days from 1899-12-30, and from 1904-01-01, to 1970-01-01.
    static let days1900 = 25_569
    private static let days1904 = 24_107

    private static func read(_ text: String) throws(ValueFault) -> Reading {
        if let day = Day(text) { return Reading(day: day, minuteOfDay: nil) }
        let (date, time) = try parts(of: text)
        let numbers = date.split(separator: "-", omittingEmptySubsequences: false)
        if numbers.count == 1, date.utf8.count == 8, let number = Int(date) {
            guard time.isEmpty else { throw .notDate }
            return Reading(day: try day(number / 10_000, number / 100 % 100, number % 100), minuteOfDay: nil)
        }
        let filled = numbers.compactMap { Int($0) }
        guard filled.count == numbers.count, numbers.allSatisfy({ $0.utf8.count <= 4 }) else {
            throw .notDate
        }
        guard filled.count == 3 else { throw filled.count == 2 ? .incompleteDate : .notDate }
        guard numbers[0].utf8.count == 4 else { throw .notDate }
        return Reading(day: try day(filled[0], filled[1], filled[2]), minuteOfDay: try minute(of: time))
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) throws(ValueFault) -> Day {
        guard let day = Day(year: year, month: month, day: day) else { throw .notDate }
        return day
    }

    /// `２０２６年1月4日（星期日）下午3时30分` → `2026-1-4` and `15:30`.
    private static func parts(of text: String) throws(ValueFault) -> (date: String, time: String) {
        var plain = Heading.withoutBrackets(FullWidth.ordinary(text))
        if plain.contains("年") { plain = plain.filter { !$0.isWhitespace } }
        var written = ""
        for character in trimmed(plain) {
            switch character {
            case "年", "月", ".", "/", "．": written.append("-")
            case "日", "号", "T", "t": written.append(" ")
            case "时", "点", "分": written.append(":")
            case "秒": break
            default: written.append(character)
            }
        }
        let words = written.split(separator: " ")
        guard let date = words.first, words.count <= 2 else { throw .notDate }
        let isMonthOnly = date.hasSuffix("-") && words.count == 1
        guard !isMonthOnly else { throw .incompleteDate }
        return (String(date), words.count == 2 ? String(words[1]) : "")
    }

    /// `15:30`, `15:30:59`, `15:`, `下午3:30`.
    private static func minute(of time: String) throws(ValueFault) -> Int? {
        guard !time.isEmpty else { return nil }
        let isAfternoon = time.hasPrefix("下午") || time.hasPrefix("晚上")
        let isNamed = isAfternoon || time.hasPrefix("上午") || time.hasPrefix("凌晨")
        let numbers = time.dropFirst(isNamed ? 2 : 0).split(separator: ":").map { Int($0) }
        guard (1...3).contains(numbers.count), time.contains(":"), let hour = numbers[0] else {
            throw .notDate
        }
        let minute = numbers.count > 1 ? numbers[1] : 0
        let second = numbers.count > 2 ? numbers[2] : 0
        guard let minute, let second, (0..<24).contains(hour), (0..<60).contains(minute),
            (0..<60).contains(second), !isNamed || hour <= 12
        else { throw .notDate }
        return (isAfternoon && hour < 12 ? hour + 12 : hour) * 60 + minute
    }
}

extension DateReading {
    /// A cell as a reader of the sheet sees it: a serial number becomes its date.
    static func shown(_ cell: SheetCell, countsFrom1904: Bool) -> String {
        guard cell.kind == .date || cell.kind == .datetime, let serial = Double(cell.text),
            serial >= 61, serial < 3_000_000
        else { return cell.text }
        let minutes = Int((serial * 1440).rounded())
        let moment = Moment(minutes: Int32(clamping: minutes - (countsFrom1904 ? days1904 : days1900) * 1440))
        let hasTime = cell.kind == .datetime || moment.minuteOfDay > 0
        return hasTime ? moment.description.replacing("T", with: " ") : moment.day.description
    }
}
