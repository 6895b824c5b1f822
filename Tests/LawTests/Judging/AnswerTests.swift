import Law
import Testing

@Suite("The five answers")
struct AnswerTests {
    private typealias R = SmallRecord
    private let c = SmallRecord("case", "c", ["category": .text("security")])

    @Test("Silence in the record is never compliance, and never an accusation")
    func truths() throws {
        let book = try SmallPack.book(SmallPack.rule(members: "that: reviewed"))
        let decision = R.event("decision", "d", ["at": R.at("2026-03-02T10:00")])
        func answer(_ review: [String: Value]) -> Answer? {
            book.answers([c, decision, .event("review", "r", review)])["d"]
        }
        #expect(book.answers([c, decision])["d"] == .broken)
        #expect(answer(["passed": .boolean(true), "at": R.at("2026-03-02T09:59")]) == .kept)
        #expect(answer(["passed": .boolean(true), "at": R.at("2026-03-02T10:00")]) == .broken)
        #expect(answer(["passed": .boolean(true)]) == .cannotTell)
        #expect(answer(["at": R.at("2026-03-01T10:00")]) == .cannotTell)
        #expect(answer(["passed": .boolean(false), "at": R.at("2026-03-01T10:00")]) == .broken)
    }

    @Test("Scope and pivot come first")
    func order() throws {
        let book = try SmallPack.book(SmallPack.rule(when: "case.category = \"security\" and fine > 100"))
        func answer(_ fields: [String: Value], _ owner: SmallRecord) -> Answer? {
            book.answers([owner, .event("decision", "d", fields)])["d"]
        }
        let at = R.at("2026-03-02T10:00")
        #expect(answer(["at": at, "fine": .number(Number(200))], c) == .broken)
        #expect(answer(["at": at, "fine": .number(Number(100))], c) == .notApplicable)
        #expect(answer(["at": at], c) == .cannotTell)
        #expect(answer(["fine": .number(Number(200))], c) == .cannotTell)
        #expect(answer(["at": R.at("2025-12-31T23:59"), "fine": .number(Number(200))], c) == .notApplicable)
        let traffic = SmallRecord("case", "c", ["category": .text("traffic")])
        #expect(answer(["at": at], traffic) == .notApplicable)
        let unknown = SmallRecord("case", "c", [:])
        #expect(answer(["at": at, "fine": .number(Number(200))], unknown) == .cannotTell)
    }

    @Test("A deadline with exclusions and extensions")
    func deadline() throws {
        let members = """
            start: actAt
            done: decidedAt
            within: 30 days
            roll: false
            exclude: [{from: event:appraisal, spans: [at, endedAt]}]
            extend: {from: event:extension, by: 30 days, atMost: 1}
            """
        let book = try SmallPack.book(
            SmallPack.rule(judges: "case", form: "deadline", pivot: "actAt", members: members))
        let act = SmallRecord("case", "c", ["actAt": R.at("2026-03-02T10:00")])
        func answer(_ decided: String?, _ others: [SmallRecord] = [], asOf: String = "2026-12-31T12:00")
            -> Answer?
        {
            let decision = decided.map { [R.event("decision", "d", ["at": R.at($0)])] } ?? []
            return book.answers([act] + decision + others, asOf: asOf)["c"]
        }
        let appraisal = R.event(
            "appraisal", "a", ["at": R.at("2026-03-10T09:00"), "endedAt": R.at("2026-03-16T09:00")])
        // Day thirty after 2 March is 1 April; the appraisal leaves out six days.
        #expect(answer("2026-04-01T23:59") == .kept)
        #expect(answer("2026-04-02T00:00") == .broken)
        #expect(answer("2026-04-07T20:00", [appraisal]) == .kept)
        #expect(answer("2026-04-08T00:00", [appraisal]) == .broken)
        #expect(answer(nil, asOf: "2026-04-01T12:00") == .notYetDue)
        #expect(answer(nil, asOf: "2026-04-02T12:00") == .broken)
        // The appraisal has no end yet: past the limit without it, nobody can tell.
        let open = R.event("appraisal", "a", ["at": R.at("2026-03-10T09:00")])
        #expect(answer("2026-04-01T20:00", [open]) == .kept)
        #expect(answer("2026-04-20T20:00", [open]) == .cannotTell)
        let granted = ["e", "f"].map { R.event("extension", $0, ["at": R.at("2026-03-30T09:00")]) }
        #expect(answer("2026-05-01T20:00", granted) == .kept)
        #expect(answer("2026-05-02T20:00", granted) == .broken)
        // A decision without its time is on record: neither done in time nor undone.
        #expect(book.answers([act, R.event("decision", "d")])["c"] == .cannotTell)
    }

    @Test("Between the strict and the lenient reading nobody is accused")
    func lenient() throws {
        let members = "start: at\ndone: endedAt\nwithin: 2 days\nroll: false\nlenient: 2 working days"
        let book = try SmallPack.book(SmallPack.rule(form: "deadline", members: members))
        // 2026-03-06 is a Friday: two days end on Sunday, two working days on Tuesday.
        func answer(_ end: String) -> Answer? {
            book.answers([
                c, R.event("decision", "d", ["at": R.at("2026-03-06T10:00"), "endedAt": R.at(end)]),
            ])["d"]
        }
        #expect(answer("2026-03-08T23:59") == .kept)
        #expect(answer("2026-03-09T00:00") == .cannotTell)
        #expect(answer("2026-03-10T23:59") == .cannotTell)
        #expect(answer("2026-03-11T00:00") == .broken)
    }

