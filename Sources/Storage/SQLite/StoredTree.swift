import GRDB
import Ledger

/// Reads the tree's nodes from the stored tiles.
///
/// Holds the rows it has read, a few for each proof, so one reader serves one proof or one root.
final class StoredTree {
    private let tiles: StoredTiles
    private let hasher: Hasher256
    private var read: [Place: [Digest]] = [:]

    private struct Place: Hashable {
        let isInner: Bool
        let level: Int
        let index: Int
    }

    init(_ database: Database, _ algorithm: HashAlgorithm = .sha256) throws {
        hasher = Hasher256(algorithm)
        tiles = try StoredTiles(database, algorithm)
    }

    /// Leaves stored.
    func size() throws -> Int { try tiles.leafCount() }

    /// The root of the first `size` entries.
    func root(of size: Int) throws -> Digest {
        try MerkleTree.root(0, size, hasher: hasher) { try node(height: $0, index: $1) }
    }

    func inclusionProof(of seq: Int, in size: Int) throws -> [Digest] {
        try MerkleTree.inclusionProof(of: seq, in: size, hasher: hasher) { try node(height: $0, index: $1) }
    }

    func consistencyProof(from old: Int, to size: Int) throws -> [Digest] {
        try MerkleTree.consistencyProof(from: old, to: size, hasher: hasher) {
            try node(height: $0, index: $1)
        }
    }

    /// The growing edge at a size.
    func tail(of size: Int) throws -> TreeTail {
        var partial: [[Digest]] = []
        while size >> (Tile.height * partial.count) > 0 {
            let level = partial.count
            let count = size >> (Tile.height * level)
            partial.append(count.isMultiple(of: Tile.width) ? [] : try tile(level, count / Tile.width))
        }
        guard let tail = TreeTail(size: size, partial: partial, hasher: hasher) else {
            throw StorageError.damagedTree(size: size)
        }
        return tail
    }

    /// The root of the perfect subtree over leaves `index << height ..< (index + 1) << height`.
    func node(height: Int, index: Int) throws -> Digest {
        let (level, above) = (height / Tile.height, height % Tile.height)
        let first = index << above
        let tileIndex = first / Tile.width
        if above > 0, let inner = try inner(level, tileIndex) {
            // Heights 1, 2, … follow one another with 128, 64, … nodes.
            let offset = Tile.width - (Tile.width >> (above - 1))
            return inner[offset + index % (Tile.width >> above)]
        }
        let hashes = try tile(level, tileIndex)
        let start = first % Tile.width
        guard start + 1 << above <= hashes.count else {
            throw StorageError.damagedTree(size: (index + 1) << height)
        }
        return fold(hashes, above, start >> above)
    }

    /// The node at a height above a tile's hashes.
    private func fold(_ hashes: [Digest], _ height: Int, _ index: Int) -> Digest {
        if height == 0 { return hashes[index] }
        return hasher.node(fold(hashes, height - 1, 2 * index), fold(hashes, height - 1, 2 * index + 1))
    }

    private func tile(_ level: Int, _ index: Int) throws -> [Digest] {
        try hashes(Place(isInner: false, level: level, index: index)) ?? []
    }

    private func inner(_ level: Int, _ index: Int) throws -> [Digest]? {
        try hashes(Place(isInner: true, level: level, index: index))
    }

    private func hashes(_ place: Place) throws -> [Digest]? {
        if let hashes = read[place] { return hashes }
        // A walk over a million entries reads four thousand tiles, one after the other.
        if read.count >= 64 { read.removeAll(keepingCapacity: true) }
        let hashes =
            try place.isInner
            ? tiles.inner(level: place.level, index: place.index)
            : tiles.hashes(level: place.level, index: place.index)
        read[place] = hashes
        return hashes
    }
}
