import GRDB
import Ledger

/// Holds the stored tiles to those that the entries give.
final class TileAudit {
    private let stored: StoredTiles

    init(_ database: Database, _ algorithm: HashAlgorithm) throws {
        stored = try StoredTiles(database, algorithm)
    }

    func hashes(level: Int, index: Int) throws -> [Digest] {
        try stored.hashes(level: level, index: index) ?? []
    }

    /// Compares a full tile; its leaf hashes are compared one by one as the entries come.
    func check(_ tile: Tile, fault: (String) -> Void) throws {
        if tile.level > 0, try hashes(level: tile.level, index: tile.index) != tile.hashes {
            fault("树的第 \(tile.level) 层第 \(tile.index) 块与条目不符。")
        }
        if try stored.inner(level: tile.level, index: tile.index) ?? [] != tile.inner {
            fault("树的第 \(tile.level) 层第 \(tile.index) 块的内部节点与条目不符。")
        }
    }

    /// Compares the unfinished tiles, and counts those that no entry accounts for.
    func checkEnd(_ tail: TreeTail, fault: (String) -> Void) throws {
        for tile in tail.partialTiles where try hashes(level: tile.level, index: tile.index) != tile.hashes {
            fault("树的第 \(tile.level) 层末块与条目不符。")
        }
        // Above the leaves a growing tile is a row as a full one is; the leaves' own is the edge.
        var (full, growing, size) = (tail.size / Tile.width, 0, tail.size / Tile.width)
        while size > 0 {
            full += size / Tile.width
            growing += size.isMultiple(of: Tile.width) ? 0 : 1
            size /= Tile.width
        }
        let rows = try stored.rowCounts()
        if rows.tiles != full + growing || rows.inner != full || rows.edge != tail.size % Tile.width {
            fault("树的块数与条目数不符：末尾的条目被删除，或多出了块。")
        }
    }
}
