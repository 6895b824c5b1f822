import Law

/// One kind of fault in the register of transfers from other agencies (行政执法机关移送涉嫌犯罪案件的规定 第7、8条).
enum TransferFault: CaseIterable, Sendable {
    case receiptNeverSigned
    case forwardedAfter24HoursAndAMinute
    /// A decoy: exactly on the limit.
    case forwardedAfter24HoursSharp
    case decidedADayLate
    /// A decoy: exactly on the limit.
    case decidedOnTheLastDay
    case neverDecided
    case jurisdictionUnknown
    case neverRegistered
    case materialsIncomplete
    case propertyMovedADayLate
    case agencyDecidedLate
    case agencySentLate
    case agencyInvestigatedAlone

    func change(_ transfer: inout TransferDraft, _ calendar: WorkCalendar) {
        let received = transfer.receivedAt
        let due = calendar.firstWorkingDay(onOrAfter: received.day.adding(days: 3))
        switch self {
        case .receiptNeverSigned: transfer.receiptSignedAt = nil
        case .forwardedAfter24HoursAndAMinute: transfer.forward(at: received.adding(minutes: 1441))
        case .forwardedAfter24HoursSharp: transfer.forward(at: received.adding(minutes: 1440))
        case .decidedADayLate: transfer.decide(at: Moment(due.adding(days: 1), hour: 0, minute: 1))
        case .decidedOnTheLastDay: transfer.decide(at: Moment(due, hour: 23, minute: 59))
        case .neverDecided: transfer.decide(at: nil)
        case .jurisdictionUnknown:
            transfer.decide(at: received.adding(minutes: 600))
            transfer.ownJurisdiction = nil
        case .neverRegistered: break
        case .materialsIncomplete: transfer.materials = ["letter"]
        case .propertyMovedADayLate:
            transfer.decide(at: received.adding(minutes: 600))
            guard let notice = transfer.noticeAt else { return }
            let last = calendar.firstWorkingDay(onOrAfter: notice.day.adding(days: 3))
            transfer.propertyMovedAt = Moment(last.adding(days: 1), hour: 0, minute: 1)
        case .agencyDecidedLate: transfer.approving = 15 * 1440
        case .agencySentLate: transfer.sending = 1441
        case .agencyInvestigatedAlone: transfer.investigators = 1
        }
    }

    func key(_ transfer: TransferDraft) -> [KeyLine] {
        func line(_ rule: String, _ answer: KeyLine.Answer, register: String = "inbound-transfer") -> KeyLine
        {
            KeyLine(rule: rule, register: register, record: transfer.id, answer: answer)
        }
        switch self {
        case .receiptNeverSigned: return [line("police-sign-receipt", .broken)]
        case .forwardedAfter24HoursAndAMinute: return [line("police-forward-24h", .broken)]
        case .decidedADayLate, .neverDecided: return [line("police-decide-3-days", .broken)]
        case .jurisdictionUnknown:
            return [line("police-forward-24h", .cannotTell), line("police-decide-3-days", .cannotTell)]
        case .neverRegistered: return Self.neverRegistered(transfer)
        case .materialsIncomplete:
            return [line("transfer-documents", .broken), line("police-incomplete-24h-3days", .broken)]
        case .propertyMovedADayLate: return [line("property-moved-3-days", .broken)]
        case .agencyDecidedLate: return [line("agency-decides-3-days", .broken, register: Self.list)]
        case .agencySentLate: return [line("agency-sends-24h", .broken, register: Self.list)]
        case .agencyInvestigatedAlone:
            return [line("agency-two-investigators", .broken, register: Self.list)]
        case .forwardedAfter24HoursSharp, .decidedOnTheLastDay: return []
        }
    }

    private static let list = "agency-transfer"

    /// On the agency's list and not in the bureau's register: the rule and the report's claim both find it.
    static func neverRegistered(_ transfer: TransferDraft) -> [KeyLine] {
        [
            KeyLine(
                rule: "report-registered", register: "agency-transfer", record: transfer.id, answer: .broken),
            KeyLine(
                rule: DemoClaim.noTransferRefused.rawValue, register: "agency-transfer", record: transfer.id,
                answer: .counterExample),
        ]
    }
}

extension TransferDraft {
    mutating func forward(at moment: Moment) {
        ownJurisdiction = false
        outcome = "forwarded"
        forwardedAt = moment
        noticeAt = moment
        acceptedAt = nil
        decidedAt = nil
        propertyMovedAt = nil
    }

    mutating func decide(at moment: Moment?) {
        ownJurisdiction = true
        outcome = moment == nil ? nil : "filed"
        acceptedAt = receivedAt.adding(minutes: 60)
        decidedAt = moment
        noticeAt = moment?.adding(minutes: 60)
        propertyMovedAt = noticeAt?.adding(minutes: 1440)
        forwardedAt = nil
        materialReturnedAt = nil
    }
}
