import Glibc
import Ledger

/// Well-formed inputs to begin from, made anew the same way each time: `FUZZ=seeds Fuzz FOLDER`.
enum Seeds {
    private static let entries: [[UInt8]] = (0..<5).compactMap { number in
        guard let known = CivilTime("2026-01-05T09:00".utf8) else { return nil }
        let entry = Entry(
            register: "visit", record: "v\(number)", revision: number == 4 ? 2 : 1,
            previous: number == 4 ? 0 : nil, happenedAt: CivilTime("2026-01-04".utf8), knownAt: known,
            recordedAt: UTCTime(milliseconds: 1_764_898_205_042),
            actor: Entry.Actor(id: "P1", role: "officer", unit: "U1"), basis: "pufa-duty",
            fields: CanonicalJSON(["people": .integer(Int64(number)), "remark": "第一次\n\"走访\""]),
            commitments: [Commitment(group: "speakers", hmac: .sha256([1]))],
            attachments: [Entry.Attachment(size: 3, sha256: .sha256([2]), sm3: .sha256([3]))])
        return try? entry.encoded()
    }

    private static var tail: TreeTail {
        var tail = TreeTail()
        for entry in entries { tail.append(leaf(entry), hasher: Hasher256()) { _ in } }
        return tail
    }

    private static func leaf(_ entry: [UInt8]) -> Digest { entry.withUnsafeBytes { Hasher256().leaf($0) } }

    private static func perfect(_ height: Int, _ index: Int) -> Digest {
        if height == 0 { return leaf(entries[index]) }
        return Hasher256().node(perfect(height - 1, 2 * index), perfect(height - 1, 2 * index + 1))
    }

    private static let checkpoint = Checkpoint(
        origin: FuzzTarget.key.verifier.name, size: entries.count, root: tail.root(hasher: Hasher256()))
    private static let note = checkpoint.signed(by: [FuzzTarget.key])

    private static func proof(_ index: Int) -> TlogProof {
        let path = MerkleTree.inclusionProof(
            of: index, in: entries.count, hasher: Hasher256(), perfect: perfect)
        return TlogProof(index: index, hashes: path, checkpoint: note, extra: entries[index])
    }

    private static var evidence: EvidencePack {
        let manifest = EvidenceManifest(
            title: "年度报告", template: "annual", period: "2025", pack: "hash",
            frozenAt: UTCTime(milliseconds: 1_764_898_205_042), log: FuzzTarget.key.verifier, documents: [],
            figures: [
                .init(id: "F01", value: "2", definition: "次数", measure: .records, records: [1, 2]),
                .init(
                    id: "F02", value: "3", definition: "人数", measure: .sum(field: "people"),
                    records: [1, 2]),
            ],
            claims: [
                .init(id: "C1", holds: false, sentence: "有例外", universe: 2, support: 1, counter: [2])
            ])
        return EvidencePack(
            manifest: CanonicalJSON(manifest.json), frozen: 4,
            leaves: [1, 2, 4].map { .init(seq: $0, content: .entry(entries[$0])) },
            nodes: SparseProof.nodes(beside: [1, 2, 4], in: entries.count, perfect: perfect), checkpoint: note)
    }

    static func all() -> [(FuzzTarget, [[UInt8]])] {
        var bundle: [UInt8] = [UInt8(entries.count - 1)]
        for entry in entries { entry.withUnsafeBytes { EntryBundle.add($0, to: &bundle) } }
        let hashes = [UInt8(entries.count - 1)] + Digest.bytes(of: tail.partialTiles[0].hashes)
        let path = MerkleTree.consistencyProof(
            from: 3, to: entries.count, hasher: Hasher256(), perfect: perfect)
        let policy = "log \(FuzzTarget.key.verifier.text)\nquorum none\n"
        return [
            (.note, [note.bytes]), (.checkpoint, [Array(checkpoint.text.utf8)]),
            (.proof, [proof(0).bytes, proof(4).bytes]), (.evidence, [evidence.bytes]),
            (.tile, [hashes, bundle]), (.entry, entries), (.policy, [Array(policy.utf8)]),
            (
                .request,
                [
                    AddCheckpoint(old: 3, proof: path, note: note).bytes,
                    WitnessParcel(steps: [.init(old: 0, proof: []), .init(old: 3, proof: path)], note: note)
                        .bytes,
                ]
            ),
        ]
    }

    static func write(to folder: String) {
        for (target, seeds) in all() {
            mkdir("\(folder)/\(target.rawValue)", 0o755)
            for (number, seed) in seeds.enumerated() {
                guard let file = fopen("\(folder)/\(target.rawValue)/seed-\(number)", "w") else {
                    perror(folder)
                    exit(1)
                }
                fwrite(seed, 1, seed.count, file)
                fclose(file)
            }
        }
    }
}
