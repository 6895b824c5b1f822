import Law

extension CaseMaker {
    /// 送达: on the spot, or within two days; the victim too (第97条、第116条).
    mutating func serve() {
        let decision = draft.step(.decision)
        deliver(decision, to: offender, isPresent: !shape.servedLater)
        if let victim { deliver(decision, toVictim: victim) }
    }

    private mutating func deliver(_ decision: EventRef, toVictim victim: PartyRef) {
        guard let decided = draft[decision].at else { return }
        draft.add(.victimServed, at: decided.adding(minutes: rng.between(30...1400))) {
            $0.relatesTo = decision
            $0.party = victim
        }
    }

    mutating func deliver(_ decision: EventRef, to party: PartyRef, isPresent: Bool) {
        guard let decided = draft[decision].at else { return }
        let delay = isPresent ? 0 : rng.between(300...1400)
        let officers = draft.handlers
        draft.add(.served, at: decided.adding(minutes: delay)) {
            $0.relatesTo = decision
            $0.party = party
            $0.officers = officers
            $0.present = isPresent
            $0.noted = [.signed]
            $0.execution.method = .direct
        }
    }

    mutating func execute() {
        let decision = draft.step(.decision)
        guard let days = draft[decision].detentionDays, let served = draft[draft.step(.served)].at else {
            return
        }
        tellFamily(of: decision, after: served)
        if shape.asksSuspension { suspend(decision) }
        guard shape.offender == .adult, !shape.asksSuspension else { return }
        let (party, officers) = (offender, draft.handlers)
        let start = served.adding(minutes: rng.between(60...300))
        guard start.adding(minutes: days * 1440) <= DemoYear.asOf else { return }
        draft.add(.detention, at: start) {
            $0.endedAt = start.adding(minutes: days * 1440)
            $0.relatesTo = decision
            $0.party = party
            $0.officers = officers
            $0.detentionDays = days
            $0.place = .detentionCentre
            $0.execution.bar = ExecutionBar.none
            $0.paper = "行政拘留执行回执"
        }
    }

    /// 通知家属: the result and where it is executed, or that it is not (第97条、第116条).
    private mutating func tellFamily(of decision: EventRef, after served: Moment) {
        let party = offender
        draft.add(.detentionFamilyTold, at: served.adding(minutes: rng.between(20...50))) {
            $0.relatesTo = decision
            $0.party = party
            $0.reason = "电话告知结果和执行情况"
        }
    }

    /// 暂缓执行: answered within 24 hours (程序规定 第223条); from 2026 there must be an event as well (第126条).
    private mutating func suspend(_ decision: EventRef) {
        guard let served = draft[draft.step(.served)].at else { return }
        let (party, days) = (offender, draft[decision].detentionDays ?? 0)
        let ground = rng.pick([Ground.exam, .relativeCritical])
        let isByGuarantor = rng.chance(percent: 40)
        let request = draft.add(.suspensionRequested, at: served.adding(minutes: 60)) {
            $0.relatesTo = decision
            $0.party = party
        }
        draft.add(.suspensionDecided, at: served.adding(minutes: 60 + rng.between(60...1300))) {
            $0.relatesTo = request
            $0.party = party
            $0.passed = true
            $0.approverLevel = 2
            $0.detentionDays = days
            $0.ground = ground
            $0.execution.remedySought = true
            $0.execution.noDanger = true
            if isByGuarantor { $0.giveGuarantor() } else { $0.giveDeposit(200 * days) }
        }
    }

    /// 当场收缴: small and undisputed; handed in within two days (第104条、第123、124条).
    mutating func collect(_ decision: EventRef) {
        let limit = shape.category != .security ? 100 : shape.era == .after ? 200 : 50
        guard let fine = draft[decision].fine, fine <= limit, let at = draft[decision].at else { return }
        let (collector, party) = (draft[decision].officers[0], offender)
        let collected = draft.add(.fineCollected, at: at) {
            $0.relatesTo = decision
            $0.party = party
            $0.actor = collector
            $0.fine = fine
            $0.undisputed = true
            $0.ground = .smallUndisputed
            $0.paper = "罚款专用票据"
        }
        let handed = at.adding(minutes: rng.between(120...1400))
        let handedIn = draft.add(.fineHandedIn, at: handed) {
            $0.relatesTo = collected
            $0.actor = collector
            $0.fine = fine
        }
        draft.add(.fineBanked, at: handed.adding(minutes: rng.between(60...1400))) {
            $0.relatesTo = handedIn
            $0.fine = fine
        }
    }
}

extension EventDraft {
    mutating func giveGuarantor() {
        execution.guarantees = [.guarantor]
        execution.guarantorVerified = GuarantorCondition.allCases
        execution.deposit = nil
    }

    mutating func giveDeposit(_ yuan: Int) {
        execution.guarantees = [.deposit]
        execution.guarantorVerified = []
        execution.deposit = yuan
    }
}
