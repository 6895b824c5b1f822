package import Law
package import Registers

/// The registers that one report reads, as they were known at one moment.
///
/// Everything below it computes on this value alone, so that figures, claims and their breakdowns agree.
package struct RecordSnapshot {
    /// One register's records with its declaration.
    package struct Table {
        package let declaration: RegisterDeclaration
        package let records: [Record]
        fileprivate let positions: [String: Int]
    }

    package let knownAt: Moment?
    private let tables: [String: Table]

    /// - Parameters:
    ///   - registers: The registers to read; unknown ones are left out, since the pack was checked on loading.
    ///   - knownAt: `nil` means everything known now.
    /// - Throws: What the source throws.
    package init(
        of registers: Set<String>, from source: any RecordSource, declarations: RegisterSet,
        knownAt: Moment?
    ) throws {
        var tables: [String: Table] = [:]
        for declaration in declarations.registers where registers.contains(declaration.id) {
            let records = try source.records(of: declaration.id, knownAt: knownAt)
            var positions: [String: Int] = [:]
            positions.reserveCapacity(records.count)
            for (position, record) in records.enumerated() { positions[record.id] = position }
            tables[declaration.id] = Table(declaration: declaration, records: records, positions: positions)
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
        guard let table = tables[register], let position = table.positions[id] else { return .null }
        return table.records[position].values[field]
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
