/// In which order the tiers of an act are asked: the first whose condition holds applies.
package struct TierRanking: Sendable {
    /// The one that applies first comes first; `otherwise` last; tiers of open items alone are not among them.
    package let tiers: [Benchmark.Tier]

    package init(_ act: Benchmark.Act, _ benchmark: Benchmark) {
        // Tiers stand from light to heavy; statutory tiers in the order of their lightest.
        var order: [String] = []
        for tier in act.tiers where !order.contains(tier.statutory) { order.append(tier.statutory) }
        if benchmark.several != .lighter { order.reverse() }
        var ranked: [Benchmark.Tier] = []
        for statutory in order {
            let own = act.tiers.filter { tier in
                guard case .when = tier.condition else { return false }
                return tier.statutory == statutory
            }
            ranked += benchmark.boundary == .lighter ? own : own.reversed()
        }
        tiers = ranked + act.tiers.filter { if case .otherwise = $0.condition { true } else { false } }
    }

    /// The tier that applies, or all that may.
    func possible(_ values: (String) -> Value) -> [Benchmark.Tier] {
        var found: [Benchmark.Tier] = []
        for tier in tiers {
            switch tier.holds(values) {
            case true?: return found + [tier]
            case nil: found.append(tier)
            case false?: break
            }
        }
        return found
    }

    func certain(_ values: (String) -> Value) -> Benchmark.Tier? {
        let possible = possible(values)
        return possible.count == 1 ? possible.first : nil
    }

    /// Every tier whose own condition holds.
    func fitting(_ values: (String) -> Value) -> [Benchmark.Tier] {
        tiers.filter { tier in
            guard case .when = tier.condition else { return false }
            return tier.holds(values) == true
        }
    }

    /// The circumstances without a value that the conditions still in question name.
    func unknown(_ values: (String) -> Value) -> [String] {
        var names: [String] = []
        for tier in possible(values) {
            guard case .when(let condition) = tier.condition else { continue }
            for name in condition.expression.names where values(name).isNull && !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}

extension Benchmark.Tier {
    fileprivate func holds(_ values: (String) -> Value) -> Bool? {
        switch condition {
        case .otherwise: return true
        case .openOnly: return false
        case .when(let condition):
            guard case .boolean(let holds) = condition.expression.evaluate(nulls: .asUnknown, values) else {
                return nil
            }
            return holds
        }
    }
}
