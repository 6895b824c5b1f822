import Law

extension Fault {
    /// Records that do not say what a rule needs: 不明, never 合规.
    static let gaps: [Fault] = [
        Fault("left-when-unknown-2025", .before) {
            $0[$0.step(.arrival)].endedAt = nil
            $0.draft.visits[0].leftAt = nil
            $0.hides("inquiry-max-2012", $0.step(.arrival))
            $0.hides("inquiry-extension-recorded", $0.step(.arrival))
            $0.hidesStay()
        },
        Fault("left-when-unknown-2026", .after) {
            $0[$0.step(.arrival)].endedAt = nil
            $0.draft.visits[0].leftAt = nil
            $0.hides("inquiry-max-2025", $0.step(.arrival))
            $0.hides("inquiry-extension-recorded", $0.step(.arrival))
            $0.hidesStay()
        },
        Fault("inquiry-ended-when-unknown", .after) {
            let inquiry = $0.step(.inquiry)
            $0[inquiry].endedAt = nil
            $0.hides("inquiry-recorded-2026", inquiry)
            $0.hides("inquiry-separately", inquiry)
        },
        Fault("discovered-when-unknown", .before) {
            $0.draft.discoveredAt = nil
            $0.hidesCase("limitation-6-months")
        },
        Fault("complexity-unknown-in-a-long-stay", .after, needs: complexDetention) {
            let arrival = $0.step(.arrival)
            $0[arrival].endedAt = $0[arrival].at?.adding(minutes: 600)
            $0.draft.visits[0].leftAt = $0[arrival].endedAt
            $0.draft.complex = nil
            $0.hides("inquiry-max-2025", arrival)
            $0.hidesStay()
            $0.hides("collective-discussion", $0.step(.decision))
        },
        Fault("rest-not-mentioned", .before) {
            $0[$0.step(.inquiry)].mealRestNoted = nil
            $0.hides("food-and-rest", $0.step(.inquiry))
        },
        Fault("foils-not-counted", .after, needs: { $0.lineup = .photo }) {
            $0[$0.step(.lineup)].foils = nil
            $0.hides("lineup-counts", $0.step(.lineup))
        },
        Fault("stop-question-ended-when-unknown", .before, needs: { $0.stopQuestion = .twelve }) {
            $0[$0.step(.stopQuestion)].endedAt = nil
            $0.hides("stop-question-limit", $0.step(.stopQuestion))
            $0.hides("stop-question-approval-ladder", $0.step(.stopQuestion))
        },
        Fault("proofs-not-counted", .after) {
            $0.draft.evidenceBesidesStatement = nil
            $0.hides("confession-alone-insufficient", $0.step(.decision))
        },
        Fault("preserved-between-the-two-readings", .before, needs: { $0.isPreserved = true }) {
            let preservation = $0.step(.preservation)
            $0[preservation].endedAt = Moment($0.due(preservation, days: 7).adding(days: 1), hour: 9)
            $0.hides("registered-preservation-7-days", preservation)
        },
        Fault("heard-on-the-seventh-working-day", .after, needs: { $0.hearable(.held, .after) }) {
            $0.notifyOfHearing(workingDays: 7)
            $0.hides("hearing-notice-7-days", $0.step(.hearing))
        },
        Fault("decided-when-unknown", .after) {
            // Neither which law's authority nor whether anything came in time can be told without the date.
            let decision = $0.step(.decision)
            $0[decision].at = nil
            for rule in [
                "pre-decision-notice", "authority-2012", "authority-2025", "confession-alone-insufficient",
                "served-2-days-security", "decision-contents", "order-to-correct", "penalty-legal-basis",
                "no-double-fine", "served-on-the-spot", "fine-offsets-criminal-fine",
            ] { $0.hides(rule, decision) }
            $0.hidesCase("case-limit-2025")
        },
        Fault("age-unknown", .after) {
            let offender = $0.draft.parties.startIndex
            $0.draft.parties[offender].ageBand = nil
            $0.draft.parties[offender].isPerson = true
            $0.hides("minor-appropriate-adult-2025", $0.step(.inquiry))
            $0.hides("age-under-14", $0.step(.decision))
            $0.hides("age-14-to-18", $0.step(.decision))
            $0.hides("minor-guardian-told-2026", $0.step(.penaltyNotice))
        },
    ]
}

extension Fault.Site {
    /// How long the person was in the venue cannot be told, or not held to one limit.
    fileprivate mutating func hidesStay() {
        hides("area-stay-limit", "venue-visit", draft.id(of: draft.visits[0]))
    }
}
