import Law
import Registers
import Reporting
import Testing

@Suite("The figures F01 to F15")
struct IndicatorTests {
    @Test("a discussion inside a training class is counted once, under F04")
    func studyAndDiscussion() throws {
        var bureau = Bureau()
        bureau.add("rotation-class", "class-1", ["startOn": day("2025-04-07"), "endOn": day("2025-04-11")])
        bureau.add("study-session", "s1", ["heldOn": day("2025-01-08"), "kinds": texts("party-group")])
        bureau.add(
            "study-session", "s2",
            [
                "heldOn": day("2025-03-01"), "kinds": texts("party-group", "seminar"),
                "themes": texts("party-history", "plenary"),
            ])
        bureau.add(
            "study-session", "s3",
            [
                "heldOn": day("2025-04-08"), "kinds": texts("seminar"), "themes": texts("party-history"),
                "withinClass": "class-1",
            ])
        bureau.add("study-session", "s4", ["heldOn": day("2024-12-31"), "kinds": texts("weekly")])
        #expect(try bureau.figure("F01").records == ["s1", "s2"])
        #expect(try bureau.figure("F02").records == ["s2"])
        #expect(try bureau.figure("F03").value == Number(1))
        #expect(try bureau.figure("F04").records == ["s3"])
    }

    @Test("a seminar whose theme is not recorded is shown, not counted")
    func undecidedTheme() throws {
        var bureau = Bureau()
        bureau.add("study-session", "s1", ["heldOn": day("2025-03-01"), "kinds": texts("seminar")])
        let figure = try bureau.figure("F02")
        #expect(figure.value == Number(0))
        #expect(figure.undecided == ["s1"])
    }

    @Test("the constitution week is 1 to 7 December, both days included")
    func constitutionWeek() throws {
        var bureau = Bureau()
        for date in ["2025-11-30", "2025-12-01", "2025-12-04", "2025-12-07", "2025-12-08", "2024-12-04"] {
            bureau.add("outreach-event", "e-\(date)", ["heldOn": day(date), "kind": "square"])
        }
        #expect(try bureau.figure("F05").records == ["e-2025-12-01", "e-2025-12-04", "e-2025-12-07"])
        #expect(try bureau.figure("F06").value == Number(5))
        #expect(try bureau.figure("F05", "2025-01-01..2025-12-04").value == Number(2))
    }

    @Test("an event without a date is undecided")
    func undated() throws {
        var bureau = Bureau()
        bureau.add("outreach-event", "e1", ["kind": "square"])
        let figure = try bureau.figure("F06")
        #expect(figure.records.isEmpty)
        #expect(figure.undecided == ["e1"])
    }

    @Test("people, places and appointments are three different numbers, on a date")
    func appointments() throws {
        var bureau = Bureau()
        func appoint(
            _ id: String, _ officer: String, _ place: String, _ from: String, until: String? = nil,
            kind: String = "vice-principal"
        ) {
            bureau.add(
                "appointment", id,
                [
                    "kind": .text(kind), "officer": .text(officer), "place": .text(place), "from": day(from),
                    "until": until.map(day) ?? .null,
                ])
        }
        appoint("a1", "P001", "示例第一小学", "2023-09-01")
        appoint("a2", "P001", "示例第二小学", "2024-09-01")
        appoint("a3", "P002", "示例第二小学", "2024-09-01")
        appoint("a4", "P003", "示例第三小学", "2024-09-01", until: "2025-06-30")
        appoint("a5", "P004", "示例第三小学", "2026-01-01")
        appoint("a6", "P001", "示例村", "2025-01-01", kind: "vice-secretary")
        #expect(try bureau.figure("F07").value == Number(2))
        #expect(try bureau.figure("F08").value == Number(2))
        #expect(try bureau.figure("F07").records == ["a1", "a2", "a3"])
        // The last day of a term still counts; the next day does not.
        #expect(try bureau.figure("F07", asOf: Day("2025-06-30")).value == Number(3))
        #expect(try bureau.figure("F07", asOf: Day("2025-07-01")).value == Number(2))
        #expect(try bureau.figure("F10").value == Number(1))
        #expect(try bureau.figure("F11").value == Number(1))
    }

