import Law
import Registers

/// A case that another agency sends over (两法衔接), while it is being made.
struct TransferDraft: Sendable {
    let agency: String
    let agencyNumber: String
    let receivedAt: Moment
    var receiptSignedAt: Moment?
    var ownJurisdiction: Bool? = true
    var forwardedAt: Moment?
    var acceptedAt: Moment?
    var decidedAt: Moment?
    var outcome: String?
    var noticeAt: Moment?
    var materialReturnedAt: Moment?
    var materials = ["letter", "report", "property-list"]
    var propertyMovedAt: Moment?
    /// On the agency's side: how many investigated, and the minutes from its report to the approval and on to the sending.
    var investigators = 2
    var approving = 1500
    var sending = 600

    var id: String { "\(agency)/\(agencyNumber)" }

    func record(_ writer: RecordWriter) -> Record {
        writer.record(
            "inbound-transfer", knownAt: noticeAt ?? decidedAt ?? forwardedAt ?? receivedAt,
            [
                "agency": .text(agency), "agencyNumber": .text(agencyNumber), "matter": .text("涉嫌犯罪案件移送"),
                "receivedAt": .moment(receivedAt), "receiptSignedAt": .of(receiptSignedAt),
                "ownJurisdiction": .of(ownJurisdiction), "forwardedAt": .of(forwardedAt),
                "acceptedAt": .of(acceptedAt), "decidedAt": .of(decidedAt), "outcome": .of(outcome),
                "noticeAt": .of(noticeAt), "materialReturnedAt": .of(materialReturnedAt),
                "materials": .of(materials), "propertyMovedAt": .of(propertyMovedAt),
            ])
    }

    /// The agency's own list, which the bureau gets days later, has it too.
    func listed(_ writer: RecordWriter) -> Record {
        let sentAt = receivedAt.adding(minutes: -90)
        let approvedAt = sentAt.adding(minutes: -sending)
        return writer.record(
            "agency-transfer", knownAt: receivedAt.adding(minutes: 3 * 1440),
            [
                "agency": .text(agency), "agencyNumber": .text(agencyNumber),
                "sentAt": .moment(sentAt),
                "listMonth": .text(String(receivedAt.day.description.prefix(7))),
                "investigators": .of(investigators),
                "reportedAt": .moment(approvedAt.adding(minutes: -approving)),
                "approvedAt": .moment(approvedAt),
            ])
    }
}
