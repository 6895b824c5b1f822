import Documents

/// Finds the header among the titles, dates and 填报单位 lines above a table.
struct HeaderSearch {
    /// Rows looked at; paper forms have up to ten lines above the table.
    static let rows = 40
    /// Merged header rows, one below the other.
    static let deepest = 3

    private let register: RegisterDeclaration
    private let book: HeadingBook
    private let candidates: [SheetRow]
    private let merges: [MergedRange]

    init(
        _ register: RegisterDeclaration, mapping: HeadingMapping, first candidates: [SheetRow],
        merges: [MergedRange]
    ) {
        self.register = register
        self.candidates = candidates
        self.merges = merges
        book = HeadingBook(register, mapping: mapping)
    }

    /// The rows in which most fields are found; of equals the fewest and the first.
    func find() throws(ImportError) -> SheetHeader {
        var best: (score: Int, rows: Range<Int>)?
        for depth in 1...Self.deepest {
            for start in candidates.indices where start + depth <= candidates.count {
                let rows = start..<(start + depth)
                let score = score(of: rows)
                if score > best?.score ?? 0 { best = (score, rows) }
            }
        }
        let least = min(2, register.fields.count)
        guard let best, best.score >= least else {
            let seen = candidates.flatMap { $0.cells.compactMap { $0?.text } }.filter { !trimmed($0).isEmpty }
            throw .noHeader(register: register.name, expected: register.fields.map(\.label), seen: seen)
        }
        return try header(of: withMergedRows(best.rows))
    }

    /// A header cell merged downwards takes the rows it covers into the header.
    private func withMergedRows(_ rows: Range<Int>) -> Range<Int> {
        let numbers = candidates[rows.lowerBound].number...candidates[rows.upperBound - 1].number
        let lowest =
            merges.filter { numbers.contains($0.rows.lowerBound) && $0.rows.count <= Self.deepest }
            .map(\.rows.upperBound).max() ?? numbers.upperBound
        let end = candidates.lastIndex { $0.number <= lowest } ?? rows.upperBound - 1
        return rows.lowerBound..<max(rows.upperBound, end + 1)
    }

    private func score(of rows: Range<Int>) -> Int {
        var found: Set<SheetHeader.Meaning> = []
        for lines in lines(of: rows) where !lines.isEmpty {
            let meaning = book.match(lines).meaning
            if meaning != .unknown && meaning != .ignored { found.insert(meaning) }
        }
        return found.count
    }

    /// The lines of each column's heading from top to bottom, merged cells filled, repeats dropped.
    private func lines(of rows: Range<Int>) -> [[String]] {
        let width = candidates[rows].map(\.cells.count).max() ?? 0
        return (0..<width).map { column in
            var lines: [String] = []
            for row in candidates[rows] {
                let text = trimmed(filled(row, column)?.text ?? "")
                if !text.isEmpty, text != lines.last { lines.append(text) }
            }
            return lines
        }
    }

    private func filled(_ row: SheetRow, _ column: Int) -> SheetCell? {
        if let cell = row.cell(column) { return cell }
        guard let merge = merges.first(where: { $0.rows.contains(row.number) && $0.columns.contains(column) })
        else { return nil }
        let first = candidates.first { $0.number == merge.rows.lowerBound }
        return first?.cell(merge.columns.lowerBound)
    }

    private func header(of rows: Range<Int>) throws(ImportError) -> SheetHeader {
        let lines = lines(of: rows)
        var matches = lines.map { $0.isEmpty ? nil : book.match($0) }
        for (position, field) in register.fields.enumerated() {
            try keepBest(of: .field(position: position), label: field.label, among: &matches)
        }
        try keepBest(of: .recordID, label: "记录编号", among: &matches)
        let columns = zip(lines, matches).map { lines, match in
            match.map { SheetHeader.Column(heading: lines.joined(separator: "\n"), meaning: $0.meaning) }
        }
        let header = SheetHeader(
            rows: candidates[rows.lowerBound].number...candidates[rows.upperBound - 1].number,
            columns: columns,
            texts: candidates[rows].map { $0.cells.map { trimmed($0?.text ?? "") } })
        let missing = register.fields.indices.filter {
            register.fields[$0].isRequired && register.fields[$0].assumed == nil
                && header.column(of: $0) == nil
        }
        guard missing.isEmpty else {
            throw .missingColumns(
                register: register.name, labels: missing.map { register.fields[$0].label },
                unknown: header.unknownHeadings)
        }
        return header
    }

    /// Of several columns for one field the best fit keeps it; two that fit as well are a question to a person.
    private func keepBest(
        of meaning: SheetHeader.Meaning, label: String, among matches: inout [HeadingMatch?]
    ) throws(ImportError) {
        let columns = matches.indices.filter { matches[$0]?.meaning == meaning }
        guard columns.count > 1, let best = columns.compactMap({ matches[$0] }).min() else { return }
        let equals = columns.filter { matches[$0]?.rank == best.rank }
        guard equals.count == 1 else {
            throw .twoColumns(label: label, columns: equals.map(CellReference.letters))
        }
        for column in columns where column != equals[0] {
            matches[column] = HeadingMatch(meaning: .unknown, rank: .max)
        }
    }
}
