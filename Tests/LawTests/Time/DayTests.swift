import Law
import Testing

@Suite("Days and moments")
struct DayTests {
    @Test(
        "Months end on the day of the same number or on the month's last",
        arguments: [
            ("2025-08-31", 6, "2026-02-28"), ("2023-08-31", 6, "2024-02-29"), ("2025-01-15", 1, "2025-02-15"),
            ("2025-12-31", 1, "2026-01-31"), ("2025-10-31", 1, "2025-11-30"),
            ("2026-01-04", -12, "2025-01-04"),
            ("2026-03-31", -1, "2026-02-28"), ("2026-01-31", 0, "2026-01-31"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"),
        ])
    func months(start: String, count: Int, end: String) {
        #expect(day(start).adding(months: count) == day(end))
    }

    @Test(
        "What is no day or no moment",
        arguments: [
            "2026-02-29", "2026-13-01", "2026-00-10", "2026-1-4", "2026-01-04T24:00", "2026-01-04T10:60",
            "2026-01-04 10:3",
            "2026-01-04T10:30:60", "2026-01-04T10:30x00", "2026-01-04T10:30:0x", "3000-01-01T00:00",
            "9999-12-31T23:59", "",
        ])
    func refused(text: String) {
        #expect(Day(text) == nil)
        #expect(Moment(text) == nil)
    }

    @Test(
        "Moments to the minute",
        arguments: [
            ("2026-01-04T10:30", "2026-01-04T10:30"), ("2026-01-04 10:30", "2026-01-04T10:30"),
            ("2026-01-04T10:30:59", "2026-01-04T10:30"), ("1969-12-31T23:59", "1969-12-31T23:59"),
            ("2999-12-31T23:59", "2999-12-31T23:59"),
        ])
    func moments(text: String, shown: String) {
        #expect(Moment(text)?.description == shown)
    }

    @Test("The longest periods from the last moment still have an end")
    func farthest() {
        let start = moment("2999-12-31T23:59")
        for unit in Length.Unit.allCases {
            let most = Length(Length.most, unit)
            let due = Period(most, extension: Period.Extension(by: most, atMost: 2)).due(
                from: start, extensions: 2, in: china)
            #expect(due.moment > start)
        }
    }

    @Test(
        "Lengths as the proofs show them",
        arguments: [
            (480, "8小时"), (510, "8小时30分钟"), (30, "30分钟"), (0, "0分钟"), (1440, "24小时"), (2880, "2日"),
            (2940, "49小时"),
            (43_200, "30日"), (-90, "-1小时30分钟"),
        ])
    func lengths(minutes: Int, shown: String) {
        #expect(Value.duration(minutes: minutes).description == shown)
    }
}
