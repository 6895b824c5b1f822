import Testing

@testable import Ledger

@Suite("The tree")
struct MerkleTreeTests {
    private static let leaves = (0..<600).map { leafHash(Array("leaf \($0)".utf8)) }
    private var hasher: Hasher256 { Hasher256() }

    /// Roots of perfect subtrees, computed from all leaves.
    private func perfect(_ height: Int, _ index: Int) -> Digest {
        PlainTree.root(Self.leaves[(index << height)..<((index + 1) << height)])
    }

    @Test(
        "Every inclusion proof at every size up to 65 is that of the RFC, verifies, and no other index does")
    func inclusion() {
        for size in 1...65 {
            let leaves = Self.leaves[..<size]
            let root = PlainTree.root(leaves)
            for index in 0..<size {
                let proof = MerkleTree.inclusionProof(of: index, in: size, hasher: hasher, perfect: perfect)
                #expect(proof == PlainTree.path(index, leaves))
                for other in 0..<size {
                    let holds = MerkleTree.verifyInclusion(
                        of: Self.leaves[index], at: other, in: size, proof: proof, root: root)
                    #expect(holds == (other == index), "\(index) as \(other) of \(size)")
                }
            }
        }
    }

    @Test("Every consistency proof between sizes up to 65 is that of the RFC and verifies")
    func consistency() {
        for size in 1...65 {
            let root = PlainTree.root(Self.leaves[..<size])
            for old in 1...size {
                let proof = MerkleTree.consistencyProof(from: old, to: size, hasher: hasher, perfect: perfect)
                #expect(proof == PlainTree.consistency(old, Self.leaves[..<size]))
                let oldRoot = PlainTree.root(Self.leaves[..<old])
                #expect(MerkleTree.verifyConsistency(from: old, oldRoot, to: size, root, proof: proof))
                if old < size {
                    #expect(!MerkleTree.verifyConsistency(from: old, root, to: size, root, proof: proof))
                }
            }
        }
    }

    @Test("A proof with any one bit changed is refused")
    func flips() {
        let (size, index) = (37, 21)
        let root = PlainTree.root(Self.leaves[..<size])
        let proof = PlainTree.path(index, Self.leaves[..<size])
        for position in proof.indices {
            for bit in 0..<256 {
                var changed = proof
                changed[position] = proof[position].flipping(bit: bit)
                #expect(
                    !MerkleTree.verifyInclusion(
                        of: Self.leaves[index], at: index, in: size, proof: changed, root: root))
            }
        }
    }

    @Test(
        "A growing tree has the RFC's root and tiles at every size, and can be taken up at each",
        arguments: 0..<4)
    func growing(quarter: Int) throws {
        var tail = TreeTail()
        var full: [Tile] = []
        for size in 0..<600 {
            if size % 4 == quarter {
                #expect(tail.rootNow == PlainTree.root(Self.leaves[..<size]))
                let partial = tail.partialTiles
                let levels = (0..<3).map { level in partial.first { $0.level == level }?.hashes ?? [] }
                let again = try #require(resumed(size, levels))
                #expect(again.rootNow == tail.rootNow)
                #expect(again.partialTiles == partial)
            }
            tail.append(Self.leaves[size], hasher: hasher) { full.append($0) }
        }
        #expect(full.map { [$0.level, $0.index] } == [[0, 0], [0, 1]])
        #expect(full.map(\.hashes) == [Array(Self.leaves[..<256]), Array(Self.leaves[256..<512])])
        #expect(full[1].inner.count == 254)
        #expect(full[1].inner[0] == PlainTree.root(Self.leaves[256..<258]))
        #expect(full[1].inner[253] == PlainTree.root(Self.leaves[384..<512]))
    }

    @Test(
        "One proof for many entries verifies, and no leaf, node or size of it can change", arguments: 0..<40)
    func sparse(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let size = Int.random(in: 1...200, using: &random)
        let seqs = (0..<size).filter { _ in Int.random(in: 0..<7, using: &random) == 0 }
        let nodes = SparseProof.nodes(beside: seqs, in: size, perfect: perfect)
        let leaves = seqs.map { (seq: $0, hash: Self.leaves[$0]) }
        let root = PlainTree.root(Self.leaves[..<size])
        #expect(SparseProof.root(leaves: leaves, nodes: nodes, size: size) == root)
        for position in leaves.indices {
            var changed = leaves
            changed[position].hash = changed[position].hash.flipping(bit: 5)
            #expect(SparseProof.root(leaves: changed, nodes: nodes, size: size) != root)
            changed.remove(at: position)
            #expect(SparseProof.root(leaves: changed, nodes: nodes, size: size) != root)
        }
        if let last = nodes.last {
            #expect(SparseProof.root(leaves: leaves, nodes: nodes + [last], size: size) == nil)
            #expect(SparseProof.root(leaves: leaves, nodes: nodes.dropLast(), size: size) != root)
        }
    }
}

/// SplitMix64, so that a failure comes again from its seed.
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
