/// A proof that one entry is in the ledger, in one file (C2SP tlog-proof@v1): what a receipt is.
///
/// With the ledger's public key it is checked offline; dropping the entry later is provable with it alone.
package struct TlogProof: Hashable, Sendable {
    /// The entry's number.
    package let index: Int
    /// From the leaf upwards.
    package let hashes: [Digest]
    package let checkpoint: SignedNote
    /// Data for the application; ours is the entry's bytes. Nothing is believed of it but that it hashes to the leaf.
    package let extra: [UInt8]?

    package init(index: Int, hashes: [Digest], checkpoint: SignedNote, extra: [UInt8]?) {
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
        self.extra = extra
    }

    static let header = "c2sp.org/tlog-proof@v1"

    /// Bytes of the file: an entry in base 64, 63 hashes, a note.
    package static let largest = 256 << 10

    package var bytes: [UInt8] {
        var lines = [Self.header]
        if let extra { lines.append("extra " + Base64.encode(extra)) }
        lines.append("index \(index)")
        lines += hashes.map(\.base64)
        return Array((lines.joined(separator: "\n") + "\n\n").utf8) + checkpoint.bytes
    }

    package init(parsing bytes: some Collection<UInt8>) throws(ProofError) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw .badFormat(line: 1)
        }
        var lines = TextLines(text)
        guard lines.next() == Self.header[...] else { throw .badFormat(line: 1) }
        var line = lines.next()
        if let encoded = line?.dropping(prefix: "extra ") {
            guard let data = Base64.decode(encoded) else { throw .badFormat(line: lines.number) }
            extra = data
            line = lines.next()
        } else {
            extra = nil
        }
        guard let index = line?.dropping(prefix: "index ").flatMap({ Checkpoint.size(String($0)) }) else {
            throw .badFormat(line: lines.number)
        }
        self.index = index
        hashes = try Self.hashes(&lines)
        checkpoint = try lines.note()
    }

    private static func hashes(_ lines: inout TextLines) throws(ProofError) -> [Digest] {
        var hashes: [Digest] = []
        while let line = lines.next() {
            if line.isEmpty { return hashes }
            guard hashes.count < 63, let hash = Base64.decode(line).flatMap({ Digest($0) }) else {
                throw .badFormat(line: lines.number)
            }
            hashes.append(hash)
        }
        throw .badFormat(line: lines.number)
    }

    /// Holds the proof to a ledger's keys, of which any one may have signed, and the entry it carries to the proof.
    ///
    /// - Returns: The entry and the checkpoint that contains it.
    package func verify(by keys: [VerifierKey]) throws(ProofError) -> (
        entry: Entry, checkpoint: Checkpoint
    ) {
        let state = try checkpoint.state(signedBy: keys)
        guard let extra else { throw .noEntry }
        let leaf = extra.withUnsafeBytes { Hasher256(state.algorithm).leaf($0) }
        guard
            MerkleTree.verifyInclusion(
                of: leaf, at: index, in: state.size, proof: hashes, root: state.root, by: state.algorithm)
        else {
            throw .notIncluded(seq: index)
        }
        do { return (try Entry(decoding: extra), state) } catch { throw .badEntry(seq: index, error) }
    }
}

extension SignedNote {
    /// The checkpoint that one of a ledger's own keys signed under the ledger's name or that of its SM3 tree.
    func state(signedBy keys: [VerifierKey]) throws(ProofError) -> Checkpoint {
        let all = keys + keys.map { $0.named(HashAlgorithm.sm3.origin(of: $0.name)) }
        do throws(NoteError) { return try Checkpoint(self, signedBy: all) } catch {
            throw .badCheckpoint(error)
        }
    }
}
