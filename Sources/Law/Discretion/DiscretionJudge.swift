/// Combines what the record says step by step, in the order in which the law puts the questions.
package struct DiscretionJudge: Sendable {
    let book: BenchmarkBook
    let frames: FrameBook
    let laws: LawBook

    package init(_ pack: RulePack) {
        book = pack.benchmarks
        frames = pack.frames
        laws = pack.laws
    }

    /// - Parameter draft: Judges under this benchmark instead of the one in force, whatever its period.
    package func judge(_ facts: DecisionFacts, under draft: Benchmark? = nil) -> Discretion {
        var result = Discretion()
        result.imposed = facts.imposed
        result.departure = facts.departure
        guard let id = facts.frame, let frame = frames.frame(id) else {
            result.miss(label(DecisionFacts.Name.frame))
            return result
        }
        result.frame = frame
        guard let version = chooseLaw(facts, frame, &result) else { return result }
        result.law = version.basis.first?.law
        if facts.imposed == nil { result.miss(label(DecisionFacts.Name.penaltyKinds)) }
        let candidates = chooseTier(facts, frame, version, draft, &result)
        guard !candidates.isEmpty else { return result }
        let day = factorDay(facts, version)
        let found = weigh(facts, day: day, &result)
        let outcomes = candidates.map { candidate in
            found.permitted(inTier: candidate.outcomes, statutory: candidate.statutory)
        }
        if candidates.count == 1 {
            result.permitted = outcomes[0]
            result.add("6", "作用", found.effect, isVerified: found.isVerified, permitted: outcomes[0])
        }
        addRest(facts, &result)
        guard let imposed = facts.imposed else { return result }
        // Where several tiers remain possible, what all of them say of the decision is known.
        let standings = Set(outcomes.map { $0.standing(of: imposed) })
        if let standing = standings.first, standings.count == 1 { result.standing = standing }
        if candidates.count > 1, result.standing != .undecided { result.missing = [] }
        if result.standing == .below, facts.isReduced {
            // The decision says that it reduced, and no circumstance on record allows it or forbids it.
            result.standing = .undecided
            result.miss("减轻所依据的" + label(DecisionFacts.Name.circumstances))
        }
        return result
    }

    func label(_ name: String) -> String { book.names.labels[name] ?? name }

    /// Factors are those of the law applied: of the old one as they stood on the day of the act.
    private func factorDay(_ facts: DecisionFacts, _ version: PenaltyFrame.Version) -> Day {
        let decided = facts.decidedOn ?? version.inForce.from
        if version.inForce.contains(decided) { return decided }
        return facts.actedOn ?? version.inForce.from
    }

    /// What follows the amount and changes no interval, where the record has it.
    private func addRest(_ facts: DecisionFacts, _ result: inout Discretion) {
        if let acts = facts.number(DecisionFacts.Name.actCount), acts > Number(1) {
            result.add("7", "数行为", "一并处理\(acts)种行为：分别决定，合并执行，拘留合并执行最长20日，罚款合计没有上限")
        }
        if let days = facts.number(DecisionFacts.Name.offsetDays), days > Number(0) {
            result.add("10", "折抵", "先前限制人身自由折抵拘留\(days)日：从执行日数中扣除，不改变决定的日数")
        }
        if facts.executionBar != nil {
            result.add("11", "不执行拘留", "依法不执行拘留不是减轻：先按区间决定日数，再不送执行")
        }
    }
}
