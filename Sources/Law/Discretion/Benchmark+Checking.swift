import Pack

/// The entry checks: what a benchmark must pass before anything of it is used.
extension Benchmark {
    func check(_ circumstances: CircumstanceBook) throws(PackError) {
        for act in acts {
            for tier in act.tiers { try act.checkInsideFrame(tier) }
            try act.checkOrder()
            try act.checkAmounts()
            try act.checkConditions(circumstances, boundary: boundary, several: several)
        }
        try checkFactors()
    }

    /// `no-double-use`: what puts a case in a tier is not used again inside it.
    private func checkFactors() throws(PackError) {
        for factor in factors {
            let names = Set(factor.condition.expression.names)
            for act in acts {
                let used = act.conditions.flatMap(\.names).first(where: names.contains)
                guard let used else { continue }
                throw PackError(
                    .badValue(
                        factor.condition.text, why: "情节“\(used)”已是“\(act.frame.name)”分阶次的条件，不能再作为阶次之内的情节重复使用"),
                    at: factor.condition.place)
            }
        }
    }
}

extension Benchmark.Act {
    var conditions: [Expression] {
        tiers.compactMap { tier in
            guard case .when(let condition) = tier.condition else { return nil }
            return condition.expression
        }
    }

    package func statutory(_ tier: Benchmark.Tier) -> PenaltyFrame.Tier? {
        version.tiers.first { $0.id == tier.statutory }
    }

    /// `tier-inside-frame`: each outcome lies inside one outcome of the same statutory tier.
    fileprivate func checkInsideFrame(_ tier: Benchmark.Tier) throws(PackError) {
        guard let statutory = statutory(tier) else {
            throw PackError(.notAllowed(tier.statutory, allowed: version.tiers.map(\.id)), at: tier.place)
        }
        for outcome in tier.outcomes where !statutory.outcomes.contains(where: outcome.lies) {
            throw PackError(
                .badValue(
                    outcome.chinese,
                    why:
                        "阶次“\(tier.name)”超出法定幅度；\(basis)“\(statutory.name)”一档只有：\(statutory.outcomes.chinese)"
                ),
                at: tier.place)
        }
    }

    fileprivate var basis: String { version.basis.first.map { "\($0)" } ?? "" }

    /// Tiers stand from the lightest to the heaviest.
    fileprivate func checkOrder() throws(PackError) {
        for (lighter, heavier) in zip(tiers, tiers.dropFirst())
        where heavier.outcomes.weight.lexicographicallyPrecedes(lighter.outcomes.weight) {
            throw PackError(
                .badValue(heavier.name, why: "比前一个阶次“\(lighter.name)”轻；阶次请从轻到重排列"), at: heavier.place)
        }
    }

    /// `tiers-cover-frame`, of the amounts: every outcome of the law can be reached, without a hole.
    fileprivate func checkAmounts() throws(PackError) {
        for statutory in version.tiers {
            let own = tiers.filter { $0.statutory == statutory.id }
            guard !own.isEmpty else {
                throw PackError(
                    .badValue(frame.id, why: "有空档：法定的“\(statutory.name)”一档没有任何阶次"), at: place)
            }
            for outcome in statutory.outcomes {
                let narrowed = own.flatMap(\.outcomes).filter { $0.lies(within: outcome) }
                guard !narrowed.isEmpty else {
                    throw PackError(
                        .badValue(
                            frame.id,
                            why: "有空档：“\(statutory.name)”一档依法可以\(outcome.chinese)，没有一个阶次可以这样处罚"),
                        at: own[0].place)
                }
                for (kind, range) in outcome.ranges {
                    guard let hole = range.hole(in: narrowed.compactMap { $0.ranges[kind] }) else { continue }
                    let amount = kind.chinese + hole.chinese(kind.unit)
                    throw PackError(
                        .badValue(frame.id, why: "有空档：“\(statutory.name)”一档依法可以\(amount)，没有一个阶次包括它"),
                        at: own[0].place)
                }
            }
        }
    }
}

extension PenaltyFrame.Range {
    /// The first stretch of whole yuan or days that no part covers.
    fileprivate func hole(in parts: [PenaltyFrame.Range]) -> PenaltyFrame.Range? {
        let one = Number.scale
        var next = least.ticks
        for part in parts.sorted(by: { ($0.least, $0.most) < ($1.least, $1.most) }) {
            if part.least.ticks > next {
                return PenaltyFrame.Range(Number(ticks: next), Number(ticks: part.least.ticks - one))
            }
            next = max(next, part.most.ticks + one)
        }
        return next <= most.ticks ? PenaltyFrame.Range(Number(ticks: next), most) : nil
    }
}

extension [PenaltyOutcome] {
    /// Detention before fines, the most before the least: only the order of tiers is read from it.
    package var weight: [Int64] {
        let (days, fine) = (hull(of: .detentionDays), hull(of: .fine))
        return [days?.most, fine?.most, days?.least, fine?.least].map { $0?.ticks ?? 0 }
    }
}
