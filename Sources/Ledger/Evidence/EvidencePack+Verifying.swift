extension EvidencePack {
    /// What a pack that verifies has shown.
    package struct Finding: Hashable, Sendable {
        package let manifest: EvidenceManifest
        package let checkpoint: Checkpoint
        package let entries: Int
        /// Entries of which this copy holds only the hash.
        package let withheld: Int
        /// Figures counted again from the entries.
        package let recounted: [String]
        /// Figures that cannot be: by their definition, or because entries are withheld.
        package let notRecounted: [String]
    }

    /// Holds everything in the pack to the checkpoint, and the figures to the entries.
    ///
    /// - Parameter keys: The ledger's public keys from elsewhere, retired ones too; `nil` takes the one that the pack itself names, which
    ///   shows that the pack agrees with itself and no more.
    package func verify(by keys: [VerifierKey]? = nil) throws(ProofError) -> Finding {
        let manifest = try manifestValue()
        guard keys?.contains(manifest.log) ?? true else { throw .foreignKey }
        let state = try checkpoint.state(signedBy: [manifest.log])
        let hasher = Hasher256()
        var hashes: [(seq: Int, hash: Digest)] = []
        for leaf in leaves { hashes.append((leaf.seq, leaf.content.hash(hasher))) }
        guard hashes.last.map({ $0.seq < state.size }) ?? true,
            SparseProof.root(leaves: hashes, nodes: nodes, size: state.size) == state.root
        else { throw .wrongRoot }
        let entries = try decodedEntries()
        try requireFreezing(entries)
        return try recount(manifest, entries, state)
    }

    private func manifestValue() throws(ProofError) -> EvidenceManifest {
        guard let json = try? manifest.value() else { throw .badManifest }
        return try EvidenceManifest(json)
    }

    /// By seq; `nil` where the entry is withheld.
    private func decodedEntries() throws(ProofError) -> [Int: Entry?] {
        var entries: [Int: Entry?] = [:]
        for leaf in leaves {
            guard case .entry(let bytes) = leaf.content else {
                entries.updateValue(nil, forKey: leaf.seq)
                continue
            }
            do { entries[leaf.seq] = try Entry(decoding: bytes) } catch {
                throw .badEntry(seq: leaf.seq, error)
            }
        }
        return entries
    }

    /// The manifest itself is in no leaf; the entry of the freezing carries its digest.
    private func requireFreezing(_ entries: [Int: Entry?]) throws(ProofError) {
        let digest = Digest.sha256(manifest.bytes)
        guard let entry = entries[frozen] ?? nil, entry.event == "frozen",
            entry.attachments.contains(where: { $0.sha256 == digest && $0.size == manifest.bytes.count })
        else { throw .manifestNotFrozen }
    }

    private func recount(
        _ manifest: EvidenceManifest, _ entries: [Int: Entry?], _ state: Checkpoint
    ) throws(ProofError) -> Finding {
        var (recounted, notRecounted): ([String], [String]) = ([], [])
        for claim in manifest.claims {
            for seq in claim.counter where entries[seq] == nil {
                throw .missingRecord(figure: claim.id, seq: seq)
            }
        }
        for figure in manifest.figures {
            let used = try figure.entries(entries)
            guard let found = try figure.recount(used) else {
                notRecounted.append(figure.id)
                continue
            }
            guard found == figure.value else {
                throw .wrongFigure(figure: figure.id, stated: figure.value, found: found)
            }
            recounted.append(figure.id)
        }
        return Finding(
            manifest: manifest, checkpoint: state, entries: leaves.count,
            withheld: entries.values.filter { $0 == nil }.count, recounted: recounted,
            notRecounted: notRecounted)
    }
}
