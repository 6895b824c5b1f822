import GRDB
package import Law
package import Registers

extension LedgerStore: RecordSource {
    /// The version of each record that was known at a moment, sorted by id; `nil` means everything known now.
    package func records(of register: String, knownAt: Moment?) throws -> [Registers.Record] {
        let table = try table(register)
        return try pool.read { database in
            let known = knownAt.map { _ in "known_at <= ?1 AND (known_until IS NULL OR known_until > ?1)" }
            let statement = try Statement(
                database, "\(table.selection) WHERE \(known ?? "known_until IS NULL") ORDER BY id")
            if let knownAt { statement.bind(1, Int(knownAt.minutes)) }
            return try table.records(statement)
        }
    }

    /// A record as it is known now.
    package func record(_ register: String, _ id: String) throws -> Registers.Record? {
        try history(register, id).last
    }

    /// Every version of a record, the first one first; empty when there is no such record.
    package func history(_ register: String, _ id: String) throws -> [Registers.Record] {
        let table = try table(register)
        return try pool.read { database in
            let statement = try Statement(database, "\(table.selection) WHERE id = ? ORDER BY revision")
            statement.bind(1, id)
            return try table.records(statement)
        }
    }

    /// Records of a register as known now.
    package func count(_ register: String) throws -> Int {
        let table = try table(register)
        return try pool.read { database in
            try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table.name) WHERE known_until IS NULL")
                ?? 0
        }
    }

    /// Entries in the ledger.
    package func size() throws -> Int { try pool.read { try Schema.size($0) } }

    func table(_ register: String) throws -> RegisterTable {
        guard let table = tables[register] else { throw StorageError.unknownRegister(register) }
        return table
    }
}

extension RegisterTable {
    /// Whole rows, to be narrowed by a `WHERE`.
    var selection: String { "SELECT \(columns.joined(separator: ",")) FROM \(name)" }

    func records(_ statement: borrowing Statement) throws -> [Registers.Record] {
        var records: [Registers.Record] = []
        while try statement.step() { records.append(record(in: statement)) }
        return records
    }
}
