import Law
import Testing

/// Compiled to steps over columns, a condition says what the plain evaluator of S-FEEL says.
@Suite("Conditions over columns")
struct ConditionTests {
    private static let conditions = [
        "passed", "not(passed)", "passed = true", "passed != true", "passed = null", "passed and fine > 100",
        "passed or fine > 100", "fine = 200", "fine != 200", "fine between 100 and 200", "fine in [100..200)",
        "fine in (100, 200)", "fine + 1 > level * 100", "fine / level < 100", "fine - level ** 2 > 0",
        "tier = \"a\"",
        "tier in (\"a\", \"b\")", "tier != null", "not(tier = \"a\")", "tier > \"a\"", "at < endedAt",
        "endedAt - at <= duration(\"PT8H\")", "at >= date and time(\"2026-01-01T00:00\")",
        "at >= date(\"2026-01-01\")", "at + duration(\"P1D\") < endedAt", "count(officers) >= 2",
        "duration(\"PT8H\") + at >= endedAt", "endedAt - duration(\"PT8H1M\") < at",
        "duration(\"PT1M\") < endedAt - at", "endedAt - at = case.actAt - at", "endedAt - at != null",
        "at + duration(\"P300000D\") > endedAt", "endedAt - at < duration(\"P400000D\")",
        "list contains(measures, \"a\")", "\"b\" in measures",
        "list contains(measures, \"a\") and not(list contains(measures, \"c\"))",
        "list contains(measures, \"z\") or list contains(measures, tier)", manyWords,
        "list contains(officers, actor)", "actor = null", "officers = null", "case.complex",
        "case.complex = false",
        "case.category = \"security\" and not(case.complex)", "case.actAt < at", "actor = \"o1\"",
        "asOf > at",
        "fine > -1", "tier in (null, \"a\")", "fine in (< 100, > 150)", "not(fine in (100, 200))",
    ]

    /// More words than one register has bits for.
    private static var manyWords: String {
        (0..<40).map { "list contains(measures, \"w\($0)\")" }.joined(separator: " or ")
    }

    private func pick<T>(_ choices: [T], _ seed: inout UInt64) -> T {
        // A linear congruential step (Knuth): the same records in every run.
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return choices[Int(seed >> 33) % choices.count]
    }

    private func records() -> [SmallRecord] {
        var seed: UInt64 = 2026
        let times: [Value] = [
            .null, SmallRecord.at("2025-12-31T23:59"), SmallRecord.at("2026-01-01T00:00"),
            SmallRecord.at("2026-01-01T08:00"),
        ]
        let truths: [Value] = [.null, .boolean(true), .boolean(false)]
        let people: [Value] = [.null, .text("o1"), .text("o2")]
        let numbers: [Value] = [
            .null, .number(Number(0)), .number(Number(1)), .number(Number(100)), .number(Number(200)),
        ]
        let measures =
            [Value.null, .list([]), .list([.text("a"), .null]), .list([.null])]
            + [["a"], ["b"], ["c", "a"], ["d", "e", "b", "a"], ["w0"], ["w39", "d"], ["d"]].map { words in
                Value.list(words.map(Value.text))
            }
        let cases = ["c0", "c1", "c2", "c3"].map {
            SmallRecord(
                "case", $0,
                [
                    "complex": pick(truths, &seed), "actAt": pick(times, &seed),
                    "category": pick([.null, .text("security"), .text("traffic")], &seed),
                ])
        }
        let events = (0..<1500).map { number in
            SmallRecord.event(
                "decision", "d\(number)",
                [
                    "at": pick(times, &seed), "endedAt": pick(times, &seed), "passed": pick(truths, &seed),
                    "fine": pick(numbers, &seed), "level": pick(numbers, &seed), "actor": pick(people, &seed),
                    "tier": pick([.null, .text("a"), .text("b"), .text("c")], &seed),
                    "officers": pick(
                        [.null, .list([]), .list([.text("o1")]), .list([.text("o1"), .text("o2")])], &seed),
                    "measures": pick(measures, &seed),
                ], case: pick(["c0", "c1", "c2", "c3", "lost"], &seed))
        }
        return cases + events
    }

    @Test("agree with the evaluator on every record", arguments: conditions)
    func agree(_ text: String) throws {
        let members = "that: '\(text)'"
        let rule = SmallPack.rule(pivot: "asOf", members: members)
        let book = try SmallPack.book(rule)
        let records = records()
        let cases = Dictionary(
            uniqueKeysWithValues: records.filter { $0.register == "case" }.map { ($0.id, $0) })
        let asOf = "2026-12-31T12:00"
        let answers = book.answers(records, asOf: asOf)
        let expression = try Expression.parse(text)
        var seen: Set<Answer> = []
        for record in records where record.register == "event" {
            let value = expression.evaluate(nulls: .asUnknown) { name in
                if name == "asOf" { return SmallRecord.at(asOf) }
                guard name.hasPrefix("case."), case .text(let owner)? = record.fields["case"] else {
                    return record.fields[name] ?? .null
                }
                return cases[owner]?.fields[String(name.dropFirst(5))] ?? .null
            }
            let wanted: Answer = value.truth.map { $0 ? .kept : .broken } ?? .cannotTell
            #expect(answers[record.id] == wanted, "\(record.fields)")
            seen.insert(wanted)
        }
        #expect(seen.count > 1)
    }
}
