import Law

extension CaseMaker {
    /// 检查: with a certificate, or on the spot with full recording (治安管理处罚法(2025) 第103条).
    mutating func inspect() {
        wait(minutes: 30...300)
        let isUrgent = shape.inspection == .urgent
        let (officers, form) = (draft.handlers, paper("检查"))
        let length = rng.between(20...90)
        let inspection = draft.add(.inspection, at: now) {
            $0.endedAt = $0.at?.adding(minutes: length)
            $0.officers = officers
            $0.place = .premises
            $0.urgent = isUrgent
            $0.noted = [.idShown, .signed]
            $0.paper = isUrgent ? nil : form
            $0.approvedAt = $0.at?.adding(minutes: isUrgent ? 200 : -60)
            $0.approverLevel = 2
            $0.reason = isUrgent ? "有现场证据可能灭失的紧急情况" : nil
        }
        draft.record(inspection)
        now = now.adding(minutes: length)
    }

    /// 辨认: persons at least 7, photographs 10, other objects 5 (程序规定 第104条).
    mutating func lineUp() {
        wait(days: 1)
        let (kind, officers, party) = (shape.lineup ?? .photo, investigators, victim ?? offender)
        let least =
            switch kind {
            case .person: 7
            case .photo: 10
            case .object: 5
            }
        let count = least + rng.below(4)
        let lineup = draft.add(.lineup, at: now) {
            $0.endedAt = $0.at?.adding(minutes: 25)
            $0.officers = officers
            $0.party = party
            $0.place = .caseArea
            $0.foils = count
            $0.foilKind = kind
        }
        bringAdult(to: lineup)
        draft.record(lineup)
        now = now.adding(minutes: 30)
    }

    /// 扣押: approved first, or on the spot and approved within 24 hours; 30 days, once 30 more (行政强制法 第19、25条).
    mutating func seize() {
        wait(days: 1)
        let isUrgent = shape.seizure == .urgent
        let isExtended = shape.seizure == .extended
        let (officers, party, form) = (draft.handlers, offender, paper("扣押"))
        let days = isExtended ? rng.between(32...58) : rng.between(5...28)
        let delay = isUrgent ? rng.between(60...1400) : -30
        let seizure = draft.add(.seizure, at: now) {
            $0.endedAt = $0.at?.adding(minutes: days * 1440)
            $0.officers = officers
            $0.party = party
            $0.paper = form
            $0.place = isUrgent ? .scene : .caseArea
            $0.belongs = .suspect
            $0.noted = [.listTwoCopies, .decisionItems, .signed]
            $0.urgent = isUrgent
            $0.approvedAt = $0.at?.adding(minutes: delay)
            $0.approverLevel = 2
        }
        draft.record(seizure, lasting: 20)
        let (custodian, seized) = (draft.unit.custodian, now)
        draft.exhibits.append(
            ExhibitDraft(event: seizure, ordinal: 1, receivedAt: seized, place: "涉案财物管理中心"))
        draft.add(.propertyHanded, at: seized.adding(minutes: rng.between(60...1400))) {
            $0.relatesTo = seizure
            $0.actor = custodian
            $0.officers = officers
        }
        if isExtended { extend(seizure, at: Moment(seized.day.adding(days: 27), hour: 10)) }
        now = now.adding(minutes: 30)
    }

    private mutating func extend(_ seizure: EventRef, at: Moment) {
        draft.add(.extension, at: at) {
            $0.relatesTo = seizure
            $0.approvedAt = at
            $0.approverLevel = 2
            $0.reason = "情况复杂"
        }
    }

    /// 先行登记保存: dealt with within 7 days (行政处罚法 第56条).
    mutating func preserve() {
        wait(days: 1)
        let (officers, party, form) = (draft.handlers, offender, paper("登记保存"))
        let days = rng.between(2...6)
        draft.add(.preservation, at: now) {
            $0.endedAt = $0.at?.adding(minutes: days * 1440)
            $0.officers = officers
            $0.party = party
            $0.paper = form
            $0.place = .scene
            $0.urgent = false
            $0.approvedAt = $0.at?.adding(minutes: -15)
            $0.approverLevel = 2
        }
    }

    /// 鉴定: its time does not count; the opinion is told within five days (程序规定 第97、165条).
    mutating func appraise() {
        wait(days: 1)
        let days = rng.between(3...9)
        let appraisal = draft.add(.appraisal, at: now) {
            $0.endedAt = $0.at?.adding(minutes: days * 1440)
            $0.paper = "鉴定聘请书"
        }
        now = now.adding(minutes: days * 1440)
        for party in [offender, victim].compactMap({ $0 }) {
            wait(days: 1)
            draft.add(.appraisalTold, at: now) {
                $0.relatesTo = appraisal
                $0.party = party
            }
        }
    }

    /// 延长办案期限: each before the current limit ends, by the next higher bureau (第99条、第118条).
    mutating func extend() {
        for number in 1...shape.extensions {
            let limit = filedAt.day.adding(days: 30 * number)
            let day = limit.adding(days: -rng.between(2...4))
            now = Moment(max(day, now.day), hour: rng.between(9...16))
            draft.add(.extension, at: now) {
                $0.approvedAt = $0.at
                $0.approverLevel = 3
                $0.reason = "案情重大、复杂"
            }
        }
        wait(days: rng.between(3...10))
    }
}
