import Law
import Testing

@Suite("Periods: 公安机关办理行政案件程序规定第三十五条")
struct PeriodTests {
    @Test(
        "The day of the event is not counted, and the last day counts to its end",
        arguments: [
            // 30 days from 5 December end on a Sunday that is worked.
            ("2025-12-05T10:00", "30 days", "2026-01-04T23:59"),
            // 3 January is a day off.
            ("2025-12-04T10:00", "30 days", "2026-01-04T23:59"),
            ("2025-12-01T23:59", "30 days", "2025-12-31T23:59"),
            ("2025-12-02T00:00", "30 days", "2026-01-04T23:59"),
            // 15 February opens the spring festival.
            ("2026-01-16T09:00", "30 days", "2026-02-24T23:59"),
            // The Saturday before is worked.
            ("2026-01-15T09:00", "30 days", "2026-02-14T23:59"),
            ("2026-03-03T09:00", "2 days", "2026-03-05T23:59"),
            ("2026-03-05T09:00", "2 days", "2026-03-09T23:59"),
            ("2026-03-05T09:00", "2 working days", "2026-03-09T23:59"),
            ("2026-03-06T09:00", "2 working days", "2026-03-10T23:59"),
            ("2026-02-12T09:00", "7 working days", "2026-02-28T23:59"),
            ("2026-01-01T09:00", "1 working day", "2026-01-04T23:59"),
            ("2025-08-31T09:00", "6 months", "2026-02-28T23:59"),
            ("2025-08-14T09:00", "6 months", "2026-02-14T23:59"),
            ("2025-08-15T09:00", "6 months", "2026-02-24T23:59"),
            ("2024-02-29T09:00", "12 months", "2025-02-28T23:59"),
            ("2026-03-03T09:00", "0 days", "2026-03-03T23:59"),
        ])
    func days(start: String, allowed: String, due: String) {
        let found = Period(length(allowed)).due(from: moment(start), in: china)
        #expect(found == Period.Due(moment: moment(due), isProvisional: false))
    }

    @Test(
        "Hours and minutes end at their minute, on a holiday too",
        arguments: [
            ("2026-01-05T10:00", "8 hours", "2026-01-05T18:00"),
            ("2026-01-05T16:30", "8 hours", "2026-01-06T00:30"),
            ("2026-02-14T18:00", "24 hours", "2026-02-15T18:00"),
            ("2026-02-14T18:00", "30 minutes", "2026-02-14T18:30"),
            ("2026-01-05T10:00", "0 hours", "2026-01-05T10:00"),
        ])
    func clock(start: String, allowed: String, due: String) {
        for rolls in [true, false] {
            let found = Period(length(allowed), rolls: rolls).due(from: moment(start), in: china)
            #expect(found == Period.Due(moment: moment(due), isProvisional: false))
        }
    }

