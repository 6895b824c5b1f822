/// What the demo plants beside the faults of cases.
package struct DemoOptions: Hashable, Sendable {
    /// Faults in cases and transfers, with their answer key; without them the city is clean.
    package var plantsFaults: Bool
    /// Counter-examples that make claims of the report fail.
    package var counterExamples: Set<CounterExample>

    package enum CounterExample: String, CaseIterable, Sendable {
        /// A unit without a legal officer for six weeks: 均配备法制员 fails.
        case unitVacancy = "unit-vacancy"
        /// A number missing from the document book: 统一编号 fails.
        case numberingGap = "numbering-gap"
        /// A summoned suspect who was never taken to the venue: 所有案件进入办案场所 fails.
        case outsideVenue = "outside-venue"
        /// A transfer on an agency's list that the bureau's register lacks: 不存在有案不接 fails.
        case unregisteredTransfer = "unregistered-transfer"
        /// A major decision discussed before its legal review: 均经法制审核 fails.
        case lateReview = "late-review"
        /// An inquiry without a recording: 询问均同步录音录像 fails.
        case unrecordedInquiry = "unrecorded-inquiry"
    }

    package init(plantsFaults: Bool = true, counterExamples: Set<CounterExample> = []) {
        self.plantsFaults = plantsFaults
        self.counterExamples = counterExamples
    }

    package static let clean = DemoOptions(plantsFaults: false)
}
