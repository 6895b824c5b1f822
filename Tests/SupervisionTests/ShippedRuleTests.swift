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

    @Test("Every rule has an example on each side")
    func bothSides() {
        for (rule, lacks) in ShippedPacks.book.oneSided { Issue.record("\(rule) 没有“\(lacks.chinese)”的例子") }
    }
}
