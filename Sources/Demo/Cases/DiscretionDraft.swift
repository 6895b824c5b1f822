import Law

/// What a decision records about the bureau's benchmark: which one, the circumstances that its tiers turn on, and a
/// departure from it.
struct DiscretionDraft: Sendable {
    var benchmark: String?
    /// Yuan: the stake, the goods' value.
    var amount: Int?
    var lastedMinutes: Int?
    var injury: Injury?
    var departureReason: String?
    var departureApprover: String?
    var departureApprovedAt: Moment?
    /// The office did not record what the tiers turn on.
    var isUntold = false

    enum Injury: String, Sendable {
        case belowSlight = "below-slight"
        case slight
    }
}

extension CaseDraft {
    /// Records for each security decision the bureau's benchmark and circumstances of the tier that the penalty lies in;
    /// what a fault has set stays. The tiers are those of `Packs/police-bureau/benchmarks/sample.yaml`.
    mutating func recordCircumstances() {
        guard category == .security, let frame, let act = (actEndedAt ?? actAt)?.day else { return }
        let isNew = act >= Era.newLaw
        for ref in steps(.decision) where DiscretionDraft.frames.contains(frame) {
            var discretion = self[ref].discretion
            discretion.benchmark = isNew ? "sample-2026" : "sample-2024"
            if !discretion.isUntold { discretion.fill(frame, self[ref], isNew: isNew) }
            self[ref].discretion = discretion
        }
    }
}

extension DiscretionDraft {
    static let frames = ["gambling", "disorder-unit-public-transport", "assault", "theft-fraud-etc"]

    fileprivate mutating func fill(_ frame: String, _ decision: EventDraft, isNew: Bool) {
        let (fine, days) = (decision.fine ?? 0, decision.detentionDays ?? 0)
        // Spread by the amounts themselves, so that no other draw of the year moves.
        let spread = (fine * 7 + days * 13) % 40
        switch frame {
        case "gambling":
            let isSmall = fine <= (isNew ? 500 : 300)
            amount =
                amount ?? Self.amount(decision, isSmall, small: 200, plain: 1000, graver: 3000, spread * 20)
        case "theft-fraud-etc":
            let isSmall = days <= 7 && fine <= (isNew ? 1000 : 300)
            amount =
                amount ?? Self.amount(decision, isSmall, small: 60, plain: 500, graver: 1000, spread * 11)
        case "assault":
            injury = injury ?? (decision.tier == "lighter" ? .belowSlight : .slight)
        default:
            let isShort = fine <= (isNew ? 200 : 100)
            lastedMinutes = lastedMinutes ?? (isShort ? 5 + spread % 26 : 31 + spread * 2)
        }
    }

    private static func amount(
        _ decision: EventDraft, _ isSmall: Bool, small: Int, plain: Int, graver: Int, _ more: Int
    ) -> Int {
        (decision.tier == "graver" ? graver : isSmall ? small : plain) + more
    }
}
