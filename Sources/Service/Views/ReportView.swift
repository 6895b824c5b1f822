/// A report of one template and one period.
package struct ReportLink: Hashable, Sendable {
    /// Such as `annual`.
    package let template: String
    /// `2026`, as the command line writes periods.
    package let period: String
    /// Such as `2026年度法治政府建设情况报告`.
    package let title: String

    package init(template: String, period: String, title: String) {
        self.template = template
        self.period = period
        self.title = title
    }
}

/// A compiled report in which every figure and every claim leads to its records.
package struct ReportView: Sendable {
    package let link: ReportLink
    package let sections: [ReportSection]
    package let figures: [FigureView]
    package let claims: [ClaimView]
    package let lint: [LintLine]
}

package struct ReportSection: Sendable {
    /// Such as `一、主要举措和成效`.
    package let heading: String
    package let paragraphs: [[ReportPiece]]
}

/// A stretch of the report's text.
package enum ReportPiece: Hashable, Sendable {
    case text(String)
    case figure(id: String, phrase: String)
    case claim(id: String, sentence: String)
}

/// A figure: its exact value and the phrase that the report may use.
package struct FigureView: Hashable, Sendable {
    /// Such as `F05`.
    package let id: String
    /// Such as `宪法宣传周活动`.
    package let name: String
    package let value: String
    /// Such as `30余场`.
    package let phrase: String
    package let unit: String
    package let definition: String
    package let records: Int
}

/// A figure with every record it counts.
package struct FigureRecords: Sendable {
    package let report: ReportLink
    package let figure: FigureView
    package let records: [EvidenceLine]
}

/// A statement about all of something, held against the records.
package struct ClaimView: Hashable, Sendable {
    package let id: String
    /// Such as `所有案件统一进入办案场所办理`.
    package let asked: String
    package let holds: Bool
    package let universe: Int
    package let support: Int
    package let counter: Int
    /// Members of the universe about which the records do not say enough.
    package let cannotTell: Int
    /// What the universe is and how much of it is covered.
    package let coverage: String
    /// The sentence that is true.
    package let sentence: String
}

/// A claim with its counter-examples, those nobody can tell, and its support.
package struct ClaimRecords: Sendable {
    package let report: ReportLink
    package let claim: ClaimView
    package let counter: [EvidenceLine]
    package let cannotTell: [EvidenceLine]
    package let support: [EvidenceLine]
}

/// A record that a figure or a claim rests on.
package struct EvidenceLine: Hashable, Sendable {
    /// The records that one list of a page holds at most; the counts beside it always count all.
    package static let most = 1000

    package let record: RecordLink
    package let happened: String?
    package let unit: String?
    /// Why it counts, or why it does not.
    package let note: String
}

/// What the linter says about the draft.
package struct LintLine: Hashable, Sendable {
    package let isError: Bool
    /// Such as `第一部分第3段`.
    package let place: String
    package let what: String
    package let advice: String
}
