import Law

extension BureauPages {
    /// The decisions of a case with the like ones of the bureau, which are judged once for each state of the ledger.
    func discretion(ofCase id: String) throws -> [DiscretionView] {
        let acts = DiscretionActs(bureau.packs, source: bureau.store, knownAt: knownAt)
        return try acts.decisions(ofCase: id) {
            try onShelf { shelf in
                if let decisions = shelf.decisions { return decisions }
                let decisions = try acts.judged()
                shelf.decisions = decisions
                return decisions
            }
        }.map(DiscretionView.init)
    }

    package func benchmarks() throws -> [BenchmarkLine] {
        bureau.packs.rules.pack.benchmarks.benchmarks.map { benchmark in
            BenchmarkLine(
                title: benchmark.shown, issuer: benchmark.issuer,
                published: "\(benchmark.publishedOn)，\(benchmark.publication)",
                period: benchmark.inForce.description,
                law: laws.statute(benchmark.law)?.name ?? benchmark.law,
                acts: benchmark.acts.map(\.frame.name),
                tiers: benchmark.acts.map(\.tiers.count).reduce(0, +), isSample: benchmark.isSample)
        }
    }
}

extension DiscretionView {
    fileprivate init(_ one: DecisionDiscretion) {
        decision = RecordLink(register: Schema.eventRegister, id: one.id, label: one.id)
        imposed = one.discretion.imposed?.chinese ?? "处罚种类或者数额没有记载"
        conclusion = one.discretion.conclusion
        departure = one.discretion.departureLine
        steps = one.discretion.steps.map { step in
            Step(
                number: step.number, title: step.title, text: step.text + step.basisText,
                isVerified: step.isVerified,
                permitted: (step.permitted ?? []).map(\.chinese).joined(separator: "；"))
        }
        likeTier = one.like?.tierName
        units = (one.like?.units ?? []).map { unit in
            Unit(
                name: unit.name, decisions: unit.decisions, fine: unit.fine.shown("元"),
                days: unit.days.shown("日"))
        }
    }
}
