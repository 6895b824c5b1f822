import Documents
import Law

/// Turns the rows below a header into records or refusals.
struct RowReader {
    private let register: RegisterDeclaration
    private let knownAt: Moment
    private let header: SheetHeader
    /// For each field its column, if the sheet has one, and what reads it.
    private let columns: [Int?]
    private let readers: [FieldReader]
    private let idColumn: Int?
    private let countsFrom1904: Bool
    private let own: OwnRecords
    private var seen = SeenRecords()

    init(_ plan: RegisterImport, header: SheetHeader, countsFrom1904: Bool) {
        register = plan.register
        knownAt = plan.knownAt
        self.header = header
        self.countsFrom1904 = countsFrom1904
        let own = OwnRecords(register: plan.register.id)
        self.own = own
        columns = plan.register.fields.indices.map(header.column)
        readers = plan.register.fields.map { field in
            FieldReader(field, of: plan.registers, countsFrom1904: countsFrom1904) {
                own.answer($0, $1) ?? plan.resolve($0, $1)
            }
        }
        idColumn = header.columns.firstIndex { $0?.meaning == .recordID }
    }

    mutating func outcome(of row: SheetRow) -> ImportOutcome {
        var problems: [RefusedRow.Problem] = []
        let values = read(row, &problems)
        guard let id = id(of: row, values, &problems), problems.isEmpty else { return refused(row, problems) }
        let record = Record(register: register.id, id: id, knownAt: knownAt, values: values)
        switch seen.meet(record, row: row.number) {
        case .new: return .record(record, row: row.number)
        case .same(let earlier): return .repeated(row: row.number, earlier: earlier)
        case .different(let earlier):
            return refused(row, [problem(at: idColumn, nil, .repeats(row: earlier))])
        }
    }

    /// Learns under which id a row of the file can be referred to.
    func learnID(of row: SheetRow) {
        var problems: [RefusedRow.Problem] = []
        let values = read(row, &problems)
        guard let id = id(of: row, values, &problems) else { return }
        let key = register.key.map { field in
            register.position(of: field).map { register.fields[$0].text(of: values[$0]) } ?? ""
        }
        own.learn(id, key: RecordIdentity.lookupKey(key))
    }

    private func read(_ row: SheetRow, _ problems: inout [RefusedRow.Problem]) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(readers.count)
        for (position, reader) in readers.enumerated() {
            guard let column = columns[position] else {
                values.append(reader.assumed ?? .null)
                continue
            }
            do throws(ValueFault) {
                values.append(try reader.value(of: row.cell(column)))
            } catch {
                values.append(.null)
                problems.append(problem(at: column, register.fields[position].id, error))
            }
        }
        return values
    }

    private func id(of row: SheetRow, _ values: [Value], _ problems: inout [RefusedRow.Problem]) -> String? {
        if let idColumn, let cell = row.cell(idColumn) {
            do throws(ValueFault) {
                let text = try TextReading.read(cell)
                guard !CellList.parts(text) else { throw .badID }
                if !text.isEmpty { return text }
            } catch {
                problems.append(problem(at: idColumn, nil, error))
                return nil
            }
        }
        if let id = RecordIdentity.id(of: values, in: register) { return id }
        if problems.isEmpty { problems.append(problem(at: nil, nil, .unusableKey)) }
        return nil
    }

    private func problem(at column: Int?, _ field: String?, _ fault: ValueFault) -> RefusedRow.Problem {
        let heading = column.flatMap { header.columns[$0]?.title } ?? ""
        return RefusedRow.Problem(column: column, heading: heading, field: field, fault: fault)
    }

    private func refused(_ row: SheetRow, _ problems: [RefusedRow.Problem]) -> ImportOutcome {
        let cells = header.columns.indices.map {
            row.cell($0).map { DateReading.shown($0, countsFrom1904: countsFrom1904) } ?? ""
        }
        return .refused(RefusedRow(row: row.number, cells: cells, problems: problems))
    }
}

/// The records of the file itself, to which its other rows may refer.
final class OwnRecords {
    private let register: String
    private var ids: Set<String> = []
    private var keys: [String: String] = [:]

    init(register: String) { self.register = register }

    func learn(_ id: String, key: String) {
        ids.insert(id)
        keys[key] = id
    }

    /// - Returns: `nil` when the file does not know it.
    func answer(_ register: String, _ text: String) -> ReferenceAnswer? {
        guard register == self.register else { return nil }
        if ids.contains(text) { return .record(id: text) }
        return keys[RecordIdentity.lookupKey([text])].map { .record(id: $0) }
    }
}

/// Tells a record met twice in one file, at sixteen bytes a record.
struct SeenRecords {
    enum Meeting {
        case new
        case same(row: Int)
        case different(row: Int)
    }

    /// Hashes seeded for this run only; two of a million ids share one with a chance of 1 : 30 million.
    private var rows: [Int: (row: Int32, content: Int32)] = [:]

    mutating func meet(_ record: Record, row: Int) -> Meeting {
        let content = Int32(truncatingIfNeeded: record.values.hashValue)
        let key = record.id.hashValue
        guard let earlier = rows[key] else {
            rows[key] = (Int32(clamping: row), content)
            return .new
        }
        return earlier.content == content ? .same(row: Int(earlier.row)) : .different(row: Int(earlier.row))
    }
}
