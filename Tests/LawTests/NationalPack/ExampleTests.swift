import Law
import Pack
import Testing

/// The examples of the national pack, judged by the engine.
@Suite("Examples of the national pack")
struct ExampleTests {
    @Test("each example gets the answer the law gives")
    func examplesHold() throws {
        let book = try NationalPack.ruleBook()
        var passed = 0
        for (place, rule) in book.rules.enumerated() {
            for example in rule.examples {
                var builder = TableBuilder(layout: book.layout)
                for (number, row) in example.rows.enumerated() {
                    builder.add(row.register, id: row.id ?? "row-\(number)", values: row.values)
                }
                let tables = book.tables(builder)
                let all = Set(Answer.allCases)
                let found = book.judge(tables, asOf: example.asOf, keeping: all)
                let ids = try #require(tables.tables.first { $0.subject == rule.subject }?.ids)
                let judged = rule.subject.isCase ? RuleExample.caseID : RuleExample.this
                let finding = try #require(
                    found.findings.first { Int($0.rule) == place && ids[Int($0.row)] == judged })
                if finding.answer == example.answer { passed += 1 }
                #expect(finding.answer == example.answer, "\(rule.id)：\(example.title)")
                if let due = example.due {
                    #expect(finding.limit == Int64(due.minutes), "\(rule.id)：\(example.title)")
                }
            }
        }
        #expect(passed > 300)
    }
}
