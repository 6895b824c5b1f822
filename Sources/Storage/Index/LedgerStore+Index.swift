import GRDB
import Ledger
import Registers

extension LedgerStore {
    /// Makes the index tables again that are missing or whose declaration has changed.
    func refreshIndex() throws {
        let stored = try pool.read { database in
            Dictionary(
                uniqueKeysWithValues: try Row.fetchAll(
                    database, sql: "SELECT register, shape FROM index_shapes"
                )
                .map { ($0["register"] as String, $0["shape"] as String) })
        }
        let stale = tables.values.filter { stored[$0.declaration.id] != $0.shape }
        guard !stale.isEmpty else { return }
        try pool.write { try Self.derive(stale, in: $0) }
    }

    /// Deletes the whole index and derives it from the entries.
    package func rebuild() throws {
        try pool.write { database in
            appender.drop()
            try Self.derive(Array(tables.values), in: database)
        }
    }

    static func derive(_ tables: [RegisterTable], in database: Database) throws {
        for table in tables {
            try database.execute(sql: "DROP TABLE IF EXISTS \(table.name)")
            try table.create(database)
            try database.execute(
                sql: "INSERT OR REPLACE INTO index_shapes (register, shape) VALUES (?, ?)",
                arguments: [table.declaration.id, table.shape])
        }
        try fill(tables, in: database, schema: "main")
    }

    /// Derives index rows from every entry of the given registers.
    static func fill(_ tables: [RegisterTable], in database: Database, schema: String) throws {
        var writers: [String: IndexWriter] = [:]
        for table in tables {
            writers[table.declaration.id] = try IndexWriter(table, database, schema: schema)
        }
        let entries = try Statement(database, "SELECT seq, bytes FROM entries ORDER BY seq")
        while try entries.step() {
            let seq = entries.integer(0)
            guard let entry = try? Entry(decoding: entries.blob(1)) else {
                throw StorageError.damaged(seq: seq)
            }
            guard let writer = writers[entry.register] else { continue }
            try writer.insert(entry, seq: seq)
        }
    }
}

extension IndexWriter {
    /// Derives the row of one entry.
    func insert(_ entry: Entry, seq: Int) throws {
        guard let knownAt = entry.knownAt.moment else { throw StorageError.damaged(seq: seq) }
        do {
            let values = try table.coding.values(from: try entry.fields.value(), source: .ledger)
            try insert(seq: seq, id: entry.record, revision: entry.revision, knownAt: knownAt, values: values)
        } catch let error as RecordCodingError {
            throw StorageError.coding(register: entry.register, id: entry.record, error)
        }
    }
}
