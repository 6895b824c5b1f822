package import Law
package import Ledger

/// Decisions under the same version of the benchmark, for the same act, in the same tier: how far apart they are, unit by
/// unit. Amounts and units only: no party, no officer, nothing that tells two persons apart.
package struct LikeCases: Sendable {
    /// The least, the middle and the most of some amounts.
    package struct Spread: Sendable {
        package let count: Int
        package let least: Number
        package let median: Number
        package let most: Number

        init?(_ amounts: [Number]) {
            let sorted = amounts.sorted()
            guard let first = sorted.first, let last = sorted.last else { return nil }
            count = sorted.count
            (least, most) = (first, last)
            let middle = sorted.count / 2
            median =
                sorted.count % 2 == 1
                ? sorted[middle] : Number(ticks: (sorted[middle - 1].ticks + sorted[middle].ticks) / 2)
        }
    }

    package struct Unit: Sendable {
        package let name: String
        package let decisions: Int
        package let fine: Spread?
        package let days: Spread?
        package let standings: [DiscretionStanding: Int]
    }

    package let benchmark: String
    package let frame: String
    package let tier: String
    package let tierName: String
    /// All units together first, then each by name.
    package let units: [Unit]

    package static let all = "全部单位"

    init(
        _ benchmark: Benchmark, _ frame: PenaltyFrame, _ tier: Benchmark.Tier, among judged: [JudgedDecision]
    ) {
        self.benchmark = benchmark.id
        self.frame = frame.id
        self.tier = tier.id
        tierName = tier.name
        let like = judged.filter {
            $0.discretion.benchmark?.id == benchmark.id && $0.discretion.frame?.id == frame.id
                && $0.discretion.tier?.id == tier.id
        }
        let byUnit = Dictionary(grouping: like, by: \.decision.unit).sorted { $0.key < $1.key }
        units = [Unit(Self.all, like)] + byUnit.map { Unit($0.key, $0.value) }
    }

    package var lines: [String] {
        let heads = "  单位\t件数\t罚款（件数：最低／中位／最高）\t拘留（件数：最低／中位／最高）\t阶次之外"
        return ["  同类（同一基准、同一行为、同一阶次“\(tierName)”）：", heads]
            + units.map { unit in
                let outside = unit.standings.filter { $0.key.isOutside }.values.reduce(0, +)
                return
                    "  \(unit.name)\t\(unit.decisions)\t\(unit.fine.shown("元"))\t\(unit.days.shown("日"))\t\(outside)"
            }
    }

    package var json: JSONValue {
        [
            "benchmark": .string(benchmark), "frame": .string(frame), "tier": .string(tier),
            "units": .array(units.map(\.json)),
        ]
    }
}

extension LikeCases.Unit {
    fileprivate init(_ name: String, _ judged: [JudgedDecision]) {
        self.name = name
        decisions = judged.count
        func amounts(_ kind: PenaltyFrame.Kind) -> [Number] {
            judged.compactMap { $0.discretion.imposed?.amounts[kind] }
        }
        fine = LikeCases.Spread(amounts(.fine))
        days = LikeCases.Spread(amounts(.detentionDays))
        standings = Dictionary(grouping: judged, by: \.discretion.standing).mapValues(\.count)
    }

    var json: JSONValue {
        .object([
            JSONMember("unit", .string(name)), JSONMember("decisions", .number(decisions)),
            JSONMember("fine", fine?.json ?? .null), JSONMember("detentionDays", days?.json ?? .null),
            JSONMember("standings", standings.json),
        ])
    }
}

extension [DiscretionStanding: Int] {
    var json: JSONValue {
        .object(DiscretionStanding.allCases.map { JSONMember($0.rawValue, .number(self[$0] ?? 0)) })
    }
}

extension LikeCases.Spread {
    var json: JSONValue {
        ["count": .number(count), "least": least.json, "median": median.json, "most": most.json]
    }
}

extension LikeCases.Spread? {
    /// `3：200／350／500元`
    package func shown(_ unit: String) -> String {
        map { "\($0.count)：\($0.least)／\($0.median)／\($0.most)\(unit)" } ?? "—"
    }
}
