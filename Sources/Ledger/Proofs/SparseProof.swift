/// One proof that many entries are in a tree: the roots of the largest subtrees that hold none of them.
///
/// For entries close together this is far less than an audit path for each.
package enum SparseProof {
    package struct Node: Hashable, Sendable {
        /// 0 is a leaf; the node is the root of leaves `index << height ..< (index + 1) << height`.
        package let height: Int
        package let index: Int
        package let hash: Digest

        package init(height: Int, index: Int, hash: Digest) {
            self.height = height
            self.index = index
            self.hash = hash
        }
    }

    /// The nodes needed beside the given leaves, from left to right.
    ///
    /// - Parameter seqs: In ascending order, each below `size`.
    package static func nodes(
        beside seqs: [Int], in size: Int, perfect: (Int, Int) throws -> Digest
    ) rethrows -> [Node] {
        var nodes: [Node] = []
        try visit(seqs[...], 0, size) { height, index in
            nodes.append(Node(height: height, index: index, hash: try perfect(height, index)))
        }
        return nodes
    }

    /// The root of a tree from some of its leaves and the nodes beside them.
    ///
    /// - Returns: `nil` unless the nodes are exactly those needed, in order.
    package static func root(leaves: [(seq: Int, hash: Digest)], nodes: [Node], size: Int) -> Digest? {
        if size == 0 { return leaves.isEmpty && nodes.isEmpty ? MerkleTree.emptyRoot : nil }
        let hasher = Hasher256()
        var rest = nodes[...]
        let root = fold(leaves[...], &rest, 0, size, hasher)
        return rest.isEmpty ? root : nil
    }

    private static func visit(
        _ seqs: ArraySlice<Int>, _ low: Int, _ high: Int, _ take: (Int, Int) throws -> Void
    ) rethrows {
        let size = high - low
        if seqs.isEmpty, size & (size - 1) == 0 {
            return size == 0 ? () : try take(size.trailingZeroBitCount, low >> size.trailingZeroBitCount)
        }
        if size == 1 { return }
        let middle = low + MerkleTree.split(size)
        let cut = lowerBound(seqs) { $0 < middle }
        try visit(seqs[..<cut], low, middle, take)
        try visit(seqs[cut...], middle, high, take)
    }

    private static func fold(
        _ leaves: ArraySlice<(seq: Int, hash: Digest)>, _ nodes: inout ArraySlice<Node>, _ low: Int,
        _ high: Int,
        _ hasher: borrowing Hasher256
    ) -> Digest? {
        let size = high - low
        if leaves.isEmpty, size & (size - 1) == 0 {
            let height = size.trailingZeroBitCount
            guard let node = nodes.first, node.height == height, node.index == low >> height else {
                return nil
            }
            nodes.removeFirst()
            return node.hash
        }
        if size == 1 { return leaves.first?.hash }
        let middle = low + MerkleTree.split(size)
        let cut = lowerBound(leaves) { $0.seq < middle }
        guard let left = fold(leaves[..<cut], &nodes, low, middle, hasher),
            let right = fold(leaves[cut...], &nodes, middle, high, hasher)
        else { return nil }
        return hasher.node(left, right)
    }

    /// The first place in a sorted slice where the condition no longer holds.
    private static func lowerBound<Element>(_ slice: ArraySlice<Element>, _ holds: (Element) -> Bool) -> Int {
        var (low, high) = (slice.startIndex, slice.endIndex)
        while low < high {
            let middle = (low + high) / 2
            if holds(slice[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
