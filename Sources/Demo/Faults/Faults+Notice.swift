import Law

extension Fault {
    /// 告知、听证: 2012 第94、98条，2025 第112、117条；行政处罚法 第64条.
    static let notice: [Fault] = [
        Fault("never-told-2025", .before, change: neverTold),
        Fault("never-told-2026", .after, change: neverTold),
        Fault("told-at-the-very-decision", .after) {
            $0[$0.step(.penaltyNotice)].at = $0[$0.step(.decision)].at
            $0.breaks("pre-decision-notice", $0.step(.decision))
        },
        unheard("2000-yuan-2012", .before, fine: 2000, breaking: "hearing-right-2012"),
        unheard("1999-yuan-2012", .before, fine: 1999, breaking: nil),
        unheard("4000-yuan-2025", .after, fine: 4000, breaking: "hearing-right-2025"),
        unheard("3999-yuan-2025", .after, fine: 3999, breaking: nil),
        Fault("3000-yuan-for-an-act-of-the-last-day-of-2025", .after, needs: { $0.heavyFine(3000) }) {
            $0.act(at: Moment(Era.newLaw.adding(days: -1), hour: 23, minute: 59))
            $0.breaks("hearing-right-2012", $0.step(.decision))
        },
        Fault("3000-yuan-for-an-act-of-the-first-day-of-2026", .after, needs: { $0.heavyFine(3000) }) {
            $0.act(at: Moment(Era.newLaw))
        },
        Fault("decided-on-the-fifth-working-day", .before, needs: { $0.hearable(.lapsed, .before) }) {
            $0.tellOfHearing(workingDays: 5)
            $0.breaks("hearing-request-window", $0.step(.decision))
        },
        Fault("decided-on-the-sixth-working-day", .after, needs: { $0.hearable(.lapsed, .after) }) {
            $0.tellOfHearing(workingDays: 6)
        },
        Fault("heard-on-the-sixth-working-day", .after, needs: { $0.hearable(.held, .after) }) {
            $0.notifyOfHearing(workingDays: 6)
            $0.breaks("hearing-notice-7-days", $0.step(.hearing))
        },
        Fault("heard-on-the-eighth-working-day", .before, needs: { $0.hearable(.held, .before) }) {
            $0.notifyOfHearing(workingDays: 8)
        },
        Fault("heard-by-an-investigator", .before, needs: { $0.hearable(.held, .before) }) {
            $0[$0.step(.hearing)].actor = $0.draft.handlers[0]
            $0.breaks("hearing-chair-independent", $0.step(.hearing))
        },
    ]

    private static let neverTold: @Sendable (inout Site) -> Void = {
        $0.drop(.penaltyNotice)
        $0.breaks("pre-decision-notice", $0.step(.decision))
    }

    /// 赌博（情节严重） with a fine of that many yuan and no word of a hearing.
    private static func unheard(_ id: String, _ era: Era, fine: Int, breaking rule: String?) -> Fault {
        Fault("unheard-\(id)", era, needs: { $0.heavyFine(fine) }) {
            if let rule { $0.breaks(rule, $0.step(.decision)) }
        }
    }
}

extension CaseShape {
    fileprivate mutating func heavyFine(_ yuan: Int) {
        sanction = .both("赌博（情节严重）", "gambling", "graver", 10...15, yuan...yuan)
    }

    mutating func hearable(_ hearing: Hearing, _ era: Era) {
        sanction = .hearable(era)
        self.hearing = hearing
    }
}

extension Fault.Site {
    /// Puts the act there; the victim complained in time, so the six months of limitation do not matter.
    mutating func act(at moment: Moment) {
        draft.actAt = moment
        draft.actEndedAt = moment
        draft.complainedInTime = true
        if moment.day < Era.newLaw { compareTheLaws() }
    }

    /// 行政处罚法 第37条: the decision says which law it applies and why, where act and decision lie on two sides of the change.
    mutating func compareTheLaws() {
        self[step(.decision)].reason = CaseMaker.comparison
        self[step(.decision)].appliedLaw = .old
    }

    fileprivate mutating func tellOfHearing(workingDays: Int) {
        guard let decided = self[step(.decision)].at else { return }
        self[step(.hearingRightNotice)].at = Moment(
            self.workingDays(workingDays, before: decided.day), hour: 9)
    }

    mutating func notifyOfHearing(workingDays: Int) {
        guard let heard = self[step(.hearing)].at else { return }
        let day = self.workingDays(workingDays, before: heard.day)
        self[step(.hearingRequested)].at = Moment(day, hour: 9)
        self[step(.hearingNotified)].at = Moment(day, hour: 17)
    }
}
