import GRDB
import Ledger

/// Appends entries as bytes, without reading or changing them: tree, but no index.
final class EntryReplay {
    private let insertEntry: Statement
    private let putTile: Statement
    private let putInner: Statement
    private let hasher = Hasher256()
    private var tail: TreeTail

    init(_ database: Database) throws {
        insertEntry = try Statement(database, "INSERT INTO entries (seq, bytes) VALUES (?, ?)")
        putTile = try Statement(database, "INSERT OR REPLACE INTO tiles (level, idx, bytes) VALUES (?, ?, ?)")
        putInner = try Statement(
            database, "INSERT OR REPLACE INTO inner_nodes (level, idx, bytes) VALUES (?, ?, ?)")
        tail = try StoredTree(database).tail(of: try Schema.size(database))
    }

    func append(_ entry: [UInt8]) throws {
        insertEntry.bind(1, tail.size)
        insertEntry.bind(2, entry)
        try insertEntry.run()
        try tail.append(entry.withUnsafeBytes { hasher.leaf($0) }, hasher: hasher) { try put($0) }
    }

    /// Writes the unfinished tiles.
    ///
    /// - Returns: The root of the tree now.
    func finish() throws -> Digest {
        for tile in tail.partialTiles { try put(tile) }
        return tail.root(hasher: hasher)
    }

    private func put(_ tile: Tile) throws {
        try put(Digest.bytes(of: tile.hashes), at: tile, by: putTile)
        if !tile.inner.isEmpty { try put(Digest.bytes(of: tile.inner), at: tile, by: putInner) }
    }

    private func put(_ bytes: [UInt8], at tile: Tile, by statement: borrowing Statement) throws {
        statement.bind(1, tile.level)
        statement.bind(2, tile.index)
        statement.bind(3, bytes)
        try statement.run()
    }
}
