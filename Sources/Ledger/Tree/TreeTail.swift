/// A full or partial tile of the tree, in the layout of C2SP tlog-tiles: up to 256 hashes of one level.
package struct Tile: Hashable, Sendable {
    /// 0 for leaf hashes; each hash of level n + 1 stands for 256 hashes of level n.
    package let level: Int
    package let index: Int
    package let hashes: [Digest]
    /// Of a full tile the 254 nodes between its hashes and its root: heights 1 to 7, each from left to right.
    package let inner: [Digest]

    /// Hashes in a full tile.
    package static let width = 256
    /// Levels of the binary tree that one tile spans: 2⁸ = 256.
    package static let height = 8

    package init(level: Int, index: Int, hashes: [Digest], inner: [Digest] = []) {
        self.level = level
        self.index = index
        self.hashes = hashes
        self.inner = inner
    }
}

/// The growing edge of an RFC 6962 tree: enough to append, to know the root, and to write each tile once full.
///
/// Holds at most 511 hashes a level, so memory stays flat however many entries are appended.
package struct TreeTail: Sendable {
    package private(set) var size: Int
    /// For each level of tiles, the hashes and inner nodes of its unfinished tile, by height from 0 to 7.
    private var levels: [[[Digest]]]

    package init() {
        size = 0
        levels = []
    }

    /// Takes up a tree from its unfinished tiles.
    ///
    /// - Parameter partial: For each level from 0 the hashes of the unfinished tile; at least those that `size`
    ///   needs. Hashes beyond it are left out.
    /// - Returns: `nil` when a level lacks hashes.
    package init?(size: Int, partial: [[Digest]], hasher: borrowing Hasher256) {
        self.init()
        for (level, hashes) in partial.enumerated() {
            let count = (size >> (Tile.height * level)) % Tile.width
            guard hashes.count >= count else { return nil }
            for hash in hashes.prefix(count) { fill(level, with: hash, hasher) }
        }
        guard size >> (Tile.height * partial.count) == 0 else { return nil }
        self.size = size
    }

    /// Appends a leaf hash; hands on each tile that becomes full, lowest level first.
    package mutating func append(_ leaf: Digest, hasher: borrowing Hasher256, full: (Tile) throws -> Void)
        rethrows
    {
        size += 1
        var (level, hash) = (0, leaf)
        while let root = fill(level, with: hash, hasher) {
            try full(
                Tile(
                    level: level, index: (size >> (Tile.height * (level + 1))) - 1, hashes: levels[level][0],
                    inner: levels[level].dropFirst().flatMap(\.self)))
            for height in 0..<Tile.height { levels[level][height].removeAll(keepingCapacity: true) }
            (level, hash) = (level + 1, root)
        }
    }

    /// Adds a hash to a level's unfinished tile and closes the pairs it completes.
    ///
    /// - Returns: The tile's root when this was its last hash.
    @discardableResult
    private mutating func fill(_ level: Int, with hash: Digest, _ hasher: borrowing Hasher256) -> Digest? {
        while level >= levels.count { levels.append(Array(repeating: [], count: Tile.height)) }
        var hash = hash
        for height in 0..<Tile.height {
            levels[level][height].append(hash)
            let count = levels[level][height].count
            guard count.isMultiple(of: 2) else { return nil }
            hash = hasher.node(levels[level][height][count - 2], hash)
        }
        return hash
    }

    /// The tree's root; of the empty tree the hash of nothing.
    package func root(hasher: borrowing Hasher256) -> Digest {
        var root: Digest?
        for level in levels {
            let count = level[0].count
            for height in 0..<Tile.height where (count >> height) & 1 == 1 {
                guard let node = level[height].last else { preconditionFailure("a pair was not closed") }
                root = root.map { hasher.node(node, $0) } ?? node
            }
        }
        return root ?? hasher.algorithm.emptyRoot
    }

    /// The unfinished tiles, lowest level first; none for a level whose last tile is full.
    package var partialTiles: [Tile] {
        levels.enumerated().compactMap { level, heights in
            heights[0].isEmpty
                ? nil : Tile(level: level, index: size >> (Tile.height * (level + 1)), hashes: heights[0])
        }
    }
}
