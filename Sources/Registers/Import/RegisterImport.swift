import Documents
package import Law

/// Reads a file into records of one register.
///
/// A file is gone through as often as wanted: once to find its faults, and once more to file its records, so that a
/// million rows need no more memory than one and a few bytes each to know a repeated one.
package struct RegisterImport {
    package let register: RegisterDeclaration
    package let registers: RegisterSet
    package let mapping: HeadingMapping
    /// When the office came to know what the file says.
    package let knownAt: Moment
    /// Asked for each reference; records of the file itself are known besides.
    package let resolve: ReferenceLookup

    package init(
        _ register: RegisterDeclaration, of registers: RegisterSet, mapping: HeadingMapping = .none,
        knownAt: Moment, resolve: @escaping ReferenceLookup
    ) {
        self.register = register
        self.registers = registers
        self.mapping = mapping
        self.knownAt = knownAt
        self.resolve = resolve
    }

    /// What stands above the rows, and what the person who imports should know before any is read.
    package func head(of file: RegisterFile) throws(ImportError) -> (headings: [String], notices: [String]) {
        guard case .sheet(let sheet) = file else { return (["记录"], []) }
        let header = try header(of: sheet)
        return (header.columns.map { $0?.heading ?? "" }, sheet.notices + notices(of: header))
    }

    /// Hands over what each row is, until the body returns `false`.
    package func read(
        _ file: RegisterFile, _ body: (ImportOutcome) -> Bool
    ) throws(ImportError) {
        switch file {
        case .sheet(let sheet): try read(sheet, try header(of: sheet), body)
        case .lines(let bytes): try read(bytes, body)
        }
    }

    private func header(of sheet: any SheetSource) throws(ImportError) -> SheetHeader {
        var first: [SheetRow] = []
        try rows(of: sheet) { row in
            first.append(row)
            return first.count < HeaderSearch.rows
        }
        return try HeaderSearch(register, mapping: mapping, first: first, merges: sheet.merges).find()
    }

    /// A row may refer to a later one of its own file: all ids are learnt before a reference is judged.
    private var refersToItself: Bool { register.referencedRegisters.contains(register.id) }

    private func read(
        _ sheet: any SheetSource, _ header: SheetHeader, _ body: (ImportOutcome) -> Bool
    ) throws(ImportError) {
        var reader = RowReader(self, header: header, countsFrom1904: sheet.countsFrom1904)
        if refersToItself {
            try rows(of: sheet, below: header) { row, why in
                if why == nil { reader.learnID(of: row) }
                return true
            }
        }
        try rows(of: sheet, below: header) { row, why in
            guard let why else { return body(reader.outcome(of: row)) }
            return body(.ignored(row: row.number, why: why))
        }
    }

    /// The rows below the header with merged cells filled, and why some are no records.
    private func rows(
        of sheet: any SheetSource, below header: SheetHeader, _ body: (SheetRow, IgnoredRow?) -> Bool
    ) throws(ImportError) {
        let sorter = RowSorter(header)
        var filling = MergeFilling(sheet.merges, below: header.rows.upperBound)
        try rows(of: sheet) { row in
            guard row.number > header.rows.upperBound else { return true }
            return body(filling.fill(row), sorter.kind(of: row))
        }
    }

    private func rows(of sheet: any SheetSource, _ body: (SheetRow) -> Bool) throws(ImportError) {
        do throws(SheetError) { try sheet.rows(body) } catch { throw .sheet(error) }
    }

    private func read(_ bytes: SheetBytes, _ body: (ImportOutcome) -> Bool) throws(ImportError) {
        var reader = LineReader(self)
        do throws(SheetError) {
            if refersToItself {
                try bytes.lines { _, line in
                    reader.learnID(of: line)
                    return true
                }
            }
            try bytes.lines { number, line in reader.outcome(of: line, number: number).map(body) ?? true }
        } catch {
            throw .sheet(error)
        }
    }

    private func notices(of header: SheetHeader) -> [String] {
        let unknown = header.columns.enumerated().compactMap { index, column in
            column?.meaning == .unknown ? "\(CellReference.letters(index)) 列“\(column?.title ?? "")”" : nil
        }
        return unknown.isEmpty ? [] : ["没有对应的字段，未导入：\(unknown.joined(separator: "、"))"]
    }
}
