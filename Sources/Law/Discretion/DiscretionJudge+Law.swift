/// Step 1: the law of the act or, where it is lighter, that of the decision (行政处罚法 第37条).
extension DiscretionJudge {
    /// - Returns: `nil` when the law to apply cannot be told; what is missing is named.
    func chooseLaw(
        _ facts: DecisionFacts, _ frame: PenaltyFrame, _ result: inout Discretion
    ) -> PenaltyFrame.Version? {
        guard let acted = facts.actedOn else {
            result.miss(label(DecisionFacts.Name.actAt))
            return nil
        }
        guard let decided = facts.decidedOn else {
            result.miss("决定的" + label(DecisionFacts.Name.at))
            return nil
        }
        let atAct = frame.versions.first { $0.inForce.contains(acted) }
        let atDecision = frame.versions.first { $0.inForce.contains(decided) }
        guard let atAct else {
            result.add("1", "适用的法律", "行为在\(acted.chinese)，当时的法律没有规定这种行为的处罚幅度")
            return nil
        }
        guard let atDecision, atDecision != atAct else {
            result.add("1", "适用的法律", "行为在\(acted.chinese)，适用\(short(atAct))", basis: atAct.basis)
            return atAct
        }
        return choose(between: atAct, and: atDecision, facts, &result)
    }

    /// Both frames are shown, and a person's recorded choice with reasons decides.
    private func choose(
        between old: PenaltyFrame.Version, and new: PenaltyFrame.Version, _ facts: DecisionFacts,
        _ result: inout Discretion
    ) -> PenaltyFrame.Version? {
        result.add(
            "1", "适用的法律",
            "行为在\(old.basis[0].law)施行期间，决定在\(new.basis[0].law)施行以后：从旧兼从轻，两部法的幅度都列出，由人选择并写明理由",
            basis: old.basis + new.basis)
        for tier in pairs(old, new) { result.add("1", "两法对照", tier) }
        if facts.appliedLaw == nil { result.miss(label(DecisionFacts.Name.appliedLaw)) }
        if facts.lawReason == nil { result.miss("选择新法或者旧法的" + "理由") }
        guard let applied = facts.appliedLaw, let reason = facts.lawReason else { return nil }
        guard let chosen = [old, new].first(where: { isVersion($0, of: applied) }) else {
            result.miss(label(DecisionFacts.Name.appliedLaw))
            return nil
        }
        result.add("1", "登记的选择", "适用\(short(chosen))；理由：\(reason)", basis: chosen.basis)
        return chosen
    }

    private func short(_ version: PenaltyFrame.Version) -> String {
        version.basis.first.flatMap { laws.statute($0.law)?.name } ?? ""
    }

    /// Whether the version is that of the law of a year: `2012` of 治安管理处罚法（2012年修正）.
    private func isVersion(_ version: PenaltyFrame.Version, of year: String) -> Bool {
        short(version).contains("（\(year)年")
    }

    private func pairs(_ old: PenaltyFrame.Version, _ new: PenaltyFrame.Version) -> [String] {
        var lines: [String] = []
        for tier in old.tiers {
            let other = new.tiers.first { $0.id == tier.id }
            let comparison = other.map { "；\(compare(tier.outcomes, $0.outcomes))" } ?? ""
            lines.append(
                "\(tier.name)：旧法\(tier.outcomes.chinese)；新法\(other?.outcomes.chinese ?? "没有这一档")\(comparison)"
            )
        }
        for tier in new.tiers where !old.tiers.contains(where: { $0.id == tier.id }) {
            lines.append("\(tier.name)：旧法没有这一档；新法\(tier.outcomes.chinese)")
        }
        return lines
    }

    /// On the numbers alone: what else changed (mitigation, look-back, age) is not in them.
    private func compare(_ old: [PenaltyOutcome], _ new: [PenaltyOutcome]) -> String {
        func least(_ outcomes: [PenaltyOutcome], _ kind: PenaltyFrame.Kind) -> Number {
            // An outcome without the kind imposes none of it.
            outcomes.map { $0.ranges[kind]?.least ?? Number(0) }.min() ?? Number(0)
        }
        func numbers(_ outcomes: [PenaltyOutcome]) -> [Number] {
            PenaltyFrame.Kind.inOrder.flatMap { kind in
                [outcomes.hull(of: kind)?.most ?? Number(0), least(outcomes, kind)]
            }
        }
        let pairs = Array(zip(numbers(old), numbers(new)))
        let (isOldLess, isNewLess) = (
            pairs.contains { $0.0 < $0.1 }, pairs.contains { $0.1 < $0.0 }
        )
        switch (isOldLess, isNewLess) {
        case (false, false): return "单看数额，相同"
        case (true, false): return "单看数额，旧法较轻"
        case (false, true): return "单看数额，新法较轻"
        case (true, true): return "单看数额，互有轻重"
        }
    }
}
