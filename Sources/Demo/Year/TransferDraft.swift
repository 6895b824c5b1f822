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
            ])
    }

    /// The agency's own list, which the bureau gets days later, has it too.
    func listed(_ writer: RecordWriter) -> Record {
        writer.record(
            "agency-transfer", knownAt: receivedAt.adding(minutes: 3 * 1440),
            [
                "agency": .text(agency), "agencyNumber": .text(agencyNumber),
                "sentAt": .moment(receivedAt.adding(minutes: -90)),
                "listMonth": .text(String(receivedAt.day.description.prefix(7))),
            ])
    }
}
