package import Law
package import Registers
import Reporting

/// A decision with what was found about it.
struct JudgedDecision: Sendable {
    let decision: PenaltyDecision
    let discretion: Discretion
}

/// Discretion over the decisions of a data folder, or of a folder of NDJSON.
package struct DiscretionActs {
    private let packs: BureauPacks
    private let source: any RecordSource
    private let knownAt: Moment?

    package init(_ packs: BureauPacks, source: some RecordSource, knownAt: Moment? = nil) {
        self.packs = packs
        self.source = source
        self.knownAt = knownAt
    }

    /// Over a folder with one NDJSON file a register.
    package init(_ packs: BureauPacks, folder: String, knownAt: Moment? = nil) throws {
        self.init(packs, source: try packs.folder(folder), knownAt: knownAt)
    }

    private var judge: DiscretionJudge { DiscretionJudge(packs.rules.pack) }

    /// Every decision of the bureau, judged.
    func judged() throws -> [JudgedDecision] {
        let judge = judge
        return try DecisionReader(packs, source: source, knownAt: knownAt).decisions().map {
            JudgedDecision(decision: $0, discretion: judge.judge($0.facts))
        }
    }

    /// The decisions of a case, each step by step.
    ///
    /// - Parameter withLike: Whether the like decisions of the bureau are shown beside each.
    package func show(case id: String, withLike: Bool) throws -> [DecisionDiscretion] {
        let found = try decisions(ofCase: id, among: { withLike ? try judged() : nil })
        guard !found.isEmpty else {
            throw ServiceError(.use, "案件“\(id)”没有处罚决定的记录，或者没有这件案件；案件编号见 zhunsheng export case。")
        }
        return found
    }

    /// - Parameter all: Every decision judged, asked for only when there is one to compare; `nil`: no comparison.
    func decisions(
        ofCase id: String, among all: () throws -> [JudgedDecision]?
    ) throws -> [DecisionDiscretion] {
        let judge = judge
        let own = try DecisionReader(packs, source: source, knownAt: knownAt).decisions(ofCase: id)
        guard !own.isEmpty else { return [] }
        let all = try all()
        return own.map { decision in
            let discretion = judge.judge(decision.facts)
            return DecisionDiscretion(
                id: decision.id, caseID: decision.caseID, unit: decision.unit, discretion: discretion,
                like: all.flatMap { like(discretion, among: $0) })
        }
    }

    func like(_ discretion: Discretion, among judged: [JudgedDecision]) -> LikeCases? {
        guard let benchmark = discretion.benchmark, let frame = discretion.frame, let tier = discretion.tier
        else { return nil }
        return LikeCases(benchmark, frame, tier, among: judged)
    }

    /// Decisions outside their interval, by the day of the decision.
    package func departures(in text: String) throws -> Departures {
        let period = try self.period(text)
        return Departures(period.chinese, try judged(in: period))
    }

    /// Past decisions under a draft.
    package func whatIf(draft: Benchmark, period text: String?) throws -> WhatIf {
        let judge = judge
        let past = try judged(in: text.map { try self.period($0) })
        let trials = past.map { one -> (past: JudgedDecision, tried: Discretion) in
            (one, judge.judge(one.decision.facts, under: draft))
        }
        return WhatIf(draft, trials)
    }

    private func judged(in period: ReportPeriod?) throws -> [JudgedDecision] {
        try judged().filter { one in
            guard let period else { return true }
            guard let day = one.decision.facts.decidedOn else { return false }
            return period.from <= day && day <= period.until
        }
    }

    private func period(_ text: String) throws -> ReportPeriod {
        guard let period = ReportPeriod(text) else {
            throw ServiceError(
                .use, "“\(text)”不是期间；请写成 2026、2026-Q1、2026-03 或 2026-01-01..2026-06-30。")
        }
        return period
    }
}
