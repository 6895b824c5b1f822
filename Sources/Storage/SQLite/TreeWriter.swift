import GRDB
import Ledger

/// Grows one stored tree within a transaction.
final class TreeWriter {
    let algorithm: HashAlgorithm
    private let database: Database
    private let hasher: Hasher256
    private let putTile: Statement
    private let putInner: Statement
    private(set) var tail = TreeTail()

    init(_ database: Database, _ algorithm: HashAlgorithm) throws {
        self.algorithm = algorithm
        self.database = database
        hasher = Hasher256(algorithm)
        putTile = try Statement(
            database, "INSERT OR REPLACE INTO \(algorithm.tiles) (level, idx, bytes) VALUES (?, ?, ?)")
        putInner = try Statement(
            database, "INSERT OR REPLACE INTO \(algorithm.innerNodes) (level, idx, bytes) VALUES (?, ?, ?)")
    }

    /// Takes up the tree as it is stored, and adds what the entries have beyond it: a tree that was only just asked for has
    /// them all to add.
    func catchUp(to size: Int) throws {
        guard size != tail.size || size == 0 else { return }
        let tree = try StoredTree(database, algorithm)
        tail = try tree.tail(of: min(size, try tree.size()))
        guard tail.size < size else { return }
        let entries = try Statement(database, "SELECT bytes FROM entries WHERE seq >= ? ORDER BY seq")
        entries.bind(1, tail.size)
        while try entries.step() { _ = try append(entries.blob(0)) }
        try finish()
    }

    /// - Returns: The entry's leaf hash.
    func append(_ entry: UnsafeRawBufferPointer) throws -> Digest {
        let leaf = hash(entry)
        try tail.append(leaf, hasher: hasher) { try put($0) }
        return leaf
    }

    var root: Digest { tail.root(hasher: hasher) }

    func hash(_ entry: UnsafeRawBufferPointer) -> Digest { hasher.leaf(entry) }

    /// Writes the unfinished tiles; the last act before the commit.
    func finish() throws {
        for tile in tail.partialTiles { try put(tile) }
    }

    private func put(_ tile: Tile) throws {
        putTile.bind(1, tile.level)
        putTile.bind(2, tile.index)
        putTile.bind(3, Digest.bytes(of: tile.hashes))
        try putTile.run()
        guard !tile.inner.isEmpty else { return }
        putInner.bind(1, tile.level)
        putInner.bind(2, tile.index)
        putInner.bind(3, Digest.bytes(of: tile.inner))
        try putInner.run()
    }
}
