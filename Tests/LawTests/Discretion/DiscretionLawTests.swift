import Law
import Testing

/// What holds for every decision, over random records.
@Suite("Laws of discretion")
struct DiscretionLawTests {
    private static let heavier = [
        "serious", "instigated", "retaliation", "penalised-1-year", "penalised-6-months",
    ]
    private static let lighter = [
        "slight", "harm-cleared", "forgiven", "coerced", "surrendered", "merit", "plea",
    ]
    private static let others = ["minors-involved", "ringleader", "together", "vulnerable-victim"]

    private static func random(_ rng: inout SystemRandomNumberGenerator) -> Decision {
        let frames = ["gambling", "theft-fraud-etc", "assault", "disorder-unit-public-transport"]
        let isOld = Bool.random(using: &rng)
        let words = (heavier + lighter + others).filter { _ in Int.random(in: 0..<6, using: &rng) == 0 }
        let year = isOld ? "2025" : "2026"
        return Decision([
            "case.frame": .text(frames.randomElement(using: &rng) ?? ""),
            "case.actAt": Decision.moment("\(year)-03-01T10:00"),
            "at": Decision.moment("\(year)-03-05T10:00"),
            "amount": .number(Number(Int.random(in: 0...6000, using: &rng))),
            "lastedMinutes": .number(Number(Int.random(in: 0...200, using: &rng))),
            "injury": .text(["none", "below-slight", "slight"].randomElement(using: &rng) ?? ""),
            "circumstances": words.isEmpty ? .null : .list(words.map(Value.text)),
        ])
    }

    @Test("the interval lies inside the statutory tier; only 减轻 and 不予处罚 leave it")
    func insideTheFrame() throws {
        var rng = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            let decision = Self.random(&rng)
            let found = try decision.judged()
            let act = try #require(found.benchmark?.act(found.frame?.id ?? ""))
            let tier = try #require(found.tier)
            let statutory = try #require(act.statutory(tier))
            for way in found.permitted where way.way == .within {
                for outcome in way.outcomes {
                    #expect(statutory.outcomes.contains { outcome.lies(within: $0) }, "\(decision.values)")
                }
            }
            for way in found.permitted where way.way == .reduced {
                for (kind, least) in way.below {
                    #expect(statutory.range(of: kind).map { least <= $0.least } ?? false)
                }
            }
        }
    }

    @Test("one more heavier circumstance never lowers what may be imposed")
    func heavierNeverLowers() throws {
        var rng = SystemRandomNumberGenerator()
        for _ in 0..<400 {
            var decision = Self.random(&rng)
            let before = try decision.judged()
            var words: [Value] = []
            if case .list(let known)? = decision.values["circumstances"] { words = known }
            let more = Self.heavier + ["minors-involved", "together", "vulnerable-victim", "ringleader"]
            words.append(.text(try #require(more.randomElement(using: &rng))))
            decision.values["circumstances"] = .list(words)
            let after = try decision.judged()
            #expect(!Self.most(after).lexicographicallyPrecedes(Self.most(before)), "\(decision.values)")
            let tiers = try #require(after.benchmark?.act(after.frame?.id ?? "")?.tiers.map(\.id))
            let places = try [before, after].map { try #require(tiers.firstIndex(of: $0.tier?.id ?? "")) }
            #expect(places[0] <= places[1], "\(decision.values)")
        }
    }

    /// The most that may be imposed, detention first.
    private static func most(_ found: Discretion) -> [Int64] {
        let outcomes = found.permitted.flatMap(\.outcomes)
        return PenaltyFrame.Kind.inOrder.map { outcomes.hull(of: $0)?.most.ticks ?? 0 }
    }

    @Test(
        "a judgement of the same record is the same, and an open answer names what is missing or what no text says"
    )
    func undecidedSaysWhy() throws {
        var rng = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var decision = Self.random(&rng)
            if let name = ["amount", "injury", "lastedMinutes", "fine"].randomElement(using: &rng) {
                decision.values[name] = .null
            }
            let found = try decision.judged()
            #expect(try decision.judged().standing == found.standing)
            guard found.standing == .undecided else { continue }
            #expect(!found.missing.isEmpty || found.permitted.contains { $0.isOpen }, "\(decision.values)")
        }
    }
}
