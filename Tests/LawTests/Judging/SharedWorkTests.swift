import Law
import Testing

/// Rules of one table share what they compute, over all rows of a batch or over a few: each has to find what it finds alone.
extension FormulaTests {
    /// Scopes from nearly all rows to one in a hundred; forms whose steps the other rules have made in part.
    private static let shared: [(scope: String, form: String, versions: [String])] = [
        ("times >= 0", "range", ["value: sum\nlimits: [{when: passed, atMost: 40}, {atMost: 10}]"]),
        ("passed", "requires", ["that: sum <= 20 or case.complex\nobserved: sum\nlimit: cell"]),
        ("times > 2 and passed", "range", ["value: cell\natMost: 55"]),
        ("times > 2 and passed and days > 60", "range", ["value: sum\natMost: cell"]),
        (
            "times = 3 and passed = false and days < 0", "requires",
            ["that: step = 1 or list contains([1, 2], times)"]
        ),
        ("minutes >= 0", "range", ["value: days\natMost: 60", "value: working\natMost: 60"]),
        ("minutes > -1000000", "range", ["value: working\natLeast: 7", "value: days\natLeast: 7"]),
        ("minutes >= 0", "range", ["value: days\natMost: 2", "value: working\natMost: 40"]),
        ("passed", "deadline", ["start: at\ndone: endedAt\nwithin: 30 days\nroll: true"]),
        (
            "passed or times > 1", "range",
            ["value: fine\nlimits: [{when: fine > 12.5, atMost: 0}, {atMost: 12.5}]"]
        ),
    ]

    private static var rules: String {
        let rules = shared.enumerated().map { number, rule in
            let periods =
                rule.versions.count == 1
                ? ["from: 2020-01-01"] : ["from: 2020-01-01\nuntil: 2025-12-31", "from: 2026-01-01"]
            let versions = zip(periods, rule.versions).map { period, members in
                let lines = (period + "\nbasis: [{law: NEW, article: \"97\", paragraph: 1}]\n" + members)
                    .split(separator: "\n")
                return "      - " + lines.joined(separator: "\n        ")
            }
            return """
                  - id: rule-\(number)
                    no: T\(number)
                    name: 试验规则
                    judges: event:decision
                    form: \(rule.form)
                    confidence: V
                    severity: violation
                    pivot: at
                    remedy: 无
                    when: '\(rule.scope)'
                    versions:
                \(versions.joined(separator: "\n"))
                """
        }
        return "subject: 试验\nrules:\n" + rules.joined(separator: "\n")
    }

    @Test(
        "Rules that share what they compute find together what each finds alone, and what one row alone shows"
    )
    func shared() throws {
        let book = try book(rules: Self.rules)
        let tables = tables(book)
        let together = book.judge(tables, asOf: Self.asOf)
        let everything = book.judge(tables, asOf: Self.asOf, keeping: Set(Answer.allCases))
        let tracer = Tracer(book, over: tables, asOf: Self.asOf)
        #expect(everything.findings.count == 2100 * book.rules.count)
        let differing = everything.findings.filter { finding in
            tracer.finding(rule: Int(finding.rule), row: Int(finding.row)) != finding
        }
        #expect(differing.isEmpty, "\(differing.count)：\(differing.prefix(3))")
        for place in book.rules.indices {
            let own = everything.findings.filter { Int($0.rule) == place }
            let open = own.filter { $0.answer != .kept && $0.answer != .notApplicable }
            let alone = book.judge(tables, asOf: Self.asOf, rules: [place])
            #expect(alone.findings == open)
            #expect(together.findings.filter { Int($0.rule) == place } == open)
            #expect(together.tallies[place] == alone.tallies[place])
            #expect(together.tallies[place] == everything.tallies[place])
            #expect(Set(own.map(\.answer)).count > 1, "规则 \(place) 的样本只有一种结论")
        }
    }

    @Test("Many findings of one rule lie in stretches without an empty one", arguments: [1, 7, 40])
    func manyFindings(ofEvery step: Int) throws {
        let book = try SmallPack.book(SmallPack.rule(pivot: "asOf", members: "that: fine < 100"))
        var builder = TableBuilder(layout: book.layout)
        // A thousand in a batch of 1024 come to more than a stretch before they are laid out.
        let fines = (0..<8_000).map { $0 % 1024 < 1000 && $0 % step == 0 ? 200 : 50 }
        for (number, fine) in fines.enumerated() {
            let record = SmallRecord.event(
                "decision", "d\(number)", ["fine": .number(Number(fine))], case: "c")
            builder.add(record.register, id: record.id, values: record.values())
        }
        let found = book.judge(book.tables(builder), asOf: Self.asOf, keeping: [.broken])
        #expect(found.runs.allSatisfy { !$0.isEmpty })
        #expect(found.findings.count == fines.count { $0 == 200 })
        #expect(found.findings.map(\.row) == found.findings.map(\.row).sorted())
    }

    @Test("Stretches of findings are each of one rule, none empty, by rule and row")
    func stretches() throws {
        let book = try book(rules: Self.rules)
        let tables = tables(book)
        let parts = (0..<3).map {
            book.judge(tables, asOf: Self.asOf, keeping: [.kept, .broken], share: Share(part: $0, of: 3))
        }
        let joined = Judgements(joining: parts)
        #expect(joined.runs.allSatisfy { run in Set(run.map(\.rule)).count == 1 })
        let order = joined.findings.map { [Int($0.rule), Int($0.row)] }
        #expect(order == order.sorted { $0.lexicographicallyPrecedes($1) })
        #expect(joined.findings == book.judge(tables, asOf: Self.asOf, keeping: [.kept, .broken]).findings)
    }
}
