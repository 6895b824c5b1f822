/// Step 2: the benchmark's version, then the tier.
extension DiscretionJudge {
    /// What a tier allows, and what the statute allows around it.
    struct Candidate {
        let name: String
        let outcomes: [PenaltyOutcome]
        let statutory: [PenaltyOutcome]
    }

    /// - Returns: Several when a circumstance that decides among them is not recorded; none when nothing can be said.
    func chooseTier(
        _ facts: DecisionFacts, _ frame: PenaltyFrame, _ version: PenaltyFrame.Version, _ draft: Benchmark?,
        _ result: inout Discretion
    ) -> [Candidate] {
        let law = version.basis.first?.law ?? ""
        let benchmark =
            draft.map { draft in draft.law == law && draft.act(frame.id) != nil ? draft : nil }
            ?? chooseBenchmark(facts, frame, law, &result)
        guard let benchmark, let act = benchmark.act(frame.id) else {
            if draft == nil, result.missing.isEmpty { return statutoryTier(facts, version, &result) }
            return []
        }
        result.benchmark = benchmark
        if let draft, draft.act(frame.id) != nil { result.add("1a", "基准版本", "按草案《\(draft.title)》试算") }
        return place(facts, act, benchmark, &result)
    }

    /// Without a benchmark the statute's own tier, as the decision names it.
    private func statutoryTier(
        _ facts: DecisionFacts, _ version: PenaltyFrame.Version, _ result: inout Discretion
    ) -> [Candidate] {
        guard let id = facts.tier, let tier = version.tiers.first(where: { $0.id == id }) else {
            result.miss(label(DecisionFacts.Name.tier))
            return []
        }
        result.add(
            "2", "法定档", "没有可用的裁量基准，按登记的法定档“\(tier.name)”", basis: version.basis,
            permitted: [Permitted(.within, tier.outcomes)])
        return [Candidate(name: tier.name, outcomes: tier.outcomes, statutory: tier.outcomes)]
    }

    private func place(
        _ facts: DecisionFacts, _ act: Benchmark.Act, _ benchmark: Benchmark, _ result: inout Discretion
    ) -> [Candidate] {
        let ranking = TierRanking(act, benchmark)
        let values = { (name: String) in book.circumstances.circumstance(name)?.value(facts.value) ?? .null }
        if let id = facts.benchmarkTier, let tier = act.tier(id), tier.open != nil, facts.openReason == nil,
            ranking.certain(values)?.id != id
        {
            result.miss(label(DecisionFacts.Name.openReason))
            result.add("2", "阶次", "登记的阶次“\(tier.name)”要凭“\(tier.open ?? "")”选用，没有写明理由")
            return []
        }
        if let id = facts.benchmarkTier, let tier = act.tier(id), let open = tier.open,
            let reason = facts.openReason
        {
            result.tier = tier
            add(tier, of: act, "凭“\(open)”选用；理由：\(reason)", &result)
            return [candidate(tier, of: act)]
        }
        let possible = ranking.possible(values)
        guard possible.count == 1, let tier = possible.first else {
            for name in ranking.unknown(values) {
                result.miss(book.circumstances.circumstance(name)?.label ?? name)
            }
            for tier in possible { add(tier, of: act, "可能适用：决定它的情节没有记载", &result) }
            return possible.map { candidate($0, of: act) }
        }
        result.tier = tier
        let others = ranking.fitting(values).filter { $0.id != tier.id }
        add(tier, of: act, because(tier, values), &result)
        if !others.isEmpty {
            let names = others.map { "“\($0.name)”" }.joined(separator: "、")
            let isOneTier = others.allSatisfy { $0.statutory == tier.statutory }
            let rule =
                isOneTier
                ? "恰在交界，基准规定归较\(benchmark.boundary == .lighter ? "轻" : "重")的阶次"
                : "同时符合几个法定档，基准规定取较\(benchmark.several == .lighter ? "轻" : "重")的档；轻的情节在档内考虑"
            result.add("3b", "同时符合", "还符合\(names)；\(rule)")
        }
        if let recorded = facts.benchmarkTier, recorded != tier.id {
            let name = act.tier(recorded)?.name ?? recorded
            result.add("2", "登记的阶次", "决定登记的阶次是“\(name)”，与按情节得出的“\(tier.name)”不同")
        }
        return [candidate(tier, of: act)]
    }

    private func candidate(_ tier: Benchmark.Tier, of act: Benchmark.Act) -> Candidate {
        let statutory = act.statutory(tier)?.outcomes ?? tier.outcomes
        return Candidate(name: tier.name, outcomes: tier.outcomes, statutory: statutory)
    }

    private func add(_ tier: Benchmark.Tier, of act: Benchmark.Act, _ why: String, _ result: inout Discretion)
    {
        let statutory = act.statutory(tier).map { "法定档“\($0.name)”（\($0.outcomes.chinese)）" } ?? ""
        result.add(
            "2", "阶次", "“\(tier.name)”：\(why)；\(statutory)", basis: act.version.basis,
            permitted: [Permitted(.within, tier.outcomes)])
    }

    /// `个人赌资＝1500元`
    private func because(_ tier: Benchmark.Tier, _ values: (String) -> Value) -> String {
        guard case .when(let condition) = tier.condition else { return "其他阶次的条件都不符合" }
        return condition.expression.names.map { name in
            let circumstance = book.circumstances.circumstance(name)
            return "\(circumstance?.label ?? name)＝\(values(name))\(circumstance?.unit ?? "")"
        }.joined(separator: "，")
    }
}
