package import Law
package import Registers

/// The registers that one report reads, as they were known at one moment.
///
/// Everything below it computes on this value alone, so that figures, claims and their breakdowns agree.
package struct RecordSnapshot {
    /// One register's records with its declaration.
    package struct Table {
        package let declaration: RegisterDeclaration
        /// Sorted by id.
        package let records: [Record]

        /// By halving: an index of two million events would cost more than what is looked up in it.
        func record(_ id: String) -> Record? {
            var range = records.startIndex..<records.endIndex
            while let middle = range.isEmpty ? nil : range.lowerBound + range.count / 2 {
                let found = records[middle].id
                if found == id { return records[middle] }
                range = found < id ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
            }
            return nil
        }
    }

    package let knownAt: Moment?
    private let tables: [String: Table]

    /// Nothing.
    init(knownAt: Moment?) {
        self.knownAt = knownAt
        tables = [:]
    }

    /// - Parameters:
    ///   - needs: What to read; an unknown register is left out, since the pack was checked on loading.
    ///   - context: Of the period asked about, without records; what was known by its moment is read.
    /// - Throws: What the source throws.
    init(
        _ needs: RecordNeeds, from source: any RecordSource, declarations: RegisterSet,
        in context: RecordContext
    ) throws {
        let knownAt = context.snapshot.knownAt
        let registers = needs.registers
        var tables: [String: Table] = [:]
        for declaration in declarations.registers where registers.contains(declaration.id) {
            var records: [Record] = []
            try source.eachRecord(of: declaration.id, reading: nil, knownAt: knownAt) { record in
                if needs.takes(record, of: declaration.id, in: context) { records.append(record) }
            }
            // A store's order is of bytes, ours of characters; they differ for a few accented letters only.
            let isSorted = zip(records, records.dropFirst()).allSatisfy { $0.id < $1.id }
            if !isSorted { records.sort { $0.id < $1.id } }
            tables[declaration.id] = Table(declaration: declaration, records: records)
        }
        self.knownAt = knownAt
        self.tables = tables
    }

    package func table(_ register: String) -> Table? { tables[register] }

    package func records(of register: String) -> [Record] { tables[register]?.records ?? [] }

    /// The value at the end of a path; `null` where a reference names no record.
    func value(_ path: FieldPath, of record: Record) -> Value {
        switch path {
        case .id: return .text(record.id)
        case .own(let position): return record.values[position]
        case .through(let position, let register, let field):
            switch record.values[position] {
            case .text(let id): return referred(id, in: register, field: field)
            case .list(let ids):
                return .list(
                    ids.map { value in
                        guard case .text(let id) = value else { return .null }
                        return referred(id, in: register, field: field)
                    })
            default: return .null
            }
        }
    }

    private func referred(_ id: String, in register: String, field: Int) -> Value {
        tables[register]?.record(id)?.values[field] ?? .null
    }

    /// The day of a date or a moment; `nil` when the record does not say.
    func day(_ path: FieldPath, of record: Record) -> Day? {
        switch value(path, of: record) {
        case .day(let day): day
        case .moment(let moment): moment.day
        default: nil
        }
    }
}
