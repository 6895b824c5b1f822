import GRDB
import Law
import Ledger
import Registers

/// Writes versions of one register's records into its index table.
final class IndexWriter {
    let table: RegisterTable
    private let latest: Statement
    private let insert: Statement
    private let supersede: Statement

    init(_ table: RegisterTable, _ database: Database, schema: String = "main") throws {
        self.table = table
        let name = "\(schema).\(table.name)"
        latest = try Statement(
            database, "SELECT seq, revision FROM \(name) WHERE id = ? ORDER BY revision DESC LIMIT 1")
        let places = Array(repeating: "?", count: table.columns.count).joined(separator: ",")
        insert = try Statement(
            database, "INSERT INTO \(name) (\(table.columns.joined(separator: ","))) VALUES (\(places))")
        supersede = try Statement(
            database,
            "UPDATE \(name) SET known_until = ?1 WHERE id = ?2 AND (known_until IS NULL OR known_until > ?1)")
    }

    /// The entry and the revision that a record stands at.
    func latestVersion(of id: String) throws -> (seq: Int, revision: Int)? {
        defer { latest.reset() }
        latest.bind(1, id)
        return try latest.step() ? (latest.integer(0), latest.integer(1)) : nil
    }

    /// Adds a version, and ends the time for which the versions before it were what was known.
    func insert(seq: Int, id: String, revision: Int, knownAt: Moment, values: [Value]) throws {
        if revision > 1 {
            supersede.bind(1, Int(knownAt.minutes))
            supersede.bind(2, id)
            try supersede.run()
        }
        insert.bind(1, seq)
        insert.bind(2, id)
        insert.bind(3, revision)
        insert.bind(4, Int(knownAt.minutes))
        insert.bindNull(5)
        for (position, value) in values.enumerated() {
            table.bind(
                value, of: table.forms[position], at: RegisterTable.leading.count + position + 1, in: insert)
        }
        try insert.run()
    }
}
