import Law

extension CaseMaker {
    /// 处罚前告知, and the guardian's hearing of it where the offender is a minor (第112条).
    mutating func giveNotice() {
        if shape.route == .fast { wait(minutes: 20...120) } else { wait(days: rng.between(1...3)) }
        let (officers, party) = (draft.handlers, offender)
        let notice = draft.add(.penaltyNotice, at: now) {
            $0.officers = officers
            $0.party = party
            $0.undisputed = true
            $0.paper = "行政处罚告知笔录"
        }
        tellGuardian(of: notice)
    }

    /// 治安管理处罚法(2025) 第112条第3款: a minor's guardian is told of the planned penalty too, and heard.
    private mutating func tellGuardian(of notice: EventRef) {
        let party = offender
        guard draft.parties[party.index].isMinor, let at = draft[notice].at else { return }
        draft.add(.guardianTold, at: at.adding(minutes: 10)) {
            $0.relatesTo = notice
            $0.party = party
        }
    }

    /// 听证: told, then waived, left to lapse after five working days, or held after seven days' notice.
    mutating func hear() {
        guard shape.hearing != .none else { return }
        wait(minutes: 5...20)
        let (officers, party) = (draft.handlers, offender)
        let told = draft.add(.hearingRightNotice, at: now) {
            $0.officers = officers
            $0.party = party
            $0.paper = "听证告知书"
        }
        switch shape.hearing {
        case .waived:
            wait(minutes: 5...60)
            draft.add(.hearingWaived, at: now) {
                $0.relatesTo = told
                $0.party = party
            }
        case .held: holdHearing(told)
        case .lapsed, .none: wait(workingDays: 6)
        }
    }

    private mutating func holdHearing(_ told: EventRef) {
        wait(workingDays: 1)
        let party = offender
        let request = draft.add(.hearingRequested, at: now) {
            $0.relatesTo = told
            $0.party = party
        }
        wait(minutes: 60...240)
        let notified = draft.add(.hearingNotified, at: now) {
            $0.relatesTo = request
            $0.party = party
        }
        wait(workingDays: 8)
        let chair = rng.pick(city.hearingChairs)
        let hearing = draft.add(.hearing, at: now) {
            $0.endedAt = $0.at?.adding(minutes: 120)
            $0.relatesTo = notified
            $0.party = party
            $0.actor = chair
            $0.place = .policePremises
            $0.openToPublic = true
            $0.noted = [.read, .signed]
        }
        draft.record(hearing)
        draft.add(.hearingReport, at: now.adding(minutes: 140)) {
            $0.relatesTo = hearing
            $0.party = party
            $0.actor = chair
        }
        now = now.adding(minutes: 150)
    }

    /// 法制审核 by a qualified reviewer who did not handle the case; 集体讨论 where it is complex or major.
    mutating func review() {
        let reviewer = rng.pick(city.reviewers)
        wait(minutes: 30...180)
        draft.add(.legalReview, at: now) {
            $0.actor = reviewer
            $0.unit = city.legal.name
            $0.passed = true
            $0.reviewPoints = ReviewPoint.allCases
        }
        guard needsDiscussion else { return }
        wait(minutes: 30...90)
        draft.add(.discussion, at: now) {
            $0.endedAt = $0.at?.adding(minutes: 25)
            $0.unit = City.bureau
            $0.approverLevel = 2
            $0.passed = true
            $0.paper = "集体讨论记录"
        }
        now = now.adding(minutes: 25)
    }

    private var needsDiscussion: Bool {
        shape.isComplex || shape.hearing != .none || (shape.sanction.days?.upperBound ?? 0) > 10
    }
}
