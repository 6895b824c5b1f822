import Law
import Registers
import Reporting
import Testing

@Suite("The six claims")
struct ClaimTests {
    @Test("100 cases, 97 visits: the three are named")
    func venue() throws {
        var bureau = Bureau()
        for number in 1...100 {
            let id = "c\(1000 + number)"
            bureau.add(
                "case", id,
                [
                    "number": .text("示〔2025〕\(number)号"), "actAt": moment("2025-03-01T10:00"),
                    "inCaseVenue": true,
                ])
            guard ![12, 47, 99].contains(number) else { continue }
            bureau.add(
                "venue-visit", "v\(number)", ["case": .text(id), "enteredAt": moment("2025-03-01T12:00")])
        }
        let answer = try bureau.answer("all-cases-in-venue")
        #expect(!answer.holds)
        #expect((answer.universe, answer.support) == (100, 97))
        #expect(answer.counter == ["c1012", "c1047", "c1099"])
        #expect(
            answer.sentence
                == "应当进入办案场所的100件案件中，有进入记录的97件，占97%，例外3件：示〔2025〕12号、示〔2025〕47号、示〔2025〕99号。")
        for number in [12, 47, 99] {
            bureau.add("venue-visit", "v\(number)", ["case": .text("c\(1000 + number)")])
        }
        let whole = try bureau.answer("all-cases-in-venue")
        #expect(whole.holds)
        #expect(whole.sentence == "所有案件统一进入办案场所办理，应当进入的100件案件都有进入记录。")
    }

    @Test("a case that does not say whether it belongs keeps the claim from holding")
    func unknownCase() throws {
        var bureau = Bureau()
        bureau.add("case", "c1", ["number": "示1", "actAt": moment("2025-03-01T10:00"), "inCaseVenue": true])
        bureau.add("venue-visit", "v1", ["case": "c1"])
        bureau.add("case", "c2", ["number": "示2", "actAt": moment("2025-03-01T10:00")])
        let answer = try bureau.answer("all-cases-in-venue")
        #expect(!answer.holds)
        #expect((answer.universe, answer.support, answer.unknown) == (1, 1, ["c2"]))
        #expect(answer.sentence.hasSuffix("，另有1件因记录不全尚不能判定：示2。"))
    }

    @Test("a unit with a vacancy from 3 May to 20 June refutes 均配备, with its days")
    func vacancy() throws {
        var bureau = Bureau()
        for unit in ["u1", "u2"] {
            bureau.add(
                "unit", unit, ["name": .text("示例\(unit)所"), "handlesCases": true, "from": day("2010-01-01")])
        }
        bureau.add(
            "legal-officer", "o1", ["unit": "u1", "from": day("2020-01-01"), "until": day("2025-05-02")])
        bureau.add("legal-officer", "o2", ["unit": "u1", "from": day("2025-06-21")])
        bureau.add(
            "legal-officer", "o3", ["unit": "u2", "from": day("2020-01-01"), "until": day("2025-06-30")])
        bureau.add("legal-officer", "o4", ["unit": "u2", "from": day("2025-07-01")])
        let answer = try bureau.answer("legal-officer-everywhere")
        #expect(!answer.holds)
        #expect((answer.universe, answer.support, answer.counter) == (2, 1, ["u1"]))
        #expect(answer.exceptions == ["示例u1所（2025年5月3日至2025年6月20日）"])
        // 730 unit-days, of which 29 of May and 20 of June are vacant.
        #expect(
            answer.coverage
                == ClaimCoverage(covered: 681, total: 730, unit: "单位日", uncovered: answer.exceptions))
        #expect(try bureau.answer("legal-officer-everywhere", "2025-Q1").holds)
    }

    @Test("a unit set up in the year must be covered from its first day, a dissolved one to its last")
    func unitLife() throws {
        var bureau = Bureau()
        bureau.add(
            "unit", "u1",
            ["name": "示例新所", "handlesCases": true, "from": day("2025-03-01"), "until": day("2025-09-30")])
        bureau.add(
            "legal-officer", "o1", ["unit": "u1", "from": day("2025-03-01"), "until": day("2025-09-30")])
        #expect(try bureau.answer("legal-officer-everywhere").holds)
    }

    @Test("their list has 9, ours 8: 不存在有案不接 does not compile")
    func refused() throws {
        var bureau = Bureau()
        for number in 1...9 {
            let fields: [String: Value] = ["agency": "示例市场局", "agencyNumber": .text("移\(number)")]
            bureau.add(
                "agency-transfer", "x\(number)",
                fields.merging(["sentAt": moment("2025-04-0\(number)T09:00")]) { a, _ in a })
            guard number != 5 else { continue }
            bureau.add(
                "inbound-transfer", "t\(number)",
                fields.merging(["receivedAt": moment("2025-04-0\(number)T15:00")]) { a, _ in a })
        }
        let answer = try bureau.answer("no-transfer-refused")
        #expect(!answer.holds)
        #expect((answer.universe, answer.support, answer.counter) == (9, 8, ["x5"]))
        #expect(answer.sentence == "已对账的1家行政执法机关清单所列9件案件中，已接收登记8件，例外1件：移5。")
    }

    @Test("an agency without a list leaves the narrower sentence")
    func partial() throws {
        var bureau = Bureau()
        bureau.add(
            "agency-transfer", "x1",
            ["agency": "示例市场局", "agencyNumber": "移1", "sentAt": moment("2025-12-30T09:00")])
        bureau.add(
            "inbound-transfer", "t1",
            ["agency": "示例市场局", "agencyNumber": "移1", "receivedAt": moment("2026-01-04T09:00")])
        #expect(try bureau.answer("no-transfer-refused").holds)
        bureau.add(
            "inbound-transfer", "t2",
            ["agency": "示例环保局", "agencyNumber": "环1", "receivedAt": moment("2025-06-04T09:00")])
        let answer = try bureau.answer("no-transfer-refused")
        #expect(!answer.holds)
        #expect(answer.coverage == ClaimCoverage(covered: 1, total: 2, unit: "家机关", uncovered: ["示例环保局"]))
        #expect(
            answer.sentence
                == "已对账的1家行政执法机关移送的1件案件中未发现有案不接的情况，尚未取得清单的有示例环保局。")
        #expect(try Bureau().answer("no-transfer-refused").sentence.hasSuffix("不能判定。"))
    }

    @Test("the book has 12 and 14: where is 13?")
    func numbering() throws {
        var bureau = Bureau()
        func register(_ number: Int, _ id: String, on date: String = "2025-05-06", year: Int = 2025) {
            bureau.add(
                "normative-document", id,
                [
                    "agencyCode": "示公", "series": "规", "year": .number(Number(year)),
                    "number": .number(Number(number)),
                    "registeredOn": day(date),
                ])
        }
        for number in 1...14 where number != 13 { register(number, "d\(100 + number)") }
        register(3, "d000", on: "2024-05-06", year: 2024)
        let answer = try bureau.answer("numbering-without-gaps")
        #expect(!answer.holds)
        #expect((answer.universe, answer.support, answer.counter) == (14, 13, ["示公/规/2025/13"]))
        #expect(answer.exceptions == ["示公规〔2025〕缺13号"])
        register(13, "d113")
        register(7, "d207")
        #expect(try bureau.answer("numbering-without-gaps").exceptions == ["示公规〔2025〕7号重复"])
    }

    @Test("a quarter begins in the middle of the year's numbers")
    func numberingOfAQuarter() throws {
        var bureau = Bureau()
        for (number, date) in [(1, "2025-01-10"), (2, "2025-04-10"), (3, "2025-05-10")] {
            bureau.add(
                "normative-document", "d\(number)",
                [
                    "agencyCode": "示公", "series": "规", "year": 2025, "number": .number(Number(number)),
                    "registeredOn": day(date),
                ])
        }
        #expect(try bureau.answer("numbering-without-gaps", "2025-Q2").holds)
    }

    @Test(
        "a decision without a review is an exception, one reviewed after the discussion too; no discussion: unknown"
    )
    func decisions() throws {
        var bureau = Bureau()
        func decide(_ id: String, reviewed: String?, discussed: String?) {
            bureau.add(
                "major-decision", id,
                [
                    "number": .text(id), "decidedAt": moment("2025-08-01T09:00"),
                    "reviewedAt": reviewed.map(moment) ?? .null,
                    "discussedAt": discussed.map(moment) ?? .null,
                ])
        }
        decide("d1", reviewed: "2025-07-01T09:00", discussed: "2025-07-20T09:00")
        #expect(try bureau.answer("decisions-reviewed").holds)
        decide("d2", reviewed: nil, discussed: "2025-07-20T09:00")
        decide("d3", reviewed: "2025-07-21T09:00", discussed: "2025-07-20T09:00")
        decide("d4", reviewed: "2025-07-21T09:00", discussed: nil)
        let answer = try bureau.answer("decisions-reviewed")
        #expect((answer.universe, answer.support) == (4, 1))
        #expect(answer.counter == ["d2", "d3"])
        #expect(answer.unknown == ["d4"])
    }

    @Test("an inquiry is recorded when intact clips cover all of it")
    func inquiries() throws {
        var bureau = Bureau()
        bureau.add(
            "event", "e1",
            ["kind": "inquiry", "at": moment("2025-08-01T09:00"), "endedAt": moment("2025-08-01T11:00")])
        func record(_ id: String, _ from: String, _ to: String, _ state: String = "intact") {
            bureau.add(
                "recording", id,
                [
                    "event": "e1", "from": moment("2025-08-01T\(from)"), "to": moment("2025-08-01T\(to)"),
                    "state": .text(state),
                ])
        }
        record("r1", "08:55", "10:00")
        #expect(try bureau.answer("inquiries-recorded").exceptions == ["e1（2025年8月1日10时00分至2025年8月1日11时00分）"])
        record("r2", "10:00", "11:00", "damaged")
        #expect(!(try bureau.answer("inquiries-recorded").holds))
        record("r3", "09:30", "11:05")
        #expect(try bureau.answer("inquiries-recorded").holds)
        bureau.add("event", "e2", ["kind": "inquiry", "at": moment("2025-08-02T09:00")])
        #expect(try bureau.answer("inquiries-recorded").unknown == ["e2"])
    }

    @Test("nothing to speak about: the claim does not hold")
    func empty() throws {
        let answer = try Bureau().answer("decisions-reviewed")
        #expect(!answer.holds)
        #expect(answer.sentence == "2025年没有作出重大行政决策。")
    }
}
