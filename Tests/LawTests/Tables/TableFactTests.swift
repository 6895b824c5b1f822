import Law
import Testing

@Suite("A fact may take its value from a decision table")
struct TableFactTests {
    private static let tables = """
        tables:
          - id: step
            name: 档次
            hits: U
            inputs: [{input: level, label: 层级, type: number}, {input: category, type: code, values: [security, traffic]}]
            outputs: [{output: tier, type: code, values: [light, plain]}, {output: most, type: number}]
            versions:
              - {from: 2013-01-01, until: 2025-12-31, rows: [{when: ['-', '-'], then: ['"light"', '500']}]}
              - from: 2026-01-01
                rows:
                  - {when: ['< 2', '-'], then: ['"light"', '500']}
                  - {when: ['>= 2', '"security"'], then: ['"plain"', '1000']}
                  - {when: ['>= 2', '"traffic"'], then: ['"plain"', '2000']}
        """

    private static func fact(_ rest: String) -> String {
        SmallPack.facts
            + "\n  - {name: most, label: 最高额, of: event:decision, take: table, table: step, \(rest)}"
    }

    private static let whole = "inputs: {level: level, category: case.category}, output: most, at: at"

    private func book(_ facts: String = fact(whole), that: String = "fine <= most") throws -> RuleBook {
        let laws = try LawBook(SmallPack.node(SmallPack.laws))
        let tables = try TableBook([SmallPack.node(Self.tables, file: "tables.yaml")], laws: laws)
        let pack = RulePack(
            schema: SmallPack.schema, laws: laws,
            facts: try FactBook(
                [SmallPack.node(facts, file: "facts.yaml")], in: SmallPack.schema, tables: tables),
            frames: .empty, calendar: china)
        let rule = SmallPack.rule(members: "that: '\(that)'")
        return try RuleBook(pack.rules([SmallPack.node(rule, file: "rules.yaml")]), pack: pack)
    }

    private func decision(_ id: String, at: String = "2026-03-01T10:00", _ fields: [String: Value])
        -> SmallRecord
    {
        .event("decision", id, fields.merging(["at": SmallRecord.at(at)]) { given, _ in given })
    }

    @Test(
        "Judged on each side of what the table allows; an input that is missing leaves it open unless it cannot matter"
    )
    func judged() throws {
        let case1 = SmallRecord(
            "case", "c", ["category": .text("security"), "actAt": SmallRecord.at("2026-02-01T10:00")])
        func yuan(_ n: Int) -> Value { .number(Number(n)) }
        let answers = try book().answers([
            case1,
            decision("at-most", ["fine": yuan(1000), "level": yuan(2)]),
            decision("over", ["fine": yuan(1001), "level": yuan(2)]),
            decision("low", ["fine": yuan(501), "level": yuan(1)]),
            decision("open", ["fine": yuan(400)]),
            decision("other-case", ["fine": yuan(400), "level": yuan(1), "case": .text("unknown")]),
            decision("no-such-case", ["fine": yuan(1500), "level": yuan(3), "case": .text("unknown")]),
        ])
        #expect(
            answers == [
                "at-most": .kept, "over": .broken, "low": .broken, "open": .cannotTell, "other-case": .kept,
                "no-such-case": .cannotTell,
            ])
    }

    @Test("The day picks the version of the table")
    func dated() throws {
        let answers = try book(that: "most >= 500 and level = null").answers([
            SmallRecord("case", "c", ["category": .text("security")]),
            decision("before", at: "2025-12-31T10:00", [:]), decision("after", at: "2026-01-01T10:00", [:]),
        ])
        // The rule itself begins on 2026-01-01; in 2026 the level decides and is not recorded.
        #expect(answers == ["before": .notApplicable, "after": .cannotTell])
    }

    @Test(
        "What does not fit is refused at its place",
        arguments: [
            ("inputs: {level: level}, output: most, at: at", "缺少必填的键“category”"),
            ("inputs: {level: level, category: tier}, output: most", "请写 at"),
            ("inputs: {level: level, category: case.category}, at: at", "请写 output：tier、most"),
            (
                "inputs: {level: level, category: case.category}, output: mst, at: at",
                "“mst”不在允许的取值之内；可用：tier、most"
            ),
            ("inputs: {level: at, category: case.category}, output: most, at: at", "此处应为数字，却是“at”（时间）"),
            ("inputs: {level: level, category: kind}, output: most, at: at", "可能是 inquiry"),
            ("inputs: {level: level, category: case.category}, output: most, at: level", "此处应为时间或日期"),
        ])
    func refused(rest: String, words: String) {
        do {
            _ = try book(Self.fact(rest))
            Issue.record("accepted: \(rest)")
        } catch { #expect("\(error)".contains(words), "\(error)") }
    }
}
