package import Law
package import Ledger

/// Decisions outside the interval of their tier in a period, with and without reasons.
package struct Departures: Sendable {
    package struct Line: Sendable {
        package let decision: String
        package let caseID: String
        package let unit: String
        package let frame: PenaltyFrame?
        package let tier: Benchmark.Tier?
        package let standing: DiscretionStanding
        package let imposed: String
        package let reason: String?
        package let isApproved: Bool
    }

    package let period: String
    /// Of decisions that a benchmark's tier was found for, or should have been.
    package let standings: [DiscretionStanding: Int]
    /// How many of each unit's decisions, and how many outside.
    package let units: [(name: String, judged: Int, outside: Int)]
    package let lines: [Line]

    init(_ period: String, _ judged: [JudgedDecision]) {
        self.period = period
        let own = judged.filter { $0.discretion.benchmark != nil }
        standings = Dictionary(grouping: own, by: \.discretion.standing).mapValues(\.count)
        units = Dictionary(grouping: own, by: \.decision.unit).sorted { $0.key < $1.key }.map { unit in
            (unit.key, unit.value.count, unit.value.count { $0.discretion.isDeparture })
        }
        lines = own.filter(\.discretion.isDeparture).map { one in
            let departure = one.discretion.departure
            return Line(
                decision: one.decision.id, caseID: one.decision.caseID, unit: one.decision.unit,
                frame: one.discretion.frame, tier: one.discretion.tier, standing: one.discretion.standing,
                imposed: one.discretion.imposed?.chinese ?? "", reason: departure?.reason,
                isApproved: departure?.approvedBy != nil && departure?.approvedAt != nil)
        }
    }

    package var reasoned: Int { lines.count { $0.reason != nil } }
    package var approved: Int { lines.count { $0.reason != nil && $0.isApproved } }

    package var report: [String] {
        let counts = DiscretionStanding.allCases.map { "\($0.chinese) \(standings[$0] ?? 0)" }
        return [
            "\(period)，有裁量基准可依的处罚决定 \(standings.values.reduce(0, +)) 件：\(counts.joined(separator: "，"))",
            "不在区间之内 \(lines.count) 件：写明理由 \(reasoned) 件（其中有批准人和批准时间 \(approved) 件），没有写明理由 \(lines.count - reasoned) 件",
        ] + units.map { "  \($0.name)\t\($0.judged) 件\t不在区间之内 \($0.outside) 件" } + lines.map(\.text)
    }

    package var json: JSONValue {
        .object([
            JSONMember("period", .string(period)), JSONMember("standings", standings.json),
            JSONMember("reasoned", .number(reasoned)), JSONMember("approved", .number(approved)),
            JSONMember(
                "units",
                .array(
                    units.map {
                        [
                            "unit": .string($0.name), "judged": .number($0.judged),
                            "outside": .number($0.outside),
                        ]
                    })),
            JSONMember("departures", .array(lines.map(\.json))),
        ])
    }
}

extension Departures.Line {
    var text: String {
        let why = reason.map { "理由：\($0)\(isApproved ? "（已批准）" : "（没有批准的记载）")" } ?? "没有写明理由"
        return
            "  \(decision)\t\(unit)\t\(frame?.name ?? "")\t\(tier?.name ?? "")\t\(imposed)\t\(standing.chinese)\t\(why)"
    }

    var json: JSONValue {
        .object([
            JSONMember("decision", .string(decision)), JSONMember("case", .string(caseID)),
            JSONMember("unit", .string(unit)), JSONMember("frame", .text(frame?.id)),
            JSONMember("tier", .text(tier?.id)), JSONMember("standing", .string(standing.rawValue)),
            JSONMember("imposed", .string(imposed)), JSONMember("reason", .text(reason)),
            JSONMember("approved", .boolean(isApproved)),
        ])
    }
}
