import Ledger

/// The parsers, each with what must hold of whatever it accepts: mostly that there is one way to write it.
enum FuzzTarget: String, CaseIterable {
    case note, checkpoint, proof, evidence, tile, entry, request, policy

    func run(_ bytes: [UInt8]) {
        switch self {
        case .note: Self.note(bytes)
        case .checkpoint: Self.checkpoint(bytes)
        case .proof: Self.proof(bytes)
        case .evidence: Self.evidence(bytes)
        case .tile: Self.tile(bytes)
        case .entry: Self.entry(bytes)
        case .request: Self.request(bytes)
        case .policy: Self.policy(bytes)
        }
    }

    /// The key that signed the corpus: `example.test/fuzz`, seed of 32 sevens.
    static let key = SigningKey(name: "example.test/fuzz", seed: Array(repeating: 7, count: 32))

    private static func note(_ bytes: [UInt8]) {
        guard let note = try? SignedNote(parsing: bytes) else { return }
        precondition(note.bytes == bytes, "a note is written in another way than it was read")
        _ = try? note.verify(by: [key.verifier])
    }

    private static func checkpoint(_ bytes: [UInt8]) {
        guard let text = String(validating: bytes, as: UTF8.self),
            let checkpoint = try? Checkpoint(parsing: text)
        else { return }
        precondition(Array(checkpoint.text.utf8) == bytes, "a checkpoint has two ways to be written")
        precondition(checkpoint.size >= 0)
    }

    private static func proof(_ bytes: [UInt8]) {
        guard let proof = try? TlogProof(parsing: bytes) else { return }
        precondition(proof.bytes == bytes, "a proof has two ways to be written")
        _ = try? proof.verify(by: [key.verifier])
    }

    private static func evidence(_ bytes: [UInt8]) {
        guard let pack = try? EvidencePack(parsing: bytes) else { return }
        precondition(pack.bytes == bytes, "an evidence pack has two ways to be written")
        _ = try? pack.verify(by: [key.verifier])
    }

    /// The first byte says how many; its lowest bit which of the two.
    private static func tile(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let (width, rest) = (Int(first) + 1, Array(bytes.dropFirst()))
        if let hashes = Tile.hashes(parsing: rest, width: width) {
            precondition(hashes.count == width && Digest.bytes(of: hashes) == rest)
        }
        if let entries = EntryBundle.entries(parsing: rest, count: width) {
            var again: [UInt8] = []
            for entry in entries { entry.withUnsafeBytes { EntryBundle.add($0, to: &again) } }
            precondition(entries.count == width && again == rest, "a bundle has two ways to be written")
        }
    }

    private static func entry(_ bytes: [UInt8]) {
        // Of what is no entry the outline may say anything, but read nothing outside.
        bytes.withUnsafeBytes { _ = EntryOutline($0) }
        guard let entry = try? Entry(decoding: bytes) else { return }
        precondition((try? entry.encoded()) == bytes, "an entry has two ways to be written")
        bytes.withUnsafeBytes { raw in
            // The audit reads entries by their outline: whatever decodes must have one, and the same register.
            guard let outline = EntryOutline(raw), let register = outline.plainText(outline.register) else {
                preconditionFailure("an entry without an outline")
            }
            precondition(String(decoding: register, as: UTF8.self) == entry.register)
        }
    }

    private static func request(_ bytes: [UInt8]) {
        if let request = try? AddCheckpoint(parsing: bytes) { precondition(request.bytes == bytes) }
        if let parcel = try? WitnessParcel(parsing: bytes) { precondition(parcel.bytes == bytes) }
    }

    private static func policy(_ bytes: [UInt8]) {
        _ = try? WitnessPolicy(parsing: bytes)
    }
}
