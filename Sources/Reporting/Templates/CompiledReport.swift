package import Documents
package import Law

/// What the reporting office supplies beside the records.
package struct ReportFrame: Hashable, Sendable {
    /// `示例市公安局`
    package let bureau: String
    /// The day the report is signed.
    package let date: Day
    /// What was found wrong most often, for the shortcomings and the plan.
    package let faults: [Fault]

    package init(bureau: String, date: Day, faults: [Fault] = []) {
        self.bureau = bureau
        self.date = date
        self.faults = faults
    }
}

/// How often one rule was found broken in the period.
package struct Fault: Hashable, Sendable {
    /// `family-notified-of-summons`
    package let rule: String
    /// `传唤后未及时通知家属`
    package let name: String
    package let remedy: String
    /// The ids of the records that were found to break it.
    package let records: [String]
    /// The units concerned.
    package let units: [String]

    package init(rule: String, name: String, remedy: String, records: [String], units: [String]) {
        self.rule = rule
        self.name = name
        self.remedy = remedy
        self.records = records
        self.units = units
    }
}

/// A report whose numbers and claims were computed.
package struct CompiledReport: Hashable, Sendable {
    /// A figure with its wording at one place of the text.
    package struct WordedFigure: Hashable, Sendable {
        package let figure: Figure
        /// `30余`
        package let phrase: String
    }

    package let document: Document
    /// In reading order, each wording once.
    package let figures: [WordedFigure]
    /// In reading order, each once.
    package let claims: [ClaimAnswer]
    package let lint: [LintFinding]
}
