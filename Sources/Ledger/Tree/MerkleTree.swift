/// The RFC 6962 tree over entries, and the proofs that an entry is in it and that it only grew.
package enum MerkleTree {
    /// SHA-256 of nothing.
    package static let emptyRoot = Digest.sha256([])

    /// The greatest power of two below `size`, at which RFC 6962 section 2.1 splits a tree.
    static func split(_ size: Int) -> Int {
        precondition(size > 1)
        return 1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
    }

    /// The root of leaves `low ..< high` of a tree; `perfect(height, index)` gives the root of the leaves
    /// `index << height ..< (index + 1) << height`.
    package static func root(
        _ low: Int, _ high: Int, hasher: borrowing Hasher256, perfect: (Int, Int) throws -> Digest
    ) rethrows -> Digest {
        let size = high - low
        if size == 0 { return hasher.algorithm.emptyRoot }
        if size & (size - 1) == 0, low.isMultiple(of: size) {
            let height = size.trailingZeroBitCount
            return try perfect(height, low >> height)
        }
        let middle = low + split(size)
        let left = try root(low, middle, hasher: hasher, perfect: perfect)
        return hasher.node(left, try root(middle, high, hasher: hasher, perfect: perfect))
    }

    /// The audit path of RFC 6962 section 2.1.1, from the leaf upwards.
    package static func inclusionProof(
        of index: Int, in size: Int, hasher: borrowing Hasher256, perfect: (Int, Int) throws -> Digest
    ) rethrows -> [Digest] {
        precondition((0..<size).contains(index))
        var (low, high) = (0, size)
        var path: [Digest] = []
        while high - low > 1 {
            let middle = low + split(high - low)
            if index < middle {
                path.append(try root(middle, high, hasher: hasher, perfect: perfect))
                high = middle
            } else {
                path.append(try root(low, middle, hasher: hasher, perfect: perfect))
                low = middle
            }
        }
        return path.reversed()
    }

    /// The consistency proof of RFC 6962 section 2.1.2; empty for equal sizes.
    package static func consistencyProof(
        from old: Int, to size: Int, hasher: borrowing Hasher256, perfect: (Int, Int) throws -> Digest
    ) rethrows -> [Digest] {
        precondition((1...size).contains(old))
        var (low, high) = (0, size)
        var path: [Digest] = []
        var isWholeOld = true
        while high != old {
            let middle = low + split(high - low)
            if old <= middle {
                path.append(try root(middle, high, hasher: hasher, perfect: perfect))
                high = middle
            } else {
                path.append(try root(low, middle, hasher: hasher, perfect: perfect))
                low = middle
                isWholeOld = false
            }
        }
        if !isWholeOld { path.append(try root(low, high, hasher: hasher, perfect: perfect)) }
        return path.reversed()
    }
}
