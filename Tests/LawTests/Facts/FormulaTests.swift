import Law
import Testing

/// Computed facts: over columns they give what the evaluator gives record by record, and a screen settles only what is kept.
@Suite("Computed facts")
struct FormulaTests {
    private static let sheets = """
        sheets:
          - id: most
            name: 上限
            keys: [{name: times, label: 次数}, {name: step, label: 档}]
            outputs: [{name: least, label: 下限}, {name: most, label: 上限}]
            versions:
              - {from: 2025-01-01, until: 2025-12-31, rows: "0,1,0,50\\n1,1,5,60\\n2,2,-,70"}
              - {from: 2026-01-01, rows: "0,1,0,500\\n1,1,5,600\\n2,2,7,-"}
        """

    private static let formulas = """
          - {name: minutes, label: 分钟, of: event:decision, take: elapsed, start: at, end: endedAt, in: minutes}
          - {name: days, label: 日, of: event:decision, take: elapsed, start: at, end: endedAt, in: days}
          - {name: working, label: 工作日, of: event:decision, take: elapsed, start: at, end: endedAt, in: working days}
          - name: endedOrNow
            label: 结束
            of: event:decision
            take: value
            choices: [{when: 'endedAt != null', value: endedAt}, {value: asOf}]
          - {name: untilNow, label: 至今日数, of: event:decision, take: elapsed, start: at, end: endedOrNow, in: days}
          - {name: sum, label: 合计, of: event:decision, take: value, value: times * 3 + days - 1}
          - {name: mixed, label: 合写, of: event:decision, take: value, value: fine + times * 1000000}
          - name: step
            label: 档
            of: event:decision
            take: value
            choices:
              - {when: times > 1 and passed, value: '2'}
              - {when: passed or case.complex, value: '1'}
              - {when: passed = false, value: times}
          - {name: flagged, label: 是, of: event:decision, take: value, choices: [{when: passed, value: times > 0}, {value: case.complex}]}
          - name: flag
            label: 标
            of: event:decision
            take: value
            choices: [{when: flagged, value: '1'}, {value: '0'}]
          - {name: cell, label: 格, of: event:decision, take: sheet, sheet: most, keys: {times: times, step: step}, output: most, at: at}
          - {name: lowest, label: 下限, of: event:decision, take: sheet, sheet: most, keys: {times: times, step: step}, output: least, at: at}
          - {name: actDays, label: 行为后日数, of: case, take: elapsed, start: actAt, end: asOf, in: days}
          - {name: doubled, label: 两倍, of: event:decision, take: value, value: case.actDays * 2}
        """

    private func book(members: String, form: String = "range") throws -> RuleBook {
        try book(rules: SmallPack.rule(form: form, pivot: "asOf", members: members))
    }

    func book(rules: String) throws -> RuleBook {
        let laws = try LawBook(SmallPack.node(SmallPack.laws))
        let tables = try TableBook([SmallPack.node(Self.sheets, file: "sheets.yaml")], laws: laws)
        let pack = RulePack(
            schema: SmallPack.schema, laws: laws,
            facts: try FactBook(
                [SmallPack.node(SmallPack.facts + "\n" + Self.formulas, file: "facts.yaml")],
                in: SmallPack.schema, tables: tables),
            frames: .empty, calendar: china)
        return try RuleBook(pack.rules([SmallPack.node(rules, file: "rules.yaml")]), pack: pack)
    }

    private func records() -> [SmallRecord] {
        var seed: UInt64 = 7
        func pick(_ choices: [Value]) -> Value {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return choices[Int(seed >> 33) % choices.count]
        }
        let times: [Value] = [.null] + (0..<4).map { .number(Number($0)) }
        let moments: [Value] =
            [.null]
            + [
                "2024-12-31T10:00", "2025-12-31T23:59", "2026-01-01T00:00", "2026-02-14T08:30",
                "2026-03-01T08:00",
            ]
            .map(SmallRecord.at)
        let truths: [Value] = [.null, .boolean(true), .boolean(false)]
        let cases = ["c0", "c1", "c2"].map {
            SmallRecord("case", $0, ["complex": pick(truths), "actAt": pick(moments)])
        }
        return cases
            + (0..<2100).map { number in
                .event(
                    "decision", "d\(number)",
                    [
                        "at": pick(moments), "endedAt": pick(moments), "passed": pick(truths),
                        "times": pick(times), "fine": pick([.null, .number(Number("12.5") ?? Number(0))]),
                    ], case: ["c0", "c1", "c2", "lost"][number % 4])
            }
    }

