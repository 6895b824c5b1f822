/// Where a decision falls.
package enum DiscretionStanding: String, CaseIterable, Sendable {
    case within, above, below
    /// Neither above nor below: one kind of penalty is more, another less.
    case beside
    /// What is needed is not recorded, or no text says how.
    case undecided

    package var chinese: String {
        switch self {
        case .within: "在区间之内"
        case .above: "高于区间"
        case .below: "低于区间"
        case .beside: "不在区间之内（处罚种类不同）"
        case .undecided: "不明"
        }
    }

    package var isOutside: Bool { self == .above || self == .below || self == .beside }
}

extension [Permitted] {
    func standing(of imposed: ImposedPenalty) -> DiscretionStanding {
        if contains(where: { $0.allows(imposed) }) { return .within }
        let all = filter { !$0.isOpen }.flatMap(\.outcomes)
        let found = all.isEmpty ? (imposed.isNone ? .within : .above) : standing(of: imposed, among: all)
        // Below, where something below is allowed but no text says how far: a person's judgement.
        return found != .above && contains(where: \.isOpen) ? .undecided : found
    }

    private func standing(
        of imposed: ImposedPenalty, among outcomes: [PenaltyOutcome]
    ) -> DiscretionStanding {
        if imposed.isNone { return .below }
        let same = outcomes.filter {
            $0.hasWarning == imposed.hasWarning && Set($0.ranges.keys) == Set(imposed.amounts.keys)
        }
        if !same.isEmpty { return compare(imposed, same) }
        let (days, fine) = (PenaltyFrame.Kind.detentionDays, PenaltyFrame.Kind.fine)
        let detains = imposed.amounts[days] != nil
        if detains, outcomes.allSatisfy({ $0.ranges[days] == nil }) { return .above }
        if !detains, outcomes.allSatisfy({ $0.ranges[days] != nil }) { return .below }
        let alike = outcomes.filter { ($0.ranges[days] != nil) == detains }
        let fines = imposed.amounts[fine] != nil
        if fines, alike.allSatisfy({ $0.ranges[fine] == nil }) { return .above }
        if !fines, alike.allSatisfy({ $0.ranges[fine] != nil }) { return .below }
        return .beside
    }

    /// Against outcomes of the same kinds, as long as all that differs goes one way.
    private func compare(_ imposed: ImposedPenalty, _ outcomes: [PenaltyOutcome]) -> DiscretionStanding {
        var (isAbove, isBelow) = (false, false)
        for (kind, amount) in imposed.amounts {
            guard let hull = outcomes.hull(of: kind) else { continue }
            if amount > hull.most { isAbove = true }
            if amount < hull.least { isBelow = true }
        }
        return isAbove == isBelow ? .beside : isAbove ? .above : .below
    }
}
