import Law

extension CaseMaker {
    /// 继续盘问: 12 hours by the station, 24 and 48 by the county bureau, each before the last has run;
    /// 4 hours for the young and the old (继续盘问规定 第10、11、17条).
    mutating func stopAndQuestion() {
        let (hours, level): (ClosedRange<Int>, Int) =
            switch shape.stopQuestion {
            case .twentyFour: (13...23, 2)
            case .fortyEight: (25...47, 2)
            default: (shape.offender == .from14 || shape.offender == .from70 ? 1...3 : 2...11, 1)
            }
        draft.identityUnknown = draft.identityUnknown == true || shape.stopQuestion == .fortyEight
        let (officers, party) = (draft.handlers, offender)
        let needsIdentity = shape.stopQuestion == .fortyEight
        let length = rng.between(hours) * 60 + rng.below(60)
        let stop = draft.add(.stopQuestion, at: now) {
            $0.endedAt = $0.at?.adding(minutes: length)
            $0.officers = officers
            $0.party = party
            $0.place = .caseArea
            $0.approverLevel = level
            $0.approvedAt = $0.at
            $0.ground = needsIdentity ? .identityUnknown : nil
            $0.reason = "有违法嫌疑，当场盘问后不能排除"
            $0.noted = [.onSpotChecked, .noticeServed]
        }
        if shape.stopQuestion != .twelve { prolong(stop, after: 11) }
        if shape.stopQuestion == .fortyEight { prolong(stop, after: 23) }
        notifyFamily(of: stop, after: 10...40)
        now = now.adding(minutes: length + 30)
    }

    private mutating func prolong(_ stop: EventRef, after hours: Int) {
        guard let at = draft[stop].at?.adding(minutes: hours * 60) else { return }
        draft.add(.extension, at: at) {
            $0.relatesTo = stop
            $0.approvedAt = at
            $0.approverLevel = 2
            $0.reason = "不能证实或者排除违法犯罪嫌疑"
        }
    }

    /// 传唤、到案、询问、通知家属、离开.
    mutating func question() {
        wait(minutes: 60...600)
        let (officers, party, form) = (investigators, offender, paper("传唤"))
        let (pair, isUnit) = (draft.handlers, shape.offender == nil)
        let summons = draft.add(.summons, at: now) {
            $0.officers = pair
            $0.party = party
            $0.paper = form
            $0.urgent = false
            $0.noted = [.reasonsTold]
            $0.approvedAt = $0.at?.adding(minutes: -20)
            $0.approverLevel = 1
        }
        wait(minutes: 30...120)
        let stay = lengthOfStay()
        let ground = groundOfStay()
        let arrival = draft.add(.arrival, at: now) {
            $0.endedAt = $0.at?.adding(minutes: stay)
            $0.relatesTo = summons
            $0.officers = officers
            $0.party = party
            $0.place = .caseArea
            $0.mealRestNoted = true
            $0.noted = [.timesSigned]
            $0.ground = ground
            if ground != nil {
                $0.approvedAt = $0.at?.adding(minutes: 7 * 60)
                $0.approverLevel = 1
                $0.reason = "案情需要延长询问查证时间"
            }
        }
        enterVenue(arrival)
        if !isUnit { notifyFamily(of: arrival, after: 10...60) }
        inquire(arrival, of: party, officers: officers)
        now = draft[arrival].endedAt ?? now
        if let victim, shape.victimIsQuestioned { inquireVictim(victim) }
    }

    private mutating func enterVenue(_ arrival: EventRef) {
        guard let entered = draft[arrival].at else { return }
        draft.inCaseVenue = true
        draft.visits.append(
            VisitDraft(
                event: arrival, venue: city.venue, enteredAt: entered, leftAt: draft[arrival].endedAt))
    }

    /// Within 8 hours, or 12 or 24 with its ground (治安管理处罚法(2012) 第83条，(2025) 第97条).
    private mutating func lengthOfStay() -> Int {
        switch shape.inquiry {
        case .ordinary: rng.between(120...480)
        case .manyPersons, .identityUnknown: rng.between(500...720)
        case .complexDetention: rng.between(500...1440)
        }
    }

    private func groundOfStay() -> Ground? {
        switch shape.inquiry {
        case .ordinary: nil
        case .manyPersons: .manyPersons
        case .identityUnknown: .identityUnknown
        case .complexDetention: .complexDetention
        }
    }

    mutating func notifyFamily(of event: EventRef, after minutes: ClosedRange<Int>) {
        guard let at = draft[event].at else { return }
        let party = draft[event].party
        draft.add(.familyNotified, at: at.adding(minutes: rng.between(minutes))) {
            $0.relatesTo = event
            $0.party = party
            $0.reason = "电话告知原因和处所"
        }
    }

    private mutating func inquire(_ arrival: EventRef, of party: PartyRef, officers: [String]) {
        guard let arrived = draft[arrival].at else { return }
        let start = arrived.adding(minutes: rng.between(10...20))
        let length = rng.between(40...95)
        let inquiry = draft.add(.inquiry, at: start) {
            $0.endedAt = start.adding(minutes: length)
            $0.relatesTo = arrival
            $0.officers = officers
            $0.party = party
            $0.place = .caseArea
            $0.mealRestNoted = true
            $0.noted = [.firstItems, .rightsTold, .read, .signed]
            $0.language = Language.none
        }
        bringAdult(to: inquiry)
        draft.record(inquiry)
    }

    /// A victim is questioned where it suits them; a minor with an adult present (第98、99条).
    private mutating func inquireVictim(_ victim: PartyRef) {
        wait(minutes: 20...90)
        let officers = draft.handlers
        let length = rng.between(30...80)
        let inquiry = draft.add(.inquiry, at: now) {
            $0.endedAt = $0.at?.adding(minutes: length)
            $0.officers = officers
            $0.party = victim
            $0.place = .policePremises
            $0.mealRestNoted = true
            $0.noted = [.rightsTold, .read, .signed]
            $0.language = Language.none
        }
        bringAdult(to: inquiry)
        draft.record(inquiry)
        now = now.adding(minutes: length)
    }

    mutating func bringAdult(to event: EventRef) {
        guard let party = draft[event].party, draft.parties[party.index].isMinor, let at = draft[event].at
        else { return }
        let until = draft[event].endedAt
        draft.add(.adultPresent, at: at) {
            $0.endedAt = until
            $0.relatesTo = event
            $0.party = party
        }
    }
}
