package import Law

/// The stretch of days that a figure or a claim speaks about, both ends included.
///
/// Written `2025`, `2025-Q1`, `2025-03` or `2025-01-01..2025-06-30`.
package struct ReportPeriod: Hashable, Sendable {
    /// As the user wrote it.
    package let name: String
    package let from: Day
    /// The last day.
    package let until: Day
    /// `2025年`, `2025年第一季度`, `2025年3月`, `2025年1月1日至2025年6月30日`.
    package let chinese: String

    /// - Returns: `nil` when the text is none of the four forms, or ends before it begins.
    package init?(_ name: String) {
        self.name = name
        if let (from, until) = Self.range(name) {
            guard from <= until else { return nil }
            self.from = from
            self.until = until
            chinese = "\(from.chinese)至\(until.chinese)"
            return
        }
        guard let year = Int(name.prefix(4)), let part = Self.part(of: name) else { return nil }
        let months: ClosedRange<Int>
        switch part {
        case .year:
            months = 1...12
            chinese = "\(year)年"
        case .quarter(let quarter):
            months = (quarter * 3 - 2)...(quarter * 3)
            chinese = "\(year)年第\(["一", "二", "三", "四"][quarter - 1])季度"
        case .month(let month):
            months = month...month
            chinese = "\(year)年\(month)月"
        }
        guard let from = Day(year: year, month: months.lowerBound, day: 1),
            let last = Day(year: year, month: months.upperBound, day: 1)
        else { return nil }
        self.from = from
        until = last.adding(months: 1).adding(days: -1)
    }

    package func contains(_ day: Day) -> Bool { from <= day && day <= until }

    /// The first minute of the period, and the first minute after it.
    package var minutes: Range<Int> {
        Int(Moment(from).minutes)..<Int(Moment(until.adding(days: 1)).minutes)
    }

    private enum Part {
        case year
        case quarter(Int)
        case month(Int)
    }

    private static func part(of name: String) -> Part? {
        guard name.utf8.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        let rest = name.dropFirst(4)
        if rest.isEmpty { return name.count == 4 ? .year : nil }
        guard rest.first == "-" else { return nil }
        let tail = rest.dropFirst()
        if tail.count == 2, tail.first == "Q", let quarter = tail.last?.wholeNumberValue {
            return (1...4).contains(quarter) ? .quarter(quarter) : nil
        }
        guard tail.count == 2, let month = Int(tail), (1...12).contains(month) else { return nil }
        return .month(month)
    }

    private static func range(_ name: String) -> (Day, Day)? {
        guard name.utf8.count == 22, name.dropFirst(10).hasPrefix("..") else { return nil }
        guard let from = Day(name.prefix(10)), let until = Day(name.suffix(10)) else { return nil }
        return (from, until)
    }
}
