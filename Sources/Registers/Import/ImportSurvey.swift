/// What going through a file once finds.
package struct ImportSurvey: Hashable, Sendable {
    /// Rows that can be filed; the same record twice is counted once.
    package private(set) var good = 0
    /// Titles, totals, blank and signature rows.
    package private(set) var ignored = 0
    /// While there is one, nothing is filed unless somebody asks for a part.
    package private(set) var refused: [RefusedRow] = []
    /// What the person who imports should know: columns not read, formulas, further sheets, rows met twice.
    package private(set) var notices: [String]
    /// The headings of the file's columns, for the refusal sheet.
    package let headings: [String]
    private var repeated = 0

    /// Refused rows kept; a file with more is not this register's.
    package static let refusedLimit = 20_000

    /// Repeated rows told one by one; a notice a line helps nobody with a thousand.
    private static let repeatsTold = 20

    fileprivate init(headings: [String], notices: [String]) {
        self.headings = headings
        self.notices = notices
    }

    /// - Returns: Whether to go on.
    fileprivate mutating func take(_ outcome: ImportOutcome) -> Bool {
        switch outcome {
        case .record: good += 1
        case .refused(let row): refused.append(row)
        case .ignored: ignored += 1
        case .repeated(let row, let earlier):
            repeated += 1
            if repeated <= Self.repeatsTold { notices.append("第\(row)行与第\(earlier)行完全相同，只计一条") }
        }
        return refused.count < Self.refusedLimit
    }

    fileprivate mutating func finish() throws(ImportError) {
        guard refused.count < Self.refusedLimit else { throw .tooManyRefused(limit: Self.refusedLimit) }
        let untold = repeated - Self.repeatsTold
        if untold > 0 { notices.append("另有 \(untold) 行与前面的行完全相同") }
    }
}

extension RegisterImport {
    /// Goes through the whole file and keeps only what is wrong with it.
    ///
    /// - Parameter take: Handed each record as it comes, and whether no row was refused so far; `false` ends the reading.
    package func survey(
        _ file: RegisterFile, take: (_ record: Record, _ isWhole: Bool) -> Bool = { _, _ in true }
    ) throws(ImportError) -> ImportSurvey {
        let head = try head(of: file)
        var survey = ImportSurvey(headings: head.headings, notices: head.notices)
        try read(file) { outcome in
            guard survey.take(outcome) else { return false }
            guard case .record(let record, _) = outcome else { return true }
            return take(record, survey.refused.isEmpty)
        }
        try survey.finish()
        return survey
    }
}