    @Test("a lecture counts when its appointment is one of a vice-principal")
    func lectures() throws {
        var bureau = Bureau()
        bureau.add("appointment", "a1", ["kind": "vice-principal", "from": day("2024-09-01")])
        bureau.add("appointment", "a2", ["kind": "vice-secretary", "from": day("2024-09-01")])
        for (id, appointment) in [("l1", "a1"), ("l2", "a2"), ("l3", "a9")] {
            bureau.add("lecture", id, ["heldOn": day("2025-05-06"), "appointment": .text(appointment)])
        }
        bureau.add("lecture", "l4", ["heldOn": day("2025-05-06")])
        let figure = try bureau.figure("F09")
        #expect(figure.records == ["l1"])
        #expect(figure.undecided == ["l3", "l4"])
    }

    @Test("units with a legal officer: a unit once, none that was dissolved, none that handles no cases")
    func legalOfficers() throws {
        var bureau = Bureau()
        bureau.add("unit", "u1", ["handlesCases": true, "from": day("2010-01-01")])
        bureau.add(
            "unit", "u2", ["handlesCases": true, "from": day("2010-01-01"), "until": day("2025-08-31")])
        bureau.add("unit", "u3", ["handlesCases": false, "from": day("2010-01-01")])
        for (id, unit) in [("o1", "u1"), ("o2", "u1"), ("o3", "u2"), ("o4", "u3")] {
            bureau.add("legal-officer", id, ["unit": .text(unit), "from": day("2024-01-01")])
        }
        #expect(try bureau.figure("F12").value == Number(1))
        #expect(try bureau.figure("F12").records == ["o1", "o2"])
        #expect(try bureau.figure("F12", asOf: Day("2025-08-31")).value == Number(2))
    }

    @Test("a rule that was amended and renamed is one rule")
    func internalRules() throws {
        var bureau = Bureau()
        bureau.add(
            "internal-rule", "r1",
            ["kind": "supervision", "issuedOn": day("2023-01-01"), "effectiveFrom": day("2023-02-01")])
        bureau.add(
            "internal-rule", "r2",
            [
                "kind": "supervision", "issuedOn": day("2025-03-01"), "effectiveFrom": day("2025-04-01"),
                "supersedes": texts("r1"),
            ])
        bureau.add(
            "internal-rule", "r3",
            ["kind": "training", "issuedOn": day("2023-01-01"), "effectiveFrom": day("2023-02-01")])
        #expect(try bureau.figure("F13").records == ["r2"])
        #expect(try bureau.figure("F13", asOf: Day("2025-03-31")).records == ["r1"])
    }

    @Test("a telephone call is no meeting; the types are shown apart")
    func meetings() throws {
        var bureau = Bureau()
        for (id, kind, form) in [
            ("m1", "three-party", "meeting"), ("m2", "procuratorate", "video"),
            ("m3", "procuratorate", "call"), ("m4", "procuratorate", "written"),
        ] {
            bureau.add(
                "joint-meeting", id, ["heldOn": day("2025-05-06"), "kind": .text(kind), "form": .text(form)])
        }
        #expect(try bureau.figure("F15").value == Number(3))
        let parts = try Bureau.indicator("F15").breakdown(
            by: "kind", period: try #require(ReportPeriod("2025")), source: bureau)
        #expect(parts.map(\.label) == ["公检法联席会议", "公检会商"])
        #expect(parts.map(\.value) == [Number(1), Number(2)])
        #expect(throws: IndicatorError.self) {
            try Bureau.indicator("F15").breakdown(
                by: "colour", period: try #require(ReportPeriod("2025")), source: bureau)
        }
    }

    @Test("as known on 28 February and as known now")
    func knowledge() throws {
        var bureau = Bureau()
        bureau.add(
            "inbound-transfer", "t1", knownAt: "2025-06-01T09:00", ["receivedAt": moment("2025-05-30T10:00")])
        bureau.add(
            "inbound-transfer", "t2", knownAt: "2026-03-02T09:00", ["receivedAt": moment("2025-12-30T10:00")])
        #expect(try bureau.figure("F14").value == Number(2))
        #expect(try bureau.figure("F14", knownAt: Moment("2026-02-28T23:59")).records == ["t1"])
    }
}
