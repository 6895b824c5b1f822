import Pack

extension BenchmarkForm {
    /// The tiers of all benchmarks as limits, the one that is asked first before the others: judging then needs nothing
    /// but conditions over columns, and where a circumstance is not recorded all tiers that may apply have to agree.
    func bounds(of book: BenchmarkBook) -> [Bounds] {
        book.benchmarks.flatMap { benchmark in
            benchmark.acts.flatMap { act in
                let here = named(act, benchmark)
                let open = act.tiers.filter { $0.open != nil }.map { bound($0, when: here.and(chosen($0))) }
                let ranked = TierRanking(act, benchmark).tiers.map { tier in
                    guard case .when(let condition) = tier.condition else { return bound(tier, when: here) }
                    let own = condition.expression.replacing(book.circumstances.sources)
                    return bound(tier, when: here.and(own))
                }
                return open + ranked
            }
        }
    }

    /// The record names the benchmark and the act.
    private func named(_ act: Benchmark.Act, _ benchmark: Benchmark) -> Expression {
        equal(self.benchmark.name, benchmark.id).and(equal(frame.name, act.frame.id))
    }

    /// A tier chosen by its open item, with reasons.
    private func chosen(_ tier: Benchmark.Tier) -> Expression {
        let reason = Expression(.name(DecisionFacts.Name.openReason))
        let isGiven = Expression(.comparison(.notEqual, reason, Expression(.literal(.null))))
        return recorded(DecisionFacts.Name.benchmarkTier).and(
            equal(DecisionFacts.Name.benchmarkTier, tier.id)
        )
        .and(isGiven)
    }

    private func recorded(_ name: String) -> Expression {
        Expression(.comparison(.notEqual, Expression(.name(name)), Expression(.literal(.null))))
    }

    private func equal(_ name: String, _ word: String) -> Expression {
        Expression(.comparison(.equal, Expression(.name(name)), Expression(.literal(.text(word)))))
    }

    private func bound(_ tier: Benchmark.Tier, when condition: Expression) -> Bounds {
        let range = tier.outcomes.hull(of: kind)
        return Bounds(
            condition: Condition(text: tier.name, expression: condition, at: tier.place),
            atLeast: .number(range?.least ?? Number(0)), atMost: .number(range?.most ?? Number(0)))
    }
}

extension Expression {
    fileprivate func and(_ other: Expression) -> Expression { Expression(.and(self, other)) }
}
