import Law

extension CaseMaker {
    /// 行政处罚法 第37条: written down where the act and the decision lie on two sides of the change of law.
    static let comparison = "经比较新旧两法，适用行为时的规定"

    mutating func decide() {
        wait(minutes: 30...120)
        let (officers, party, form, sanction) = (draft.handlers, offender, paper("决定"), shape.sanction)
        let mitigated = shape.isMitigated
        let (fine, days) = (amount(sanction.fine), sanction.days.map { rng.between($0) })
        let level = deciderLevel(fine: fine)
        let procedure: Procedure = shape.route == .fast ? .fast : .general
        let present = !shape.servedLater
        let crosses = crossesTheLaws
        let (isMinor, shape) = (draft.parties[offender.index].isMinor, self.shape)
        let decision = draft.add(.decision, at: now) {
            $0.officers = officers
            $0.party = party
            $0.paper = form
            $0.procedure = procedure
            $0.approvedAt = $0.at
            $0.approverLevel = level
            $0.undisputed = true
            $0.present = present
            $0.penaltyKinds = sanction.kinds
            $0.fine = fine
            $0.detentionDays = days
            $0.mergedDetentionDays = days
            $0.tier = sanction.tier
            $0.mitigated = mitigated
            // 行政处罚法 第37条: across the change of law the comparison is written down.
            $0.reason = crosses ? Self.comparison : nil
            $0.appliedLaw = crosses && shape.category == .security ? .old : nil
            $0.weighing = mitigated ? [.reduced] : isMinor ? [.lighter] : []
        }
        complete(decision)
        for index in draft.exhibits.indices { draft.exhibits[index].disposedAt = now }
    }

    /// What the paper says, what it rests on, and that the notice announced the same (第112、115、120条；行政处罚法 第16、28条).
    private mutating func complete(_ decision: EventRef) {
        let isSecurity = shape.category == .security
        draft[decision].basisLevels = [shape.category == .fire ? .regulation : .law]
        let said: [Noted] =
            draft[decision].procedure == .onSpot
            ? [.reconsiderationFirst]
            : draft[decision].fine == nil ? [.decisionItems] : [.decisionItems, .surcharge]
        draft[decision].noted = said + [isSecurity ? .nothingToCorrect : .correction]
        for notice in draft.steps(.penaltyNotice) {
            draft[notice].penaltyKinds = draft[decision].penaltyKinds
            draft[notice].fine = draft[decision].fine
            draft[notice].detentionDays = draft[decision].detentionDays
        }
    }

    /// 调解: an agreement reached and performed ends the case without a penalty (第9条).
    mutating func mediate() {
        investigate()
        wait(days: rng.between(2...8))
        let (officers, party) = (draft.handlers, offender)
        let mediation = draft.add(.mediation, at: now) {
            $0.endedAt = $0.at?.adding(minutes: 80)
            $0.officers = officers
            $0.party = party
            $0.place = .policePremises
            $0.passed = true
            $0.present = true
            $0.circumstances = [.civilDispute, .lesser]
            $0.paper = "治安调解协议书"
        }
        draft.record(mediation)
    }

    private mutating func amount(_ range: ClosedRange<Int>?) -> Int? {
        guard let range else { return nil }
        let top =
            shape.atStation && !shape.sanction.detains ? min(range.upperBound, stationCap) : range.upperBound
        // Fines are set in tens of yuan; the ends of the frame themselves are lawful too.
        return rng.chance(percent: 10) ? top : max(range.lowerBound, min(top, rng.between(range) / 10 * 10))
    }

    /// Whether the act lies before 1 January 2026 and the decision after it.
    private var crossesTheLaws: Bool {
        (draft.actEndedAt?.day ?? now.day) < Era.newLaw && now.day >= Era.newLaw
    }

    /// 派出所: up to 500 yuan, from 2026 up to 1000 (治安管理处罚法(2012) 第91条，(2025) 第109条).
    private var stationCap: Int { shape.era == .after ? 1000 : 500 }

    private func deciderLevel(fine: Int?) -> Int {
        let byStation =
            shape.atStation && shape.category == .security && !shape.sanction.detains
            && shape.hearing == .none
            && (fine ?? 0) <= stationCap
        return byStation ? 1 : 2
    }

    /// 快速办理: told in writing and agreed to with a signature before it begins (程序规定 第42条).
    mutating func agreeToFastTrack() {
        let party = offender
        draft.add(.fastTrackAgreed, at: now) {
            $0.party = party
            $0.undisputed = true
            $0.noted = [.signed]
        }
    }

    /// 当场处罚: told, decided and handed over in one go, filed within 24 hours (第100条、第119、120条).
    mutating func decideOnTheSpot() {
        wait(minutes: 10...30)
        let (officers, party, sanction) = (investigators, offender, shape.sanction)
        draft.add(.penaltyNotice, at: now) {
            $0.officers = officers
            $0.party = party
            $0.undisputed = true
        }
        wait(minutes: 5...10)
        let (fine, crosses) = (amount(sanction.fine), crossesTheLaws)
        let isSecurity = shape.category == .security
        let form = paper("当场决定")
        let decision = draft.add(.decision, at: now) {
            $0.officers = officers
            $0.party = party
            $0.paper = form
            $0.place = .scene
            $0.procedure = .onSpot
            $0.approverLevel = 1
            $0.approvedAt = $0.at
            $0.urgent = true
            $0.undisputed = true
            $0.present = true
            $0.penaltyKinds = sanction.kinds
            $0.fine = fine
            $0.tier = sanction.tier
            $0.mitigated = false
            $0.reason = crosses ? Self.comparison : nil
            $0.appliedLaw = crosses && isSecurity ? .old : nil
        }
        complete(decision)
        draft.record(decision, margin: 20)
        deliver(decision, to: party, isPresent: true)
        if shape.collectsFine { collect(decision) }
        draft.add(.onSpotFiled, at: now.adding(minutes: rng.between(60...1200))) { $0.relatesTo = decision }
    }
}