    @Test(
        "A period that restricts liberty never rolls",
        arguments: [
            ("2026-01-16T09:00", "30 days", "2026-02-15T23:59"),
            ("2026-03-05T09:00", "2 days", "2026-03-07T23:59"),
            ("2026-03-03T09:00", "2 days", "2026-03-05T23:59"),
        ])
    func liberty(start: String, allowed: String, due: String) {
        #expect(
            Period(length(allowed), rolls: false).due(from: moment(start), in: china).moment == moment(due))
    }

    @Test(
        "What is excluded counts as the difference of its days, overlaps once, and only before the end",
        arguments: [
            ([], "2026-04-02T23:59"),
            ([("2026-03-10T08:00", "2026-03-14T20:00")], "2026-04-07T23:59"),
            ([("2026-03-10T08:00", "2026-03-15T08:00")], "2026-04-07T23:59"),
            (
                [("2026-03-10T08:00", "2026-03-15T08:00"), ("2026-03-12T08:00", "2026-03-18T08:00")],
                "2026-04-10T23:59"
            ),
            (
                [("2026-03-10T08:00", "2026-03-18T08:00"), ("2026-03-12T08:00", "2026-03-15T08:00")],
                "2026-04-10T23:59"
            ),
            ([("2026-03-10T08:00", "2026-03-10T20:00")], "2026-04-02T23:59"),
            // 4 of its days are in the period.
            ([("2026-02-20T08:00", "2026-03-06T08:00")], "2026-04-07T23:59"),
            ([("2026-02-20T08:00", "2026-03-02T08:00")], "2026-04-02T23:59"),
            ([("2026-04-01T08:00", "2026-04-08T08:00")], "2026-04-09T23:59"),
            // Begins on the last day: too late.
            ([("2026-04-02T08:00", "2026-04-08T08:00")], "2026-04-02T23:59"),
        ] as [([(String, String)], String)])
    func excluded(spans: [(String, String)], due: String) {
        let found = Period(length("30 days"))
            .due(from: moment("2026-03-03T10:00"), excluding: spans.map { span($0.0, $0.1) }, in: china)
        #expect(found.moment == moment(due))
    }

    @Test(
        "Of a count of working days only working days are excluded",
        arguments: [
            ([("2026-03-03T08:00", "2026-03-05T08:00")], "2026-03-13T23:59"),
            // A weekend.
            ([("2026-03-06T08:00", "2026-03-08T08:00")], "2026-03-11T23:59"),
            ([("2026-03-06T08:00", "2026-03-09T08:00")], "2026-03-12T23:59"),
            ([("2026-03-10T08:00", "2026-03-20T08:00")], "2026-03-23T23:59"),
        ])
    func excludedWorkingDays(spans: [(String, String)], due: String) {
        let found = Period(length("7 working days"))
            .due(from: moment("2026-03-02T10:00"), excluding: spans.map { span($0.0, $0.1) }, in: china)
        #expect(found.moment == moment(due))
    }

    @Test(
        "Of hours the minutes are excluded",
        arguments: [
            ([("2026-03-03T12:00", "2026-03-03T13:30")], "2026-03-03T19:30"),
            (
                [("2026-03-03T12:00", "2026-03-03T13:30"), ("2026-03-03T13:00", "2026-03-03T14:00")],
                "2026-03-03T20:00"
            ),
            ([("2026-03-03T09:00", "2026-03-03T10:15")], "2026-03-03T18:15"),
            ([("2026-03-03T17:59", "2026-03-03T19:00")], "2026-03-03T19:01"),
            ([("2026-03-03T18:00", "2026-03-03T19:00")], "2026-03-03T18:00"),
        ])
    func excludedHours(spans: [(String, String)], due: String) {
        let found = Period(length("8 hours"))
            .due(from: moment("2026-03-03T10:00"), excluding: spans.map { span($0.0, $0.1) }, in: china)
        #expect(found.moment == moment(due))
    }

    @Test(
        "Extensions count up to what the provision allows; only the final end rolls",
        arguments: [
            (0, "2026-02-24T23:59"), (1, "2026-03-17T23:59"), (2, "2026-04-16T23:59"),
            (3, "2026-04-16T23:59"),
            (-1, "2026-02-24T23:59"),
        ])
    func extended(granted: Int, due: String) {
        let period = Period(length("30 days"), extension: Period.Extension(by: length("30 days"), atMost: 2))
        // 30 days from 16 January end on 15 February, in the spring festival: 60 end on 17 March all the same.
        #expect(
            period.due(from: moment("2026-01-16T09:00"), extensions: granted, in: china).moment == moment(due)
        )
    }

    @Test(
        "An end that no notice settles is provisional",
        arguments: [
            ("2026-11-28T09:00", "30 days", true, false), ("2026-11-29T09:00", "30 days", true, true),
            ("2026-11-29T09:00", "30 days", false, false),
            ("2026-12-23T09:00", "3 working days", true, false),
            ("2026-12-24T09:00", "3 working days", true, true), ("2026-12-30T09:00", "8 hours", true, false),
            ("2018-12-27T09:00", "3 working days", true, true),
            ("2018-12-28T09:00", "1 working day", true, false),
            ("2018-11-28T09:00", "30 days", true, true), ("2018-11-29T09:00", "30 days", true, false),
        ])
    func provisional(start: String, allowed: String, rolls: Bool, isProvisional: Bool) {
        let period = Period(length(allowed), rolls: rolls)
        #expect(period.due(from: moment(start), in: china).isProvisional == isProvisional)
    }

    @Test(
        "Lengths as packs write them",
        arguments: [
            ("8 hours", "8小时"), ("30 minutes", "30分钟"), ("30 days", "30日"), ("7 working days", "7个工作日"),
            ("6 months", "6个月"),
            ("1 day", "1日"), ("1 working day", "1个工作日"), ("0 days", "0日"),
        ])
    func lengths(text: String, chinese: String) {
        #expect(Length(text)?.chinese == chinese)
        #expect(Length(text)?.description == text)
    }

    @Test(
        "What is no length",
        arguments: [
            "", "8", "hours", "8hours", "8  hours", "-8 hours", "8.5 hours", "1 days", "2 day", "10000 days",
            "八 hours", "7 weeks",
            "7 Working days", "8 hours ", "99999999999999999999 days",
        ])
    func notLengths(text: String) {
        #expect(Length(text) == nil)
    }
}
