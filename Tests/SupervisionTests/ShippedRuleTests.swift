import Law
import Testing

@Suite("The shipped rule book")
struct ShippedRuleTests {
    @Test("Every example of every rule gives the answer the law gives")
    func examples() {
        for run in ShippedPacks.book.runExamples() {
            #expect(
                run.passed, "\(run.place) \(run.rule)（\(run.title)）：\(run.differences.joined(separator: "；"))"
            )
        }
    }

    @Test("Every rule has an example on each side, also one that only informs")
    func bothSides() {
        for rule in ShippedPacks.book.rules {
            for answer in [Answer.kept, .broken] where !rule.examples.contains(where: { $0.answer == answer })
            {
                Issue.record("\(rule.id) 没有“\(answer.chinese)”的例子")
            }
        }
    }
}
