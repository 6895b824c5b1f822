/// Which version of the bureau's benchmark a decision is held to.
///
/// No text seen says it for a benchmark revised while a case is under way. The law's own rule is followed as far as it
/// goes: the version of the day of the act; where another is in force on the day of the decision, the one the decision
/// names; where it names none, neither.
extension DiscretionJudge {
    func chooseBenchmark(
        _ facts: DecisionFacts, _ frame: PenaltyFrame, _ law: String, _ result: inout Discretion
    ) -> Benchmark? {
        guard let acted = facts.actedOn, let decided = facts.decidedOn else { return nil }
        let atAct = book.benchmark(on: acted, act: frame.id, law: law)
        let atDecision = book.benchmark(on: decided, act: frame.id, law: law)
        if let named = facts.benchmark {
            return recorded(
                named, among: [atAct, atDecision].compactMap(\.self), frame, law, decided, &result)
        }
        guard let first = atAct ?? atDecision else { return nil }
        if let atAct, let atDecision, atAct.id != atDecision.id {
            result.add(
                "1a", "基准版本",
                "行为时施行的是\(atAct.shown)，决定时施行的是\(atDecision.shown)：办案期间基准有修订，适用哪一版由人决定并登记", isVerified: false)
            result.miss(label(DecisionFacts.Name.benchmark))
            return nil
        }
        let when = atAct == nil ? "决定时施行的" : "行为时施行的"
        return published(first, decided, when, &result)
    }

    /// The decision names the benchmark it applied.
    private func recorded(
        _ id: String, among inForce: [Benchmark], _ frame: PenaltyFrame, _ law: String, _ decided: Day,
        _ result: inout Discretion
    ) -> Benchmark? {
        guard let benchmark = book.benchmark(id) else {
            result.add("1a", "基准版本", "登记的裁量基准“\(id)”不在规则包里")
            result.miss("\(label(DecisionFacts.Name.benchmark))“\(id)”的内容")
            return nil
        }
        guard benchmark.law == law else {
            result.add(
                "1a", "基准版本",
                "登记的\(benchmark.shown)依据\(benchmark.law)制定，本案适用\(law)：它的数额不能用，条件只能参考")
            return nil
        }
        guard benchmark.act(frame.id) != nil else {
            result.add("1a", "基准版本", "登记的\(benchmark.shown)没有这种行为")
            return nil
        }
        let isInForce = inForce.contains { $0.id == id }
        return published(
            benchmark, decided, isInForce ? "决定登记适用的" : "决定登记适用的（行为时、决定时都没有施行）", &result)
    }

    /// 行政处罚法 第5条第3款: what has not been published is no basis.
    private func published(
        _ benchmark: Benchmark, _ decided: Day, _ when: String, _ result: inout Discretion
    ) -> Benchmark? {
        guard benchmark.wasPublished(by: decided) else {
            result.add("1a", "基准版本", "\(benchmark.shown)到决定时还没有公布，不能作为处罚的依据")
            return nil
        }
        result.add(
            "1a", "基准版本",
            "\(when)\(benchmark.shown)，\(benchmark.publishedOn.chinese)公布，施行期间\(benchmark.inForce)")
        return benchmark
    }
}

extension Benchmark {
    /// `《某市…裁量基准》（某公规〔2026〕1号，示例）`
    package var shown: String { "《\(title)》（\(documentNumber)\(isSample ? "，示例" : "")）" }
}
