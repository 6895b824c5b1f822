import Law

extension CaseMaker {
    /// The case's facts: when, where, of what kind.
    mutating func describe() {
        let discovered = now.adding(minutes: -rng.between(10...90))
        let lag = shape.era == .after ? min(20_000, minutesSinceNewLaw(discovered)) : 20_000
        draft.discoveredAt = discovered
        draft.actEndedAt = discovered.adding(minutes: -rng.between(0...max(0, lag - 60)))
        draft.actAt = draft.actEndedAt?.adding(minutes: -rng.between(0...min(60, lag)))
        draft.title = shape.sanction.act
        draft.category = shape.category
        draft.source = shape.hasVictim || rng.chance(percent: 50) ? .report : .found
        // 继续盘问 begins with a check in the street, before any case is taken in.
        if shape.stopQuestion != nil { draft.source = .found }
        draft.frame = shape.sanction.frame
        draft.complainedInTime = shape.hasVictim
        draft.safetyHarmed = shape.category == .security ? nil : false
        draft.ownJurisdiction = shape.route != .transferred
        draft.complex = shape.isComplex
        draft.manyPersons = shape.inquiry == .manyPersons
        draft.identityUnknown = shape.inquiry == .identityUnknown
        draft.detentionPossible = shape.sanction.detains || shape.inquiry == .complexDetention
        draft.evidenceBesidesStatement = rng.between(1...6)
        draft.minorHarmed = shape.victimIsMinor && shape.sanction.frame == "assault"
        offender = draft.addParty(.offender, shape.offender, recordedAt: now)
        draft.hasVictim = shape.hasVictim
        if shape.hasVictim {
            victim = draft.addParty(.victim, shape.victimIsMinor ? .from14 : .adult, recordedAt: now)
        }
    }

    private func minutesSinceNewLaw(_ moment: Moment) -> Int {
        max(0, Moment(Era.newLaw).minutes(until: moment) - 60)
    }

    /// 受案、回执、立案: the same hour (程序规定 第61条；治安管理处罚法(2025) 第90条).
    mutating func takeIn() {
        let (officers, form) = (draft.handlers, paper("受案"))
        let accepted = draft.add(.accepted, at: now) {
            $0.officers = officers
            $0.paper = form
            $0.place = .policePremises
        }
        wait(minutes: 5...20)
        if draft.source == .report {
            let to = victim
            draft.add(.receipt, at: now) {
                $0.relatesTo = accepted
                $0.party = to
            }
        }
        guard shape.route != .transferred else { return }
        wait(minutes: 5...20)
        filedAt = now
        let filing = paper("立案")
        draft.add(.filed, at: now) {
            $0.relatesTo = accepted
            $0.paper = filing
            $0.approvedAt = $0.at
            $0.approverLevel = 1
        }
    }

    /// 移送有管辖权单位: within 24 hours of taking it in (程序规定 第61条第1款第2项).
    mutating func transfer() {
        wait(minutes: 60...1300)
        let accepted = draft.step(.accepted)
        let letter = paper("移送")
        draft.add(.caseTransferred, at: now) {
            $0.relatesTo = accepted
            $0.paper = letter
        }
    }

    /// 回避: decided within two days of the request (程序规定 第21条).
    mutating func askRecusal() {
        wait(minutes: 30...120)
        let who = draft.handlers[0]
        let party = offender
        let request = draft.add(.recusalRequested, at: now) {
            $0.party = party
            $0.reason = "认为与本案有利害关系"
        }
        wait(days: 1)
        draft.add(.recusalDecided, at: now) {
            $0.relatesTo = request
            $0.party = party
            $0.actor = who
            $0.approverLevel = 2
            $0.passed = false
            $0.reason = "经审查不属于应当回避的情形"
        }
    }
}