    static let asOf = moment("2026-12-31T12:00")

    func tables(_ book: RuleBook) -> RecordTables {
        var builder = TableBuilder(layout: book.layout)
        for record in records() { builder.add(record.register, id: record.id, values: record.values()) }
        return book.tables(builder)
    }

    @Test(
        "Over columns and record by record they give the same number",
        arguments: [
            "minutes", "days", "working", "untilNow", "sum", "mixed", "step", "flag", "cell", "lowest",
            "doubled",
        ])
    func agree(_ name: String) throws {
        let book = try book(members: "value: \(name)\natMost: 100")
        let tables = tables(book)
        let tracer = Tracer(book, over: tables, asOf: Self.asOf)
        let found = book.judge(tables, asOf: Self.asOf, keeping: Set(Answer.allCases)).findings
        #expect(found.count == 2100)
        var seen: Set<Answer> = []
        let table = try #require(book.layout.number(of: book.rules[0].subject))
        for finding in found {
            let proof = try #require(
                tracer.proof(rule: "trial", record: tables.tables[table].ids[Int(finding.row)]))
            let value = try #require(proof.facts.first { $0.name == name }).value
            guard case .number(let number) = value else {
                #expect(finding.answer == .cannotTell, "\(value)")
                seen.insert(.cannotTell)
                continue
            }
            #expect(finding.observed == number.ticks)
            #expect(finding.answer == (number > Number(100) ? .broken : .kept))
            seen.insert(finding.answer)
        }
        #expect(seen.count > 1)
    }

    @Test(
        "A screen settles nothing that is not kept",
        arguments: [
            ("range", "value: days\natMost: 30"),
            ("range", "value: sum\nlimits: [{when: passed, atMost: 40}, {atMost: 10}]"),
            ("range", "value: mixed\natLeast: 12.5\natMost: 1000012.4"),
            ("range", "value: sum\nlimits: [{when: passed, atMost: 40}, {when: case.complex, atMost: 10}]"),
            ("range", "value: sum\natMost: cell"), ("requires", "that: step = 1 or times > 2"),
            ("forbids", "that: minutes < 0 or days > 60\nobserved: days"),
            ("sequence", "first: at\nthen: endedAt"),
            ("deadline", "start: at\ndone: endedAt\nwithin: 30 days\nroll: true"),
            ("deadline", "start: at\ndone: endedAt\nwithin: 2 working days\nroll: true"),
            (
                "deadline",
                "start: at\ndone: endedAt\nlimits: [{when: passed, within: 48 hours}, {within: 24 hours}]\nroll: true"
            ),
            (
                "deadline",
                "start: at\ndone: endedAt\nlimits: [{when: passed, within: 9 days}, {when: times > 1, within: 60 days}]\nroll: true"
            ),
            ("duration", "start: at\nend: endedAt\nwithin: 1 month"),
        ])
    func screens(_ form: String, _ members: String) throws {
        let book = try book(members: members, form: form)
        let tables = tables(book)
        let everything = book.judge(tables, asOf: Self.asOf, keeping: Set(Answer.allCases))
        let quick = book.judge(tables, asOf: Self.asOf)
        #expect(
            quick.findings == everything.findings.filter { $0.answer != .kept && $0.answer != .notApplicable }
        )
        #expect(quick.tallies == everything.tallies)
        #expect(everything.findings.contains { $0.answer == .kept })
        let halves = [0, 1].map { book.judge(tables, asOf: Self.asOf, share: Share(part: $0, of: 2)) }
        #expect(Judgements(joining: halves).findings == quick.findings)
        #expect(Judgements(joining: halves).tallies == quick.tallies)
    }

    @Test("What changes with the moment of judging cannot be stored for another fact")
    func moving() {
        let facts =
            SmallPack.facts + "\n" + """
                  - {name: age, label: 至今, of: event:decision, take: elapsed, start: at, end: asOf, in: days}
                  - {name: oldest, label: 最长, of: case, take: max, field: age, from: event:decision}
                """
        #expect(throws: (any Error).self) {
            try SmallPack.book(
                SmallPack.rule(judges: "case", pivot: "actAt", members: "that: oldest > 1"), facts: facts)
        }
    }
}
