import GRDB
package import Law
package import Registers

extension LedgerStore: RecordSource {
    /// The version of each record that was known at a moment, sorted by id; `nil` means everything known now.
    package func records(of register: String, knownAt: Moment?) throws -> [Registers.Record] {
        var records: [Registers.Record] = []
        try eachRecord(of: register, reading: nil, knownAt: knownAt) { records.append($0) }
        return records
    }

    /// The same one by one. The body must not ask the store: it holds one of its connections.
    package func eachRecord(
        of register: String, reading fields: Set<Int>?, knownAt: Moment?,
        _ body: (Registers.Record) throws -> Void
    ) throws {
        var reader = RowReader(try table(register), fields: fields)
        try pool.read { database in
            let statement = try Statement(
                database, "\(reader.selection) WHERE \(Self.known(at: knownAt)) ORDER BY id")
            if let knownAt { statement.bind(1, Int(knownAt.minutes)) }
            while try statement.step() { try body(reader.record(in: statement)) }
        }
    }

    /// Some records as they were known at a moment, in the order asked for; of an id that is not known none.
    ///
    /// - Parameter fields: The positions of the fields to read, the others being null; `nil` reads all.
    package func eachRecord(
        of register: String, ids: some Sequence<String>, reading fields: Set<Int>?, knownAt: Moment?,
        _ body: (Registers.Record) throws -> Void
    ) throws {
        var reader = RowReader(try table(register), fields: fields)
        try pool.read { database in
            let statement = try Statement(
                database, "\(reader.selection) WHERE \(Self.known(at: knownAt)) AND id = ?2")
            if let knownAt { statement.bind(1, Int(knownAt.minutes)) }
            for id in ids {
                defer { statement.reset() }
                statement.bind(2, id)
                if try statement.step() { try body(reader.record(in: statement)) }
            }
        }
    }

    /// The present version of each record of a register that an entry from a place of the ledger onwards has changed.
    ///
    /// - Parameter size: The first place; what the ledger held when somebody looked last.
    package func records(of register: String, changedSince size: Int) throws -> [Registers.Record] {
        let table = try table(register)
        return try pool.read { database in
            var reader = RowReader(table)
            let statement = try Statement(
                database, "\(reader.selection) WHERE seq >= ? AND known_until IS NULL ORDER BY id")
            statement.bind(1, size)
            return try reader.records(statement)
        }
    }

    /// The condition under which a version was the one known; the moment is the first parameter.
    private static func known(at moment: Moment?) -> String {
        moment == nil
            ? "known_until IS NULL" : "known_at <= ?1 AND (known_until IS NULL OR known_until > ?1)"
    }

    /// A record as it is known now.
    package func record(_ register: String, _ id: String) throws -> Registers.Record? {
        try history(register, id).last
    }

    /// Every version of a record, the first one first; empty when there is no such record.
    package func history(_ register: String, _ id: String) throws -> [Registers.Record] {
        let table = try table(register)
        return try pool.read { database in
            var reader = RowReader(table)
            let statement = try Statement(database, "\(reader.selection) WHERE id = ? ORDER BY revision")
            statement.bind(1, id)
            return try reader.records(statement)
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
