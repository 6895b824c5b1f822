import Foundation
import GRDB
package import Ledger

extension LedgerStore {
    /// Writes the ledger, up to its last checkpoint, as static files in the layout of C2SP tlog-tiles: `checkpoint`,
    /// `tile/<level>/<index>`, `tile/entries/<index>`.
    ///
    /// Every entry is hashed again on the way, and the checkpoint is written last. Into a folder that holds an earlier
    /// export only what is new goes, once the earlier checkpoint has been found to be the ledger's beginning.
    ///
    /// - Returns: Entries that were new, and the checkpoint exported.
    @discardableResult
    package func export(to path: String, progress: (Int, Int) -> Void = { _, _ in }) throws
        -> (added: Int, checkpoint: Checkpoint)
    {
        let (note, checkpoint) = try lastCosigned()
        let earlier = try earlierExport(at: path)
        return try pool.read { database in
            let tree = try StoredTree(database)
            if let earlier {
                guard earlier.size <= checkpoint.size else {
                    throw ExportError.behind(
                        path: path, exported: earlier.size, signed: checkpoint.size)
                }
                guard try tree.root(of: earlier.size) == earlier.root else {
                    throw ExportError.forked(path: path, size: earlier.size)
                }
            }
            let done = earlier?.size ?? 0
            let start = done - done % Tile.width
            var writer = StaticLogWriter(path: path, tail: try tree.tail(of: start))
            let entries = try Statement(
                database, "SELECT seq, bytes FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq")
            entries.bind(1, start)
            entries.bind(2, checkpoint.size)
            while try entries.step() {
                guard entries.integer(0) == writer.size else { throw StorageError.noEntry(seq: writer.size) }
                try writer.add(entries.blob(1))
                if writer.size.isMultiple(of: 4096) { progress(writer.size, checkpoint.size) }
            }
            guard writer.size == checkpoint.size, writer.root == checkpoint.root else {
                throw StorageError.forkedFromHead(signed: checkpoint.size)
            }
            try writer.finish(note)
            progress(checkpoint.size, checkpoint.size)
            return (checkpoint.size - done, checkpoint)
        }
    }

    private func earlierExport(at path: String) throws -> Checkpoint? {
        if let names = try? FileManager.default.contentsOfDirectory(atPath: path), !names.isEmpty {
            guard names.contains(TilePath.checkpoint) else { throw ExportError.occupied(path: path) }
            return try StaticLog(at: path, keys: verifierKeys).checkpoint
        }
        return nil
    }
}

/// Writes tiles and bundles as the entries come, each whole and on the disk before the next.
struct StaticLogWriter: ~Copyable {
    private let path: String
    private var tail: TreeTail
    private var bundle: [UInt8] = []
    private let hasher = Hasher256()

    init(path: String, tail: TreeTail) {
        self.path = path
        self.tail = tail
    }

    var size: Int { tail.size }
    var root: Digest { tail.root(hasher: hasher) }

    mutating func add(_ entry: UnsafeRawBufferPointer) throws {
        EntryBundle.add(entry, to: &bundle)
        var full: [Tile] = []
        tail.append(hasher.leaf(entry), hasher: hasher) { full.append($0) }
        for tile in full { try write(tile) }
        guard tail.size.isMultiple(of: Tile.width) else { return }
        try writeBundle(index: tail.size / Tile.width - 1, width: Tile.width)
    }

    /// Writes what is unfinished, and the checkpoint after everything it covers.
    mutating func finish(_ note: SignedNote) throws {
        for tile in tail.partialTiles { try write(tile) }
        let rest = tail.size % Tile.width
        if rest > 0 { try writeBundle(index: tail.size / Tile.width, width: rest) }
        try put(note.bytes, TilePath.checkpoint)
    }

    private mutating func writeBundle(index: Int, width: Int) throws {
        try put(bundle, TilePath.entries(index: index, width: width))
        bundle.removeAll(keepingCapacity: true)
    }

    private func write(_ tile: Tile) throws {
        let file = TilePath.tile(level: tile.level, index: tile.index, width: tile.hashes.count)
        try put(Digest.bytes(of: tile.hashes), file)
    }

    private func put(_ bytes: [UInt8], _ file: String) throws {
        let target = path + "/" + file
        try File.makeFolder(above: target)
        try File.write(bytes, to: target, mode: 0o644)
    }
}