    @Test("A limit whose condition is not recorded decides only where all limits agree")
    func openLimits() throws {
        let members =
            "start: at\nend: endedAt\nlimits:\n  - {when: case.complex, within: 24 hours}\n  - {within: 8 hours}"
        let book = try SmallPack.book(
            SmallPack.rule(judges: "event:inquiry", form: "duration", members: members))
        func answer(_ end: String, complex: Value) -> Answer? {
            let owner = SmallRecord("case", "c", ["complex": complex])
            let inquiry = R.event("inquiry", "i", ["at": R.at("2026-03-02T08:00"), "endedAt": R.at(end)])
            return book.answers([owner, inquiry])["i"]
        }
        #expect(answer("2026-03-02T16:00", complex: .null) == .kept)
        #expect(answer("2026-03-02T16:01", complex: .null) == .cannotTell)
        #expect(answer("2026-03-03T08:01", complex: .null) == .broken)
        #expect(answer("2026-03-02T16:01", complex: .boolean(true)) == .kept)
        #expect(answer("2026-03-02T16:01", complex: .boolean(false)) == .broken)
        #expect(answer("2026-03-02T07:00", complex: .boolean(false)) == .cannotTell)
    }

    @Test("Separation, frames and counts over named records")
    func others() throws {
        let apart = try SmallPack.book(
            SmallPack.rule(form: "separation", members: "who: reviewers\nisNot: [case.handlers]"))
        let owner = SmallRecord(
            "case", "c", ["handlers": .list([.text("o1"), .text("o2")]), "frame": .text("brawl")])
        let decision = R.event("decision", "d", ["at": R.at("2026-03-02T10:00")])
        func review(_ actor: Value) -> SmallRecord { R.event("review", "r", ["actor": actor]) }
        #expect(apart.answers([owner, decision, review(.text("o2"))])["d"] == .broken)
        #expect(apart.answers([owner, decision, review(.text("o3"))])["d"] == .kept)
        #expect(apart.answers([owner, decision, review(.null)])["d"] == .cannotTell)
        #expect(apart.answers([owner, decision])["d"] == .notApplicable)

        let frame = try SmallPack.book(
            SmallPack.rule(form: "range", members: "value: fine\nframe: case.frame\ntier: tier\nkind: fine"))
        func fined(_ yuan: Int, _ tier: String) -> Answer? {
            frame.answers([
                owner,
                R.event(
                    "decision", "d",
                    ["at": R.at("2026-03-02T10:00"), "fine": .number(Number(yuan)), "tier": .text(tier)]),
            ])["d"]
        }
        #expect(fined(500, "plain") == .kept)
        #expect(fined(499, "plain") == .broken)
        #expect(fined(1000, "light") == .kept)
        #expect(fined(1001, "light") == .broken)
        #expect(fined(600, "heavy") == .cannotTell)

        let two = try SmallPack.book(
            SmallPack.rule(judges: "event:inquiry", form: "count", members: "of: police\natLeast: 2"))
        let officers = [
            SmallRecord("officer", "o1", ["kind": .text("police")]),
            SmallRecord("officer", "o2", ["kind": .text("police")]),
            SmallRecord("officer", "x", ["kind": .text("auxiliary")]),
        ]
        func present(_ ids: [String]) -> Answer? {
            let names = Value.list(ids.map(Value.text))
            let inquiry = R.event("inquiry", "i", ["at": R.at("2026-03-02T08:00"), "officers": names])
            return two.answers(officers + [c, inquiry])["i"]
        }
        #expect(present(["o1", "o2"]) == .kept)
        #expect(present(["o1", "o1"]) == .broken)
        #expect(present(["o1", "x"]) == .broken)
        #expect(present(["o1", "nobody"]) == .cannotTell)
    }

    @Test("A gap of one minute in the recordings is a gap")
    func coverage() throws {
        let book = try SmallPack.book(SmallPack.rule(judges: "event:inquiry", members: "that: recorded"))
        let inquiry = R.event(
            "inquiry", "i", ["at": R.at("2026-03-02T08:00"), "endedAt": R.at("2026-03-02T09:00")])
        func answer(_ spans: [(String, String)]) -> Answer? {
            let recordings = spans.enumerated().map { number, span in
                SmallRecord(
                    "recording", "v\(number)",
                    [
                        "event": .text("i"), "from": R.at("2026-03-02T" + span.0),
                        "to": R.at("2026-03-02T" + span.1),
                    ])
            }
            return book.answers([c, inquiry] + recordings)["i"]
        }
        #expect(answer([("08:30", "09:00"), ("07:59", "08:30")]) == .kept)
        #expect(answer([("08:31", "09:00"), ("08:00", "08:30")]) == .broken)
        #expect(answer([("08:00", "08:59")]) == .broken)
        #expect(answer([]) == .broken)
    }
}
