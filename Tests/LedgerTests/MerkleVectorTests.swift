import Testing

@testable import Ledger

@Suite("The tree, held to foreign vectors", .enabled(if: Vectors.areHere, Vectors.missing))
struct MerkleVectorTests {
    private struct Inclusion: Decodable {
        let leafIdx: UInt64
        let treeSize: UInt64
        let root: String?
        let leafHash: String?
        let proof: [String]?
        let desc: String
        let wantErr: Bool
    }

    private struct Consistency: Decodable {
        let size1: UInt64
        let size2: UInt64
        let root1: String?
        let root2: String?
        let proof: [String]?
        let desc: String
        let wantErr: Bool
    }

    /// The probe takes any bytes for a hash; here only 32 are one, so anything else is refused on the way in.
    private func digests(_ texts: [String]?) -> [Digest]? {
        let digests = (texts ?? []).map { Base64.decode($0).flatMap { Digest($0) } }
        return digests.contains(nil) ? nil : digests.compactMap(\.self)
    }

    @Test("All 98 inclusion probes: the good accepted, the bad refused")
    func inclusion() throws {
        let files = try Vectors.files(below: "rfc6962/merkle-testdata/inclusion")
        #expect(files.count == 98)
        for file in files {
            let probe: Inclusion = try Vectors.decode(file)
            let hashes = digests([probe.leafHash ?? "", probe.root ?? ""])
            let accepted =
                if let hashes, let proof = digests(probe.proof), let index = Int(exactly: probe.leafIdx),
                    let size = Int(exactly: probe.treeSize)
                {
                    MerkleTree.verifyInclusion(
                        of: hashes[0], at: index, in: size, proof: proof, root: hashes[1])
                } else { false }
            #expect(accepted == !probe.wantErr, "\(file): \(probe.desc)")
        }
    }

    @Test(
        "All 98 consistency probes: the good accepted but for the one whose roots are no hashes, the bad refused"
    )
    func consistency() throws {
        let files = try Vectors.files(below: "rfc6962/merkle-testdata/consistency")
        #expect(files.count == 98)
        for file in files {
            let probe: Consistency = try Vectors.decode(file)
            let roots = digests([probe.root1 ?? "", probe.root2 ?? ""])
            let accepted =
                if let roots, let proof = digests(probe.proof), let old = Int(exactly: probe.size1),
                    let size = Int(exactly: probe.size2)
                {
                    MerkleTree.verifyConsistency(from: old, roots[0], to: size, roots[1], proof: proof)
                } else { false }
            // Two equal sizes with the same root of 24 bytes: a root that no tree of ours can have.
            let isKnown = file.hasSuffix("additional/sizes-are-equal-one-and-proof-is-empty.json")
            #expect(accepted == (!probe.wantErr && !isKnown), "\(file): \(probe.desc)")
        }
    }

    @Test("The CT reference hashes and roots")
    func reference() throws {
        struct Reference: Decodable {
            struct Case: Decodable {
                let what: String
                let data: String?
                let left: String?
                let right: String?
                let want: String
            }
            let cases: [Case]
            let ct_reference_leaves: [String]
            let ct_reference_roots: [String]
        }
        let reference: Reference = try Vectors.decode("rfc6962/hashes.json")
        for test in reference.cases {
            let input =
                switch test.what {
                case "leaf": [0] + (try hex(test.data ?? ""))
                case "node": [1] + (try hex(test.left ?? "")) + (try hex(test.right ?? ""))
                default: [UInt8]()
                }
            #expect(Digest.sha256(input).hex == test.want)
        }
        let leaves = try reference.ct_reference_leaves.map { leafHash(try hex($0)) }
        for (count, root) in reference.ct_reference_roots.enumerated() {
            #expect(PlainTree.root(leaves[...count]).hex == root)
            #expect(grown(Array(leaves[...count])).rootNow.hex == root)
        }
    }

    @Test("Roots of 0 to 300 leaves and around each power of two")
    func roots() throws {
        struct Roots: Decodable { let roots: [String: String] }
        let roots = try Vectors.decode("rfc6962/roots_leaf_n.json", as: Roots.self).roots
        var tail = TreeTail()
        #expect(roots.count > 300)
        for size in 0...1100 {
            if let root = roots[String(size)] {
                #expect(tail.rootNow.hex == root, "\(size)")
            }
            tail.append(leafHash(Array("leaf \(size)".utf8)), hasher: Hasher256()) { _ in }
        }
    }

    @Test("A Tessera log of 15 entries: its entries, its tile, its sixteen signed checkpoints")
    func tessera() throws {
        let key = try #require(
            VerifierKey("example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"))
        let entries = try #require(
            EntryBundle.entries(
                parsing: try Vectors.bytes("tessera-log/tile/entries/000.p/15"), count: 15))
        let leaves = entries.map(leafHash)
        #expect(
            grown(leaves).partialTiles.map { Digest.bytes(of: $0.hashes) } == [
                try Vectors.bytes("tessera-log/tile/0/000.p/15")
            ])
        for size in 1...15 {
            let bundle = try Vectors.bytes("tessera-log/" + TilePath.entries(index: 0, width: size))
            #expect(EntryBundle.entries(parsing: bundle, count: size) == Array(entries.prefix(size)))
            let tile = try Vectors.bytes("tessera-log/" + TilePath.tile(level: 0, index: 0, width: size))
            #expect(Tile.hashes(parsing: tile, width: size) == Array(leaves.prefix(size)))
        }
        for size in 0...15 {
            let note = try SignedNote(parsing: try Vectors.bytes("tessera-log/checkpoint.\(size)"))
            #expect(try note.verify(by: [key]) == [key])
            let checkpoint = try Checkpoint(note)
            #expect(checkpoint.size == size)
            #expect(checkpoint.root == grown(Array(leaves.prefix(size))).rootNow)
        }
    }

    @Test("Tiles lie where C2SP says, and a tree has those that it says")
    func tiles() throws {
        struct Paths: Decodable {
            struct Path: Decodable {
                let n: Int
                let path: String
            }
            struct Tree: Decodable {
                let size: Int
                let full: [String: Int]
                let partial: [String: Int]
            }
            let encode: [Path]
            let sizes: [Tree]
        }
        let paths: Paths = try Vectors.decode("c2sp/tile_paths.json")
        for test in paths.encode {
            #expect(TilePath.tile(level: 0, index: test.n, width: 256) == "tile/0/" + test.path)
        }
        for tree in paths.sizes {
            var full: [String: Int] = [:]
            var tail = TreeTail()
            for number in 0..<tree.size {
                tail.append(leafHash(Array("\(number)".utf8)), hasher: Hasher256()) {
                    full[String($0.level), default: 0] += 1
                }
            }
            #expect(full == tree.full, "\(tree.size)")
            let partial = tail.partialTiles.map { (String($0.level), $0.hashes.count) }
            #expect(Dictionary(uniqueKeysWithValues: partial) == tree.partial, "\(tree.size)")
        }
    }
}
