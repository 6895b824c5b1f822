import Law

extension Fault {
    /// 传唤、询问查证时限、通知家属: 治安管理处罚法(2012) 第83条，(2025) 第96、97条.
    static let summons: [Fault] = [
        Fault("summons-approved-a-minute-late", .after) {
            let summons = $0.step(.summons)
            $0[summons].approvedAt = $0[summons].at?.adding(minutes: 1)
            $0.breaks("summons-approved", summons)
        },
        Fault("stay-8h-and-a-minute-2012", .before) { $0.stay(481, breaking: "inquiry-max-2012") },
        Fault("stay-8h-sharp-2012", .before) { $0.stay(480) },
        Fault("stay-24h-and-a-minute-2012", .before, needs: complexDetention) {
            $0.stay(1441, breaking: "inquiry-max-2012")
        },
        Fault("stay-8h-and-a-minute-2025", .after) { $0.stay(481, breaking: "inquiry-max-2025") },
        Fault("stay-12h-and-a-minute-2025", .after, needs: { $0.inquiry = .manyPersons }) {
            $0.stay(721, breaking: "inquiry-max-2025")
        },
        Fault("stay-12h-sharp-2025", .after, needs: { $0.inquiry = .identityUnknown }) { $0.stay(720) },
        Fault("stay-24h-and-a-minute-2025", .after, needs: complexDetention) {
            $0.stay(1441, breaking: "inquiry-max-2025")
        },
        Fault("stay-24h-sharp-2025", .after, needs: complexDetention) { $0.stay(1440) },
        Fault("family-never-told-2012", .before) {
            $0.drop(.familyNotified)
            $0.breaks("family-notified-of-summons", $0.step(.arrival))
        },
        Fault("family-never-told-2025", .after) {
            $0.drop(.familyNotified)
            $0.breaks("family-notified-of-summons", $0.step(.arrival))
        },
        Fault("no-meal-or-rest", .after) {
            let arrival = $0.step(.arrival)
            $0[arrival].mealRestNoted = false
            $0.breaks("food-and-rest", arrival)
        },
    ]

    /// Twenty-four hours: complex, and detention possible.
    static let complexDetention: @Sendable (inout CaseShape) -> Void = {
        $0.inquiry = .complexDetention
        $0.isComplex = true
        $0.sanction = .theft
    }
}

extension Fault.Site {
    /// Keeps the suspect so many minutes, in the venue all the while.
    mutating func stay(_ minutes: Int, breaking rule: String? = nil) {
        let arrival = step(.arrival)
        self[arrival].endedAt = self[arrival].at?.adding(minutes: minutes)
        for index in draft.visits.indices where draft.visits[index].event == arrival {
            draft.visits[index].leftAt = self[arrival].endedAt
        }
        if let rule { breaks(rule, arrival) }
    }
}
