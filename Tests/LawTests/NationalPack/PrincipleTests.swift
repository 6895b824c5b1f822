import Law
import Testing

@Suite("Principles of the national pack")
struct PrincipleTests {
    @Test("every example of a principle is what the engine does")
    func examplesHold() throws {
        let runs = try PrincipleBook(NationalPack.files("principles"), beside: NationalPack.ruleBook())
            .runExamples()
        #expect(runs.count > 40)
        for run in runs { #expect(run.passed, "\(run.rule) “\(run.title)”: \(run.differences)") }
    }

    @Test("an example that says otherwise fails, and says how")
    func wrongExampleFails() throws {
        let node = try SmallPack.node(
            """
            subject: 期间
            principles:
              - {id: p, no: T01, name: 甲, confidence: V, says: 甲, versions: [{from: 2026-01-01, basis: [{law: NEW, article: "1"}]}],
                 examples: [{title: 错, period: {start: "2026-03-02T10:00", within: 3 days, roll: false}, due: "2026-03-04T23:59"}]}
            """)
        let runs = try PrincipleBook([node], beside: SmallPack.book(SmallPack.rule())).runExamples()
        #expect(runs.map(\.differences) == [["应为 2026-03-04T23:59，却是 2026-03-05T23:59"]])
    }
}
