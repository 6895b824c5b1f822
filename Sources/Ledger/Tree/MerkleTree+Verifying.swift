// Sizes and proofs come from outside, so nothing here trusts them: RFC 9162 leaves size 0 and equal sizes to
// the caller, and a plain transcription accepts invented roots there. That hashes have 32 bytes is their type.
extension MerkleTree {
    /// Whether an audit path leads from a leaf hash to the root (RFC 9162 section 2.1.3.2).
    package static func verifyInclusion(
        of leaf: Digest, at index: Int, in size: Int, proof: [Digest], root: Digest,
        by algorithm: HashAlgorithm = .sha256
    ) -> Bool {
        guard index >= 0, index < size else { return false }
        let hasher = Hasher256(algorithm)
        var (node, last) = (index, size - 1)
        var hash = leaf
        for sibling in proof {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = hasher.node(sibling, hash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                hash = hasher.node(hash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 && hash == root
    }

    /// Whether the tree with `newRoot` begins with the tree with `oldRoot` (RFC 9162 section 2.1.4.2).
    ///
    /// From the empty tree nothing can be proven but another empty tree.
    package static func verifyConsistency(
        from old: Int, _ oldRoot: Digest, to size: Int, _ newRoot: Digest, proof: [Digest],
        by algorithm: HashAlgorithm = .sha256
    ) -> Bool {
        guard old >= 0, old <= size else { return false }
        if size == 0 {
            return proof.isEmpty && oldRoot == algorithm.emptyRoot && newRoot == algorithm.emptyRoot
        }
        if old == size { return proof.isEmpty && oldRoot == newRoot }
        guard old > 0, !proof.isEmpty else { return false }
        // A perfect old tree is itself the first node of the proof and is not sent.
        let path = old & (old - 1) == 0 ? [oldRoot] + proof : proof
        let shift = (~(old - 1)).trailingZeroBitCount
        return walk(path, from: (old - 1) >> shift, last: (size - 1) >> shift, Hasher256(algorithm))
            == [oldRoot, newRoot]
    }

    /// - Returns: The roots of the old and the new tree, or nothing when the path has the wrong length.
    private static func walk(
        _ path: [Digest], from start: Int, last end: Int, _ hasher: borrowing Hasher256
    ) -> [Digest] {
        var (node, last) = (start, end)
        var (oldHash, newHash) = (path[0], path[0])
        for sibling in path.dropFirst() {
            guard last > 0 else { return [] }
            if node & 1 == 1 || node == last {
                oldHash = hasher.node(sibling, oldHash)
                newHash = hasher.node(sibling, newHash)
                while node & 1 == 0, node != 0 {
                    node >>= 1
                    last >>= 1
                }
            } else {
                newHash = hasher.node(newHash, sibling)
            }
            node >>= 1
            last >>= 1
        }
        return last == 0 ? [oldHash, newHash] : []
    }
}
