/// Reads the findings of one rule as plain numbers, for lists too long to be spelled out.
package struct FindingReader {
    private let caseRows: Lane<Int32>?
    /// Whether the numbers of its findings stand in ten-thousandths.
    private let isScaled: Bool
    private let shownColumn: Lane<Int32>?

    /// - Parameter rule: The place of the rule in the book.
    package init(_ rule: Int, _ book: RuleBook, _ tables: RecordTables) {
        let plan = book.programs.lazy.flatMap(\.plans).first { $0.rule == rule }
        let table = book.layout.number(of: book.rules[rule].subject)
        caseRows = table.flatMap { tables.tables[$0].caseRows }
        switch plan?.versions.first?.form {
        case .bounds, .truth, .approval, .frame: isScaled = true
        case .deadline, .sequence, .separation, nil: isScaled = false
        }
        guard let table, let source = plan?.shown.first?.column, !source.isOfCase,
            case .narrow(let lane) = tables.tables[table].columns[source.slot].data
        else {
            shownColumn = nil
            return
        }
        shownColumn = lane
    }

    /// Writes six numbers a finding: the row of the case that the judged record belongs to or is, a number for the rule, that
    /// of the version from 1, what was found, what it was held against (0 when it is nothing), and the first of what the
    /// rule shows beside a finding.
    ///
    /// - Parameters:
    ///   - out: Room for six numbers for each.
    ///   - none: What stands for nothing shown.
    package func write(
        _ findings: ArraySlice<Finding>, rule: Int32, none: Int32, to out: UnsafeMutablePointer<Int32>
    ) {
        let (owners, shownValues) = (caseRows?.base, shownColumn?.base)
        var place = out
        for finding in findings {
            let row = Int(finding.row)
            let shown = shownValues?[row] ?? Null.unknown
            place[0] = owners?[row] ?? finding.row
            place[1] = rule
            place[2] = Int32(finding.version) + 1
            place[3] = number(finding.observed)
            place[4] = number(finding.limit)
            place[5] = Null.holds(shown) ? none : shown
            place += 6
        }
    }

    @inline(__always) private func number(_ value: Int64) -> Int32 {
        if value == Finding.nothing { return 0 }
        // By a number known when this is compiled: a division that is none.
        return Int32(truncatingIfNeeded: isScaled ? value / Number.scale : value)
    }
}
