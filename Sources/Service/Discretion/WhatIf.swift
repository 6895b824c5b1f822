package import Law
package import Ledger

/// Past decisions held to a draft benchmark: which would lie outside what the draft allows.
package struct WhatIf: Sendable {
    package struct Line: Sendable {
        package let decision: String
        package let caseID: String
        package let unit: String
        package let frame: PenaltyFrame?
        package let tier: Benchmark.Tier?
        package let imposed: String
        /// As judged by the benchmark of its own time.
        package let before: DiscretionStanding
        package let after: DiscretionStanding
        package let permitted: [Permitted]
    }

    package let draft: Benchmark
    /// Decisions of the draft's acts under the draft's law.
    package let tried: Int
    package let standings: [DiscretionStanding: Int]
    /// Those that leave their interval, first those that lie inside theirs today.
    package let lines: [Line]
    /// What is not recorded where the draft's tier cannot be told, with how often.
    package let missing: [(what: String, decisions: Int)]

    init(_ draft: Benchmark, _ trials: [(past: JudgedDecision, tried: Discretion)]) {
        self.draft = draft
        let own = trials.filter { $0.tried.benchmark != nil }
        tried = own.count
        standings = Dictionary(grouping: own) { $0.tried.standing }.mapValues(\.count)
        let undecided = own.filter { $0.tried.standing == .undecided }.flatMap { $0.tried.missing }
        missing = Dictionary(grouping: undecided, by: \.self).sorted { $0.key < $1.key }.map {
            ($0.key, $0.value.count)
        }
        let leaving = own.filter { $0.tried.standing.isOutside }.map { trial in
            Line(
                decision: trial.past.decision.id, caseID: trial.past.decision.caseID,
                unit: trial.past.decision.unit, frame: trial.tried.frame, tier: trial.tried.tier,
                imposed: trial.tried.imposed?.chinese ?? "", before: trial.past.discretion.standing,
                after: trial.tried.standing, permitted: trial.tried.permitted)
        }
        lines = leaving.filter { $0.before == .within } + leaving.filter { $0.before != .within }
    }

    package var leaving: Int { lines.count { $0.before == .within } }

    package var report: [String] {
        let counts = DiscretionStanding.allCases.map { "\($0.chinese) \(standings[$0] ?? 0)" }
        return [
            "按草案\(draft.shown)试算 \(tried) 件处罚决定：\(counts.joined(separator: "，"))",
            "原在区间之内、按草案不在区间之内的 \(leaving) 件",
        ] + missing.map { "  没有记载“\($0.what)”，无法定阶次的 \($0.decisions) 件" } + lines.map(\.text)
    }

    package var json: JSONValue {
        .object([
            JSONMember("draft", .string(draft.id)), JSONMember("tried", .number(tried)),
            JSONMember("standings", standings.json), JSONMember("leaving", .number(leaving)),
            JSONMember(
                "missing",
                .array(missing.map { ["what": .string($0.what), "decisions": .number($0.decisions)] })),
            JSONMember("decisions", .array(lines.map(\.json))),
        ])
    }
}

extension WhatIf.Line {
    var text: String {
        let allowed = permitted.map(\.chinese).joined(separator: "；")
        return
            "  \(decision)\t\(unit)\t\(frame?.name ?? "")\t\(tier?.name ?? "")\t\(imposed)\t原\(before.chinese)，按草案\(after.chinese)：\(allowed)"
    }

    var json: JSONValue {
        .object([
            JSONMember("decision", .string(decision)), JSONMember("case", .string(caseID)),
            JSONMember("unit", .string(unit)), JSONMember("frame", .text(frame?.id)),
            JSONMember("tier", .text(tier?.id)), JSONMember("imposed", .string(imposed)),
            JSONMember("before", .string(before.rawValue)), JSONMember("after", .string(after.rawValue)),
            JSONMember("permitted", .array(permitted.map(\.json))),
        ])
    }
}
