/// One case as a timeline: what happened in order, and beside each step what the law says about it.
package struct CaseView: Sendable {
    package let record: RecordLink
    /// `殴打他人（公共场所）`: the matter, no names.
    package let title: String
    package let unit: String
    package let fields: [FieldView]
    package let counts: [StandingCount]
    /// In the order of time; those whose time is not known stand last.
    package let events: [EventView]
    /// Judgements that rest on the case as a whole.
    package let judgements: [JudgementView]
    /// How each penalty decision stands to the statutory frame and the bureau's benchmark.
    package var discretion: [DiscretionView] = []
}

/// One step of a case.
package struct EventView: Sendable {
    package let record: RecordLink
    /// Such as `处罚前告知`.
    package let kind: String
    /// `nil`: the record does not say when.
    package let at: String?
    package let endedAt: String?
    package let place: String?
    package let unit: String?
    /// Such as `违法嫌疑人 1`.
    package let party: String?
    package let officers: [RecordLink]
    /// Numbers of the papers made in this step.
    package let papers: [String]
    package let judgements: [JudgementView]
}
