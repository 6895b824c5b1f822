import Pack
import Testing

/// What the issue of the spine asks of the rule book as a whole.
@Suite("The national rule book")
struct RuleBookTests {
    @Test("holds at least 273 verified rules, with every form used twice and the Swift check once")
    func formsAreUsed() throws {
        let rules = try NationalPack.rules()
        let verified = try rules.filter { try $0["confidence"]?.text == "V" }
        #expect(verified.count >= 273)
        var uses: [String: Int] = [:]
        for rule in verified { uses[try rule["form"]?.text ?? "", default: 0] += 1 }
        let forms = [
            "deadline", "duration", "sequence", "requires", "forbids", "count", "approval", "separation",
            "coverage", "range", "reconcile",
        ]
        for form in forms { #expect(uses[form, default: 0] >= 2, "\(form)") }
        #expect(uses["check", default: 0] >= 1)
    }
}
