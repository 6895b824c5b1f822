import Law
import Testing

/// Some registers record days without times: those are compared as days, and no time is invented.
@Suite("Deadlines between days")
struct DayAnswerTests {
    private func book(_ form: String, _ members: String) throws -> RuleBook {
        try SmallPack.book(
            SmallPack.rule(judges: "register:officer", form: form, pivot: "joined", members: members))
    }

    private func answer(_ book: RuleBook, _ joined: String, _ certified: String?, asOf: String = "2026-12-31")
        -> Answer?
    {
        let officer = SmallRecord(
            "officer", "o",
            ["joined": .day(day(joined)), "certified": certified.map { .day(day($0)) } ?? .null])
        return book.answers([officer], asOf: "\(asOf)T12:00")["o"]
    }

    @Test("the whole of the last day is in time, the day after is not")
    func deadline() throws {
        let book = try book("deadline", "start: joined\ndone: certified\nwithin: 5 working days\nroll: true")
        // Monday 2 March and five working days: Monday 9 March.
        #expect(answer(book, "2026-03-02", "2026-03-09") == .kept)
        #expect(answer(book, "2026-03-02", "2026-03-10") == .broken)
        #expect(answer(book, "2026-03-02", nil, asOf: "2026-03-09") == .notYetDue)
        #expect(answer(book, "2026-03-02", nil, asOf: "2026-03-10") == .broken)
    }

    @Test("beside a day, only the day of a moment counts")
    func mixed() throws {
        let book = try book("sequence", "first: asOf\nthen: certified")
        #expect(answer(book, "2026-03-02", "2026-03-09", asOf: "2026-03-09") == .kept)
        #expect(answer(book, "2026-03-02", "2026-03-08", asOf: "2026-03-09") == .broken)
    }

    @Test("what happened is shown as a day")
    func shown() throws {
        let book = try book("deadline", "start: joined\ndone: certified\nwithin: 5 days\nroll: false")
        var builder = TableBuilder(layout: book.layout)
        let officer = SmallRecord(
            "officer", "o", ["joined": .day(day("2026-03-02")), "certified": .day(day("2026-03-09"))])
        builder.add("officer", id: "o", values: officer.values())
        let tables = book.tables(builder)
        let at = moment("2026-12-31T12:00")
        let finding = try #require(book.judge(tables, asOf: at, keeping: [.broken]).findings.first)
        let detail = Tracer(book, over: tables, asOf: at).detail(of: finding)
        #expect(detail.observed == "2026-03-09" && detail.due == moment("2026-03-07T23:59"))
    }

    @Test("hours cannot be counted from a day")
    func hours() {
        #expect(throws: (any Error).self) {
            try book("deadline", "start: joined\ndone: certified\nwithin: 24 hours\nroll: false")
        }
    }
}
