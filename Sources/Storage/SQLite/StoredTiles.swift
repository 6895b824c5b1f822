import GRDB
import Ledger

/// Reads the rows that one tree is stored in.
///
/// Full tiles, and the growing tiles of the upper levels, are a row each. The hashes of the growing tile of leaves stand
/// one to a row in the edge until there are 256: a filing then writes 32 bytes more, not the whole tile again.
final class StoredTiles {
    private let tiles: Statement
    private let innerNodes: Statement
    private let edge: Statement
    private let counts: Statement
    private let ends: Statement

    init(_ database: Database, _ algorithm: HashAlgorithm) throws {
        let (tiles, inner, edge) = (algorithm.tiles, algorithm.innerNodes, algorithm.edge)
        self.tiles = try Statement(database, "SELECT bytes FROM \(tiles) WHERE level = ? AND idx = ?")
        innerNodes = try Statement(database, "SELECT bytes FROM \(inner) WHERE level = ? AND idx = ?")
        self.edge = try Statement(
            database, "SELECT seq, hash FROM \(edge) WHERE seq BETWEEN ? AND ? ORDER BY seq")
        counts = try Statement(
            database,
            "SELECT (SELECT count(*) FROM \(tiles)), (SELECT count(*) FROM \(inner)), (SELECT count(*) FROM \(edge))"
        )
        ends = try Statement(
            database, "SELECT (SELECT max(seq) FROM \(edge)), (SELECT max(idx) FROM \(tiles) WHERE level = 0)"
        )
    }

    /// The hashes of a tile, full or growing, up to the first that is missing; `nil` where none is stored, or not in whole
    /// hashes.
    func hashes(level: Int, index: Int) throws -> [Digest]? {
        if let hashes = try row(tiles, level, index) { return hashes }
        guard level == 0 else { return nil }
        defer { edge.reset() }
        edge.bind(1, index * Tile.width)
        edge.bind(2, (index + 1) * Tile.width - 1)
        var hashes: [Digest] = []
        while try edge.step(), edge.integer(0) == index * Tile.width + hashes.count,
            let hash = Digest.list(edge.blob(1))?.first
        {
            hashes.append(hash)
        }
        return hashes.isEmpty ? nil : hashes
    }

    /// The nodes between a full tile's hashes and its root.
    func inner(level: Int, index: Int) throws -> [Digest]? { try row(innerNodes, level, index) }

    /// The hashes of leaves that follow one another from the first.
    func leafCount() throws -> Int {
        defer { ends.reset() }
        _ = try ends.step()
        if !ends.isNull(0) { return ends.integer(0) + 1 }
        return ends.isNull(1) ? 0 : (ends.integer(1) + 1) * Tile.width
    }

    /// How many rows there are.
    func rowCounts() throws -> (tiles: Int, inner: Int, edge: Int) {
        defer { counts.reset() }
        _ = try counts.step()
        return (counts.integer(0), counts.integer(1), counts.integer(2))
    }

    private func row(_ statement: borrowing Statement, _ level: Int, _ index: Int) throws -> [Digest]? {
        defer { statement.reset() }
        statement.bind(1, level)
        statement.bind(2, index)
        return try statement.step() ? Digest.list(statement.blob(0)) : nil
    }
}
