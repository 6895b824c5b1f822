/// Steps 0, 4 and 5: what the law and the benchmark name as speaking for less, for more, or against any penalty.
extension DiscretionJudge {
    /// A factor that the record shows, as it weighs on its day.
    struct Found {
        let effects: [Factor.Effect]
        let isMust: Bool
        let isVerified: Bool
    }

    func weigh(_ facts: DecisionFacts, day: Day, _ result: inout Discretion) -> Weighing {
        var found: [Found] = []
        for factor in book.factors.sorted(by: { ($0.step, $0.id) < ($1.step, $1.id) }) {
            guard let version = factor.version(on: day),
                factor.condition.expression.evaluate(nulls: .asUnknown, facts.value) == .boolean(true)
            else { continue }
            let isVerified = factor.confidence.isVerified
            found.append(Found(effects: version.effects, isMust: version.isMust, isVerified: isVerified))
            result.add(
                factor.step, "情节", "\(factor.name)：\(effect(version.effects, isMust: version.isMust))",
                basis: version.basis, isVerified: isVerified)
        }
        for factor in result.benchmark?.factors ?? [] {
            let scope = { name in book.circumstances.circumstance(name)?.value(facts.value) ?? .null }
            guard factor.condition.expression.evaluate(nulls: .asUnknown, scope) == .boolean(true) else {
                continue
            }
            found.append(Found(effects: factor.effects, isMust: factor.isMust, isVerified: true))
            result.add("5", "本单位情节", "\(factor.name)：\(effect(factor.effects, isMust: factor.isMust))")
        }
        return Weighing(found: found)
    }

    private func effect(_ effects: [Factor.Effect], isMust: Bool) -> String {
        (isMust ? "应当" : "可以") + effects.map(\.chinese).joined(separator: "、或者")
    }
}

/// What the factors found make of a tier, without any formula: 从重、从轻 stay inside it, 减轻 goes below, several that
/// point different ways leave the choice to a person.
struct Weighing {
    let found: [DiscretionJudge.Found]

    var isVerified: Bool { !allows(.reduced) }

    private func allows(_ effect: Factor.Effect) -> Bool { found.contains { $0.effects.contains(effect) } }

    /// Whether everything that must weigh leads out of the tier, and nothing leads back into it.
    private var mustLeave: Bool {
        let must = found.filter(\.isMust)
        let leaves = must.contains { !$0.effects.contains(.lighter) && !$0.effects.contains(.heavier) }
        return leaves && !allows(.heavier)
    }

    func permitted(inTier outcomes: [PenaltyOutcome], statutory: [PenaltyOutcome]) -> [Permitted] {
        var ways = mustLeave ? [] : [Permitted(.within, outcomes)]
        if allows(.reduced) {
            let reduction = Reduction.of(statutory)
            if reduction.way != .none || !allows(.none) { ways.append(reduction) }
        }
        if allows(.none) { ways.append(Permitted(.none)) }
        return ways
    }

    /// In words, with how many speak each way.
    var effect: String {
        guard !found.isEmpty else { return "没有认定从重、从轻、减轻或者不予处罚的情节，在阶次之内决定" }
        let heavier = found.count { $0.effects.contains(.heavier) }
        let lighter = found.count - heavier
        var parts: [String] = []
        if heavier > 0 { parts.append("从重情节\(heavier)项：在阶次之内从重，不越过阶次上限") }
        if lighter > 0 { parts.append("从宽情节\(lighter)项") }
        if allows(.lighter) { parts.append("从轻：在阶次之内从轻，不低于阶次下限") }
        if allows(.reduced) { parts.append("减轻：在法定档的下限以下") }
        if heavier > 0, lighter > 0 { parts.append("从重与从宽并存：法律没有相抵的算法，由人一并考虑并写明") }
        return parts.joined(separator: "；")
    }
}
