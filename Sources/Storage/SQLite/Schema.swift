import GRDB
import Ledger

/// The tables of `ledger.sqlite`. Entries, tiles and checkpoints are the ledger; all others can be made again from them.
enum Schema {
    static func create(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE entries (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
                CREATE TABLE index_shapes (register TEXT PRIMARY KEY, shape TEXT NOT NULL) STRICT;
                """)
        try HashAlgorithm.sha256.createTables(database)
    }

    static let sizeQuery = "SELECT max(seq) FROM entries"

    /// Entries number densely from 0.
    static func size(_ database: Database) throws -> Int { try size(Statement(database, sizeQuery)) }

    /// - Parameter statement: Made from `sizeQuery`, for those who ask before every commit.
    static func size(_ statement: borrowing Statement) throws -> Int {
        defer { statement.reset() }
        _ = try statement.step()
        return statement.isNull(0) ? 0 : statement.integer(0) + 1
    }
}

/// Each tree over the entries has tables of its own; that of SHA-256 is always there, that of SM3 where it was asked for.
extension HashAlgorithm {
    var tiles: String { "tiles" + suffix }
    var edge: String { "edge" + suffix }
    var innerNodes: String { "inner_nodes" + suffix }
    var checkpoints: String { "checkpoints" + suffix }

    private var suffix: String { self == .sm3 ? "_sm3" : "" }

    func createTables(_ database: Database) throws {
        try database.execute(
            sql: """
                CREATE TABLE \(tiles) (level INTEGER NOT NULL, idx INTEGER NOT NULL, bytes BLOB NOT NULL,
                    PRIMARY KEY (level, idx)) STRICT;
                CREATE TABLE \(edge) (seq INTEGER PRIMARY KEY, hash BLOB NOT NULL) STRICT;
                CREATE TABLE \(checkpoints) (size INTEGER PRIMARY KEY, note BLOB NOT NULL) STRICT;
                CREATE TABLE \(innerNodes) (level INTEGER NOT NULL, idx INTEGER NOT NULL, bytes BLOB NOT NULL,
                    PRIMARY KEY (level, idx)) STRICT;
                """)
    }

    /// The trees that a ledger keeps, SHA-256 first.
    static func kept(in database: Database) throws -> [HashAlgorithm] {
        let found = try Statement(database, keptQuery)
        return try found.step() ? [.sha256, .sm3] : [.sha256]
    }

    /// Gives a row when the ledger keeps an SM3 tree.
    static let keptQuery = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'tiles_sm3'"
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
