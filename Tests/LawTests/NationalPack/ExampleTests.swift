import Law
import Pack
import Testing

/// The examples of the national pack, judged in bulk: as part of the whole rule book, and by their own rule alone.
@Suite("Examples of the national pack")
struct ExampleTests {
    let book: RuleBook

    init() throws { book = try NationalPack.ruleBook() }

    @Test("each example gets the answer the law gives, whichever rules are judged beside its own")
    func examplesHold() throws {
        var judged = 0
        for (place, rule) in book.rules.enumerated() {
            for example in rule.examples {
                let amongAll = try answer(example, of: rule, place: place, beside: nil)
                let alone = try answer(example, of: rule, place: place, beside: [place])
                #expect(amongAll == example.answer, "\(rule.id)：\(example.title)")
                #expect(alone == example.answer, "\(rule.id) 单独判断：\(example.title)")
                judged += 1
            }
        }
        #expect(judged > 300)
    }

    @Test("each version of each rule has an example that keeps it and one that breaks it")
    func everyVersionIsTried() throws {
        for (place, rule) in book.rules.enumerated() {
            var answers: [Int: Set<Answer>] = [:]
            for example in rule.examples {
                let finding = try finding(example, of: rule, place: place, beside: [place])
                answers[Int(finding.version), default: []].insert(finding.answer)
            }
            for (number, version) in rule.versions.enumerated() {
                let left = Set([.kept, .broken]).subtracting(answers[number, default: []])
                #expect(left.isEmpty, "\(rule.id) \(version.inForce)：\(left.map(\.rawValue).sorted())")
            }
        }
    }

    private func answer(
        _ example: RuleExample, of rule: Rule, place: Int, beside rules: Set<Int>?
    ) throws -> Answer {
        try finding(example, of: rule, place: place, beside: rules).answer
    }

    private func finding(
        _ example: RuleExample, of rule: Rule, place: Int, beside rules: Set<Int>?
    ) throws -> Finding {
        var builder = TableBuilder(layout: book.layout)
        for (number, row) in example.rows.enumerated() {
            builder.add(row.register, id: row.id ?? "row-\(number)", values: row.values)
        }
        let tables = book.tables(builder)
        let judgements = book.judge(
            tables, asOf: example.asOf, rules: rules, keeping: Set(Answer.allCases))
        let ids = try #require(tables.tables.first { $0.subject == rule.subject }?.ids)
        let judged = rule.subject.isCase ? RuleExample.caseID : RuleExample.this
        return try #require(
            judgements.findings.first { Int($0.rule) == place && ids[Int($0.row)] == judged })
    }
}
