import GRDB
import Ledger

/// Grows one stored tree within a transaction.
final class TreeWriter {
    let algorithm: HashAlgorithm
    private let database: Database
    private let hasher: Hasher256
    private let putTile: Statement
    private let putInner: Statement
    private let putEdge: Statement
    private let clearEdge: Statement
    private(set) var tail = TreeTail()
    /// How many hashes of the growing tile of leaves are stored.
    private var edge = 0
    /// Whether the growing tiles above it are stored as they are.
    private var isUpperStored = true

    init(_ database: Database, _ algorithm: HashAlgorithm) throws {
        self.algorithm = algorithm
        self.database = database
        hasher = Hasher256(algorithm)
        putTile = try Statement(
            database, "INSERT OR REPLACE INTO \(algorithm.tiles) (level, idx, bytes) VALUES (?, ?, ?)")
        putInner = try Statement(
            database, "INSERT OR REPLACE INTO \(algorithm.innerNodes) (level, idx, bytes) VALUES (?, ?, ?)")
        putEdge = try Statement(
            database, "INSERT OR REPLACE INTO \(algorithm.edge) (seq, hash) VALUES (?, ?)")
        clearEdge = try Statement(database, "DELETE FROM \(algorithm.edge)")
    }

    /// Takes up the tree as it is stored, and adds what the entries have beyond it: a tree that was only just asked for has
    /// them all to add.
    func catchUp(to size: Int) throws {
        guard size != tail.size || size == 0 else { return }
        let tree = try StoredTree(database, algorithm)
        tail = try tree.tail(of: min(size, try tree.size()))
        (edge, isUpperStored) = (tail.size % Tile.width, true)
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

    /// Writes what the unfinished tiles have grown by; the last act before the commit.
    func finish() throws {
        for tile in tail.partialTiles {
            if tile.level == 0 { try putEdge(of: tile) } else if !isUpperStored { try put(tile) }
        }
        isUpperStored = true
    }

    private func putEdge(of tile: Tile) throws {
        for place in edge..<tile.hashes.count {
            putEdge.bind(1, tile.index * Tile.width + place)
            putEdge.bind(2, tile.hashes[place].bytes)
            try putEdge.run()
        }
        edge = tile.hashes.count
    }

    private func put(_ tile: Tile) throws {
        isUpperStored = false
        if tile.level == 0, edge > 0 {
            try clearEdge.run()
            edge = 0
        }
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
