import GRDB
import Ledger

/// Holds the stored tiles to those that the entries give.
final class TileAudit {
    private let tiles: Statement
    private let inner: Statement
    private let count: Statement

    init(_ database: Database, _ algorithm: HashAlgorithm) throws {
        tiles = try Statement(database, "SELECT bytes FROM \(algorithm.tiles) WHERE level = ? AND idx = ?")
        inner = try Statement(
            database, "SELECT bytes FROM \(algorithm.innerNodes) WHERE level = ? AND idx = ?")
        count = try Statement(
            database,
            "SELECT (SELECT count(*) FROM \(algorithm.tiles)), (SELECT count(*) FROM \(algorithm.innerNodes))"
        )
    }

    func hashes(level: Int, index: Int) throws -> [Digest] { try read(tiles, level, index) }

    /// Compares a full tile; its leaf hashes are compared one by one as the entries come.
    func check(_ tile: Tile, fault: (String) -> Void) throws {
        if tile.level > 0, try hashes(level: tile.level, index: tile.index) != tile.hashes {
            fault("树的第 \(tile.level) 层第 \(tile.index) 块与条目不符。")
        }
        if try read(inner, tile.level, tile.index) != tile.inner {
            fault("树的第 \(tile.level) 层第 \(tile.index) 块的内部节点与条目不符。")
        }
    }

    /// Compares the unfinished tiles, and counts those that no entry accounts for.
    func checkEnd(_ tail: TreeTail, fault: (String) -> Void) throws {
        for tile in tail.partialTiles where try hashes(level: tile.level, index: tile.index) != tile.hashes {
            fault("树的第 \(tile.level) 层末块与条目不符。")
        }
        var (full, partial, size) = (0, 0, tail.size)
        while size > 0 {
            full += size / Tile.width
            partial += size.isMultiple(of: Tile.width) ? 0 : 1
            size /= Tile.width
        }
        _ = try count.step()
        if count.integer(0) != full + partial || count.integer(1) != full {
            fault("树的块数与条目数不符：末尾的条目被删除，或多出了块。")
        }
    }

    private func read(_ statement: borrowing Statement, _ level: Int, _ index: Int) throws -> [Digest] {
        defer { statement.reset() }
        statement.bind(1, level)
        statement.bind(2, index)
        return try statement.step() ? Digest.list(statement.blob(0)) ?? [] : []
    }
}
