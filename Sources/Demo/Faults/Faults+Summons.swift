import Law

extension Fault {
    /// 传唤、询问查证时限、通知家属、办案场所: 治安管理处罚法(2012) 第82、83条，(2025) 第96、97条.
    static let summons: [Fault] = [
        Fault("summons-approved-a-minute-late-2025", .before, change: approvedLate),
        Fault("summons-approved-a-minute-late-2026", .after, change: approvedLate),
        Fault("summons-approved-just-in-time", .after) {
            let summons = $0.step(.summons)
            $0[summons].approvedAt = $0[summons].at
        },
        Fault("stay-8h-and-a-minute-2012", .before) { $0.stayWithoutGround("inquiry-max-2012") },
        Fault("stay-8h-sharp-2012", .before) { $0.stay(480) },
        Fault("stay-24h-and-a-minute-2012", .before, needs: complexDetention) {
            $0.stay(1441, breaking: "inquiry-max-2012")
        },
        Fault("stay-24h-sharp-2012", .before, needs: complexDetention) { $0.stay(1440) },
        Fault("stay-8h-and-a-minute-2025", .after) { $0.stayWithoutGround("inquiry-max-2025") },
        Fault("stay-12h-and-a-minute-2025", .after, needs: { $0.inquiry = .manyPersons }) {
            $0.stay(721, breaking: "inquiry-max-2025")
        },
        Fault("stay-12h-sharp-2025", .after, needs: { $0.inquiry = .identityUnknown }) { $0.stay(720) },
        Fault("stay-24h-and-a-minute-2025", .after, needs: complexDetention) {
            $0.stay(1441, breaking: "inquiry-max-2025")
        },
        Fault("stay-24h-sharp-2025", .after, needs: complexDetention) { $0.stay(1440) },
        Fault("family-never-told-2025", .before, change: familyNotTold),
        Fault("family-never-told-2026", .after, change: familyNotTold),
        Fault("never-taken-to-the-venue-2025", .before, change: outsideVenue),
        Fault("never-taken-to-the-venue-2026", .after, change: outsideVenue),
        Fault("thirty-one-minutes-outside-the-venue", .after) {
            let arrival = $0.step(.arrival)
            $0.enterVenue(arrival, after: 31)
            $0.breaks("area-enter-at-once", arrival)
        },
        Fault("thirty-minutes-outside-the-venue", .before) { $0.enterVenue($0.step(.arrival), after: 30) },
        Fault("no-safety-check", .after) {
            $0.draft.visits[0].safetyChecked = false
            $0.breaks("area-safety-check", "venue-visit", $0.draft.id(of: $0.draft.visits[0]))
        },
    ]

    /// Twenty-four hours: complex, and detention possible.
    static let complexDetention: @Sendable (inout CaseShape) -> Void = {
        $0.inquiry = .complexDetention
        $0.isComplex = true
        $0.sanction = .theft
    }

    private static let approvedLate: @Sendable (inout Site) -> Void = {
        let summons = $0.step(.summons)
        $0[summons].approvedAt = $0[summons].at?.adding(minutes: 1)
        $0.breaks("summons-approved", summons)
    }

    private static let familyNotTold: @Sendable (inout Site) -> Void = {
        $0.drop(.familyNotified)
        $0.breaks("family-notified-of-summons", $0.step(.arrival))
    }

    private static let outsideVenue: @Sendable (inout Site) -> Void = {
        $0.draft.visits = []
        $0.breaks("inquiry-in-case-area", $0.step(.arrival))
        $0.counters(.allCasesInVenue, "case", $0.draft.number)
    }
}

extension Fault.Site {
    /// Keeps the suspect so many minutes, in the venue all the while.
    fileprivate mutating func stay(_ minutes: Int, breaking rule: String? = nil) {
        let arrival = step(.arrival)
        self[arrival].endedAt = self[arrival].at?.adding(minutes: minutes)
        draft.visits[0].leftAt = self[arrival].endedAt
        if let rule {
            breaks(rule, arrival)
            breaks("area-stay-limit", "venue-visit", draft.id(of: draft.visits[0]))
        }
    }

    /// A minute over eight hours, and nothing on record that would allow it.
    fileprivate mutating func stayWithoutGround(_ rule: String) {
        stay(481, breaking: rule)
        breaks("inquiry-extension-recorded", step(.arrival))
    }

    fileprivate mutating func enterVenue(_ arrival: EventRef, after minutes: Int) {
        guard let arrived = self[arrival].at else { return }
        draft.visits[0].enteredAt = arrived.adding(minutes: minutes)
    }
}
