import Law

extension Fault {
    /// 裁量基准: outside the tier without a reason, a departure without approval, circumstances untold; and as decoys the
    /// top of a tier, a bound between two, a reasoned and approved departure.
    static let discretion: [Fault] = fines + detentions + departures

    private static let fines: [Fault] = [
        gambled("stake-too-small-for-the-fine-2024", .before, fine: 400, stake: 600, breaks: true),
        gambled("stake-too-small-for-the-fine-2026", .after, fine: 800, stake: 999, breaks: true),
        gambled("fine-too-small-for-the-stake-2026", .after, fine: 300, stake: 1000, breaks: true),
        gambled("fine-at-the-top-of-its-tier", .after, fine: 500, stake: 999, breaks: false),
        gambled("stake-on-the-bound-of-two-tiers", .after, fine: 600, stake: 1000, breaks: false),
        Fault("stake-not-recorded", .after, needs: { $0.sanction = .gambled(450) }) {
            // 450 yuan lies in the tiers on either side of a thousand, but not in that of three thousand.
            $0[$0.step(.decision)].discretion.isUntold = true
            $0.hides("benchmark-fine", $0.step(.decision))
        },
    ]

    private static let detentions: [Fault] = [
        stole("detained-longer-than-the-value-2024", .before, days: 8, value: 300),
        stole("detained-longer-than-the-value-2026", .after, days: 10, value: 499),
        stole("detained-shorter-than-the-value-2026", .after, days: 6, value: 500),
    ]

    private static let departures: [Fault] = [
        Fault("departed-with-reason-and-approval", .after, needs: { $0.sanction = .stole(9) }) {
            $0.depart(value: 300, approvedAfter: 0)
        },
        Fault("departed-without-approval", .after, needs: { $0.sanction = .stole(9) }) {
            $0.depart(value: 300, approvedAfter: nil)
            $0.breaks("benchmark-departure-approved", $0.step(.decision))
        },
        Fault("departure-approved-a-minute-late", .before, needs: { $0.sanction = .stole(9) }) {
            $0.depart(value: 300, approvedAfter: 1)
            $0.breaks("benchmark-departure-approved", $0.step(.decision))
        },
    ]

    private static func gambled(_ id: String, _ era: Era, fine: Int, stake: Int, breaks: Bool) -> Fault {
        Fault(id, era, needs: { $0.sanction = .gambled(fine) }) {
            $0[$0.step(.decision)].discretion.amount = stake
            if breaks { $0.breaks("benchmark-fine", $0.step(.decision)) }
        }
    }

    private static func stole(_ id: String, _ era: Era, days: Int, value: Int) -> Fault {
        Fault(id, era, needs: { $0.sanction = .stole(days) }) {
            $0[$0.step(.decision)].discretion.amount = value
            $0.breaks("benchmark-detention", $0.step(.decision))
        }
    }
}

extension Sanction {
    fileprivate static func gambled(_ yuan: Int) -> Sanction { .fine("赌博", "gambling", "basic", yuan...yuan) }

    fileprivate static func stole(_ days: Int) -> Sanction {
        Sanction(
            act: "盗窃", frame: "theft-fraud-etc", tier: "basic", kinds: [.detention], days: days...days)
    }
}

extension Fault.Site {
    /// More days than the goods' value gives, and why; approved so many minutes after the decision, or never.
    fileprivate mutating func depart(value: Int, approvedAfter minutes: Int?) {
        let decision = step(.decision)
        self[decision].discretion.amount = value
        self[decision].discretion.departureReason = "盗窃对象是独居老人赖以生活的财物"
        guard let minutes else { return }
        self[decision].discretion.departureApprover = leader
        self[decision].discretion.departureApprovedAt = self[decision].at?.adding(minutes: minutes)
    }
}
