/// The report's claims, by the ids of the bureau's pack: the demo can make each fail.
package enum DemoClaim: String, CaseIterable, Sendable {
    /// 所有案件进入办案场所: a summoned suspect who was never taken to the venue.
    case allCasesInVenue = "all-cases-in-venue"
    /// 均配备法制员: a unit without a legal officer for seven weeks.
    case legalOfficerEverywhere = "legal-officer-everywhere"
    /// 不存在有案不接: a transfer on an agency's list that the bureau's register lacks.
    case noTransferRefused = "no-transfer-refused"
    /// 统一编号: a number that the document book lacks.
    case numberingWithoutGaps = "numbering-without-gaps"
    /// 均经法制审核: a major decision discussed before its legal review.
    case decisionsReviewed = "decisions-reviewed"
    /// 询问均同步录音录像: an inquiry without a recording.
    case inquiriesRecorded = "inquiries-recorded"
}
