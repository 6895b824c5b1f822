/// Reads the findings of one rule as plain numbers, for lists too long to be spelled out.
package struct FindingReader {
    private let caseRows: Lane<Int32>?
    private let scale: Int64
    private let shownColumn: Lane<Int32>?

    /// - Parameter rule: The place of the rule in the book.
    package init(_ rule: Int, _ book: RuleBook, _ tables: RecordTables) {
        let plan = book.programs.lazy.flatMap(\.plans).first { $0.rule == rule }
        let table = book.layout.number(of: book.rules[rule].subject)
        caseRows = table.flatMap { tables.tables[$0].caseRows }
        switch plan?.versions.first?.form {
        case .bounds, .truth, .approval, .frame: scale = Number.scale
        case .deadline, .sequence, .separation, nil: scale = 1
        }
        guard let table, let source = plan?.shown.first?.column, !source.isOfCase,
            case .narrow(let lane) = tables.tables[table].columns[source.slot].data
        else {
            shownColumn = nil
            return
        }
        shownColumn = lane
    }

    /// The row of the case that the judged record belongs to, or is.
    package func caseRow(_ finding: Finding) -> Int32 { caseRows?[Int(finding.row)] ?? finding.row }

    /// What was found, 0 when it is nothing: whole numbers, minutes, or the code of a record.
    package func observed(_ finding: Finding) -> Int32 { number(finding.observed) }

    package func limit(_ finding: Finding) -> Int32 { number(finding.limit) }

    /// The first of what the rule shows beside a finding, when it is a whole number that is recorded.
    package func shown(_ finding: Finding) -> Int32? {
        guard let value = shownColumn?[Int(finding.row)], !Null.holds(value) else { return nil }
        return value
    }

    private func number(_ value: Int64) -> Int32 {
        value == Finding.nothing ? 0 : Int32(truncatingIfNeeded: value / scale)
    }
}

/// The findings of each rule in turn, as ranges of a list that is sorted by rule.
package struct FindingRuns: Sequence, IteratorProtocol {
    private let findings: [Finding]
    private var start = 0

    package init(_ findings: [Finding]) { self.findings = findings }

    package mutating func next() -> Range<Int>? {
        guard start < findings.count else { return nil }
        var end = start
        while end < findings.count, findings[end].rule == findings[start].rule { end += 1 }
        defer { start = end }
        return start..<end
    }
}
