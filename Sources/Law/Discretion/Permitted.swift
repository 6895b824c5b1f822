/// One way in which the decision may be made: within the tier, below it, or not at all.
package struct Permitted: Sendable {
    package enum Way: String, Sendable { case within, reduced, none }

    package let way: Way
    package let outcomes: [PenaltyOutcome]
    /// Amounts below these leasts: 减轻 ends below the least, which does not belong to it.
    package let below: [PenaltyFrame.Kind: Number]
    /// The texts do not say how: a person decides, and nothing is called above or below.
    package let isOpen: Bool

    package init(
        _ way: Way, _ outcomes: [PenaltyOutcome] = [], below: [PenaltyFrame.Kind: Number] = [:],
        isOpen: Bool = false
    ) {
        self.way = way
        self.outcomes = outcomes
        self.below = below
        self.isOpen = isOpen
    }

    package var chinese: String {
        switch way {
        case .within: outcomes.chinese
        case .none: "不予处罚"
        case .reduced where isOpen: "减轻：法定“或者”的处罚怎样减轻，没有见到规定，由人决定"
        case .reduced: "减轻：" + outcomes.map(shown).joined(separator: "，或者")
        }
    }

    private func shown(_ outcome: PenaltyOutcome) -> String {
        PenaltyFrame.Kind.inOrder.compactMap { kind in
            guard let range = outcome.ranges[kind] else { return nil }
            let isBelow = below[kind] == range.most
            return kind.chinese + (isBelow ? "不满\(range.most)\(kind.unit)" : range.chinese(kind.unit))
        }.joined(separator: "，并处")
    }

    /// Whether what was imposed is one of the outcomes.
    package func allows(_ imposed: ImposedPenalty) -> Bool {
        if way == .none { return imposed.isNone }
        return !imposed.isNone
            && outcomes.contains { outcome in
                outcome.hasWarning == imposed.hasWarning
                    && Set(outcome.ranges.keys) == Set(imposed.amounts.keys)
                    && outcome.ranges.allSatisfy { kind, range in
                        guard let amount = imposed.amounts[kind], range.contains(amount) else { return false }
                        return below[kind] != range.most || amount < range.most
                    }
            }
    }
}

/// 减轻处罚: below what the statutory tier begins with.
///
/// Source: 公安部关于执行治安管理处罚法有关问题的解释（二） item 4 as 沪公行规〔2023〕5号 repeats it, for the 2012 law; its text was
/// seen only in excerpts (待核), and nobody has said that it holds for the 2025 law or for 拘留或者罚款.
enum Reduction {
    static func of(_ outcomes: [PenaltyOutcome]) -> Permitted {
        let shapes = outcomes.map(\.shape)
        let zero = Number(0)
        guard shapes.allSatisfy({ !$0.hasWarning }), outcomes.allSatisfy(\.also.isEmpty) else {
            return Permitted(.reduced, isOpen: true)
        }
        if outcomes.count == 1, outcomes[0].ranges.count == 1, let (kind, range) = outcomes[0].ranges.first {
            return below(kind, range)
        }
        if outcomes.count == 1, let days = outcomes[0].ranges[.detentionDays],
            let fine = outcomes[0].ranges[.fine]
        {
            // 并处: one or both below, or detention alone within its range.
            var found = [PenaltyOutcome(ranges: [.detentionDays: days])]
            let lowDays = PenaltyFrame.Range(zero, days.least)
            let lowFine = PenaltyFrame.Range(zero, fine.least)
            if days.least > zero {
                found.append(PenaltyOutcome(ranges: [.detentionDays: lowDays, .fine: fine]))
            }
            if fine.least > zero {
                found.append(PenaltyOutcome(ranges: [.detentionDays: days, .fine: lowFine]))
            }
            if days.least > zero, fine.least > zero {
                found.append(PenaltyOutcome(ranges: [.detentionDays: lowDays, .fine: lowFine]))
            }
            return Permitted(
                .reduced, found,
                below: [.detentionDays: days.least, .fine: fine.least].filter { $0.value > zero })
        }
        // 可以并处: detention below its range.
        let isOptionalFine =
            Set(shapes.map(\.kinds)) == [[.detentionDays], [.detentionDays, .fine]]
        if isOptionalFine, let days = outcomes.hull(of: .detentionDays) { return below(.detentionDays, days) }
        return Permitted(.reduced, isOpen: true)
    }

    /// Below the range or, where there is no room below, none.
    private static func below(_ kind: PenaltyFrame.Kind, _ range: PenaltyFrame.Range) -> Permitted {
        guard range.least > Number(0) else { return Permitted(.none) }
        let low = PenaltyFrame.Range(Number(0), range.least)
        return Permitted(.reduced, [PenaltyOutcome(ranges: [kind: low])], below: [kind: range.least])
    }
}
