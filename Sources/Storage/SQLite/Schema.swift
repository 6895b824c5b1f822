import GRDB

/// The tables of `ledger.sqlite`. The first three are the ledger; all others can be made again from them.
enum Schema {
    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE entries (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
                CREATE TABLE tiles (level INTEGER NOT NULL, idx INTEGER NOT NULL, bytes BLOB NOT NULL,
                    PRIMARY KEY (level, idx)) STRICT;
                CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
                CREATE TABLE inner_nodes (level INTEGER NOT NULL, idx INTEGER NOT NULL, bytes BLOB NOT NULL,
                    PRIMARY KEY (level, idx)) STRICT;
                CREATE TABLE index_shapes (register TEXT PRIMARY KEY, shape TEXT NOT NULL) STRICT;
                """)
    }

    /// Entries number densely from 0.
    static func size(_ database: Database) throws -> Int {
        let statement = try Statement(database, "SELECT max(seq) FROM entries")
        _ = try statement.step()
        return statement.isNull(0) ? 0 : statement.integer(0) + 1
    }
}

/// Durability that outlives a power cut, not only the end of the process.
enum Durability {
    /// FULL: each commit waits until the disk has it.
    static let full = 2

    /// `DatabasePool` itself sets NORMAL after `prepareDatabase`, so this is set on the opened writer.
    static func set(_ database: Database) throws { try database.execute(sql: "PRAGMA synchronous = FULL") }

    /// - Throws: `notDurable` below FULL.
    static func require(_ database: Database) throws {
        let level = try Int.fetchOne(database, sql: "PRAGMA synchronous") ?? 0
        guard level >= full else { throw StorageError.notDurable(synchronous: level) }
    }
}
