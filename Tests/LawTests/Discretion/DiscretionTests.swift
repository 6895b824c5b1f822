import Law
import Testing

/// The combining order, step by step, with intervals for an answer.
@Suite("Discretion, combined step by step")
struct DiscretionTests {
    @Test(
        "two heavier and one lighter circumstance on the bound of two tiers: each step is shown, and no number"
    )
    func boundary() throws {
        let found = try Decision([
            "amount": .number(Number(1000)), "fine": .number(Number(900)),
            "circumstances": Decision.texts("serious", "penalised-1-year", "forgiven"),
        ]).judged()
        #expect(found.tier?.id == "large")
        #expect(found.steps.map(\.number) == ["1", "1a", "2", "3b", "4", "4", "5", "6"])
        #expect(found.steps[3].text.contains("归较重的阶次"))
        #expect(found.steps[7].text.contains("没有相抵的算法"))
        // 赌博基本档 is 拘留或者罚款: how it is reduced, no text says.
        #expect(
            found.permitted.map(\.chinese) == [
                "拘留3至5日，或者罚款400至1000元", "减轻：法定“或者”的处罚怎样减轻，没有见到规定，由人决定", "不予处罚",
            ])
        #expect(found.standing == .within)
        #expect(found.missing.isEmpty)
    }

    @Test(
        "where a decision falls",
        arguments: [
            (500, DiscretionStanding.within), (501, .above), (0, .within),
        ])
    func standing(_ fine: Int, _ expected: DiscretionStanding) throws {
        #expect(try Decision(["fine": .number(Number(fine))]).judged().standing == expected)
    }

    @Test("a kind that the tier lacks is above it, a kind left out is below")
    func kinds() throws {
        let both = ["penaltyKinds": Decision.texts("fine", "detention"), "detentionDays": .number(Number(3))]
        #expect(try Decision(both).judged().standing == .above)
        let graver: [String: Value] = ["amount": .number(Number(3000)), "fine": .number(Number(1000))]
        #expect(try Decision(graver).judged().standing == .below)
        #expect(try Decision(["penaltyKinds": Decision.texts("no-penalty")]).judged().standing == .below)
    }

    @Test("a stake that is not recorded leaves the tiers open, unless all of them say the same")
    func unknown() throws {
        let open = try Decision(["amount": .null]).judged()
        #expect(open.standing == .undecided)
        #expect(open.missing == ["个人赌资"])
        let none = try Decision(["amount": .null, "penaltyKinds": Decision.texts("no-penalty")]).judged()
        #expect(none.standing == .below)
        #expect(none.missing.isEmpty)
        let sure = try Decision(["amount": .null, "circumstances": Decision.texts("minors-involved")])
            .judged()
        #expect(sure.tier?.id == "graver")
    }

    @Test("an open item needs its reasons")
    func openItem() throws {
        let chosen: [String: Value] = [
            "benchmarkTier": .text("graver"), "fine": .number(Number(2000)),
            "penaltyKinds": Decision.texts("fine", "detention"), "detentionDays": .number(Number(10)),
        ]
        let bare = try Decision(chosen).judged()
        #expect(bare.standing == .undecided)
        #expect(bare.missing == ["选用其他情形的理由"])
        let reasoned = try Decision(chosen.merging(["openReason": .text("流动设点")]) { $1 }).judged()
        #expect(reasoned.standing == .within)
    }

    @Test(
        "an act before 2026 decided after it: both frames are shown, and the recorded choice with reasons decides"
    )
    func acrossTheChange() throws {
        var decision = Decision(["case.actAt": Decision.moment("2025-12-30T10:00")])
        let open = try decision.judged()
        #expect(open.standing == .undecided)
        #expect(open.missing == ["适用的治安管理处罚法", "选择新法或者旧法的理由"])
        #expect(open.steps.contains { $0.text.contains("旧法拘留5日以下，或者罚款500元以下；新法拘留5日以下，或者罚款1000元以下") })
        decision.values["appliedLaw"] = .text("2012")
        #expect(try decision.judged().missing == ["选择新法或者旧法的理由"])
        decision.values["reason"] = .text("旧法较轻")
        let old = try decision.judged()
        #expect(old.benchmark?.id == "sample-2024")
        #expect(old.standing == .above)
        decision.values["appliedLaw"] = .text("2025")
        // 新法的基准在行为时没有施行，决定时施行。
        let new = try decision.judged()
        #expect(new.benchmark?.id == "sample-2026")
        #expect(new.standing == .within)
    }

    @Test("a benchmark of the other law gives no amounts, one not yet published is no basis")
    func wrongBenchmark() throws {
        let other = try Decision(["benchmark": .text("sample-2024")]).judged()
        #expect(other.benchmark == nil)
        #expect(other.steps.contains { $0.text.contains("它的数额不能用") })
        #expect(other.permitted.map(\.chinese) == ["拘留5日以下，或者罚款1000元以下"])
        let unknown = try Decision(["benchmark": .text("no-such")]).judged()
        #expect(unknown.standing == .undecided)
    }

    @Test("said to be reduced without a circumstance on record: 不明")
    func reducedWithoutGround() throws {
        let found = try Decision([
            "amount": .number(Number(3000)), "fine": .number(Number(300)), "mitigated": .boolean(true),
            "penaltyKinds": Decision.texts("fine", "detention"), "detentionDays": .number(Number(5)),
        ]).judged()
        #expect(found.standing == .undecided)
        #expect(found.missing == ["减轻所依据的认定的情节"])
    }

    @Test("reduced from detention with a fine: below one or both, or detention alone")
    func reduced() throws {
        let ground: [String: Value] = [
            "amount": .number(Number(3000)), "circumstances": Decision.texts("surrendered"),
            "penaltyKinds": Decision.texts("fine", "detention"),
        ]
        func standing(_ days: Int, _ fine: Int) throws -> DiscretionStanding {
            let amounts: [String: Value] = [
                "detentionDays": .number(Number(days)), "fine": .number(Number(fine)),
            ]
            return try Decision(ground.merging(amounts) { $1 }).judged().standing
        }
        #expect(try standing(9, 999) == .within)
        #expect(try standing(9, 1000) == .within)
        #expect(try standing(10, 999) == .within)
        #expect(try standing(16, 999) != .within)
    }

    @Test(
        "under the 2012 law a mitigating circumstance leads out of the tier, a heavier one beside it leads back"
    )
    func oldMitigation() throws {
        let old: [String: Value] = [
            "case.actAt": Decision.moment("2025-03-01T10:00"), "at": Decision.moment("2025-03-05T10:00"),
            "fine": .number(Number(300)), "circumstances": Decision.texts("surrendered"),
        ]
        let reduced = try Decision(old).judged().permitted
        #expect(!reduced.contains { $0.way == .within })
        let both = old.merging(["circumstances": Decision.texts("surrendered", "serious")]) { $1 }
        let weighed = try Decision(both).judged().permitted
        #expect(weighed.contains { $0.way == .within })
    }
}
