import Registers

/// Everything that an import of a small file finds, at one look.
struct ImportPlan {
    let records: [Record]
    /// The row's number, and why it is no record.
    let ignored: [(row: Int, why: IgnoredRow)]
    let survey: ImportSurvey

    var refused: [RefusedRow] { survey.refused }
    var notices: [String] { survey.notices }
    var headings: [String] { survey.headings }
}

extension RegisterImport {
    func plan(_ file: RegisterFile) throws(ImportError) -> ImportPlan {
        let survey = try survey(file)
        var records: [Record] = []
        var ignored: [(Int, IgnoredRow)] = []
        try read(file) { outcome in
            switch outcome {
            case .record(let record, _): records.append(record)
            case .ignored(let row, let why): ignored.append((row, why))
            case .refused, .repeated: break
            }
            return true
        }
        return ImportPlan(records: records, ignored: ignored, survey: survey)
    }
}
