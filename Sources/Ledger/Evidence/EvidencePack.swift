/// A frozen report's evidence in one file that verifies offline (`Docs/formats/evidence-pack.md`).
package struct EvidencePack: Hashable, Sendable {
    /// Canonical JSON of an `EvidenceManifest`.
    package let manifest: CanonicalJSON
    /// The entry that records the freezing: its attachments name the manifest by digest.
    package let frozen: Int
    /// Ascending.
    package let leaves: [Leaf]
    package let nodes: [SparseProof.Node]
    package let checkpoint: SignedNote

    package struct Leaf: Hashable, Sendable {
        package let seq: Int
        package let content: Content

        package init(seq: Int, content: Content) {
            self.seq = seq
            self.content = content
        }

        package enum Content: Hashable, Sendable {
            /// The entry's bytes.
            case entry([UInt8])
            /// Only the leaf hash: the entry was withheld from this copy.
            case withheld(Digest)
        }
    }

    package init(
        manifest: CanonicalJSON, frozen: Int, leaves: [Leaf], nodes: [SparseProof.Node],
        checkpoint: SignedNote
    ) {
        self.manifest = manifest
        self.frozen = frozen
        self.leaves = leaves
        self.nodes = nodes
        self.checkpoint = checkpoint
    }

    static let header = "zhunsheng/evidence/v1"

    /// Bytes of a file that is read.
    package static let largest = 1 << 30

    /// A copy without the entries named: it verifies as before, but nobody reads them.
    package func withholding(_ seqs: Set<Int>) -> EvidencePack {
        let hasher = Hasher256()
        let leaves = leaves.map { leaf in
            guard seqs.contains(leaf.seq), leaf.seq != frozen, case .entry = leaf.content else { return leaf }
            return Leaf(seq: leaf.seq, content: .withheld(leaf.content.hash(hasher)))
        }
        return EvidencePack(
            manifest: manifest, frozen: frozen, leaves: leaves, nodes: nodes, checkpoint: checkpoint)
    }
}

extension EvidencePack.Leaf.Content {
    func hash(_ hasher: borrowing Hasher256) -> Digest {
        switch self {
        case .entry(let bytes): bytes.withUnsafeBytes { hasher.leaf($0) }
        case .withheld(let hash): hash
        }
    }
}
