/// Everything that the pages ask of the service.
///
/// Reading only; access is decided behind it. The methods may block on the store: the server calls them off its event loops.
package protocol PageSource: Sendable {
    func frame() throws -> FrameView
    func home() throws -> HomeView

    func registerList() throws -> [RegisterLine]
    func table(register: String, query: TableQuery) throws -> TableView
    /// All rows that the query selects, whatever its page.
    func exportSheet(register: String, query: TableQuery, format: SheetFormat) throws -> Download
    func record(register: String, id: String) throws -> RecordView
    /// The record's receipt: entry, inclusion proof and checkpoint in one file that verifies offline.
    func receipt(register: String, id: String) throws -> Download
    func caseTimeline(id: String) throws -> CaseView

    func findings(query: FindingQuery) throws -> FindingsView
    func finding(rule: String, register: String, id: String) throws -> FindingView

    func reportList() throws -> [ReportLink]
    func report(template: String, period: String) throws -> ReportView
    func reportDocument(template: String, period: String) throws -> Download
    func figure(id: String, template: String, period: String) throws -> FigureRecords
    func claim(id: String, template: String, period: String) throws -> ClaimRecords

    func rules() throws -> [RuleLine]
    func rule(id: String) throws -> RuleView
    func benchmarks() throws -> [BenchmarkLine]

    func ledger() throws -> LedgerView
}

/// Why a page cannot be shown, when that is the asker's concern.
///
/// Anything else thrown is the program's own failure.
package enum PageFault: Error, Hashable, Sendable {
    /// There is no such thing; the words say what was looked for.
    case notFound(String)
    /// The question cannot be answered as put; the words say what to change.
    case badQuestion(String)
}
