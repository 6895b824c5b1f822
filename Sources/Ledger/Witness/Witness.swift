/// A log that a witness follows, and how far it has seen it.
package struct WitnessedLog: Hashable, Sendable {
    package let origin: String
    /// Any one of which must have signed a checkpoint.
    package let keys: [VerifierKey]
    /// As cosigned last; `nil` before the first time.
    package let last: Checkpoint?
    /// Seconds since 1970 of that cosignature.
    package let time: UInt64

    package init(origin: String, keys: [VerifierKey], last: Checkpoint? = nil, time: UInt64 = 0) {
        self.origin = origin
        self.keys = keys
        self.last = last
        self.time = time
    }

    package var size: Int { last?.size ?? 0 }

    /// Whether a request, whatever old size it names, carries the log's signature under another root of the size
    /// cosigned last: two stories told by the same key.
    package func isForked(by request: AddCheckpoint) -> Bool {
        guard let last, let checkpoint = try? Checkpoint(request.note, signedBy: keys) else { return false }
        return checkpoint.size == last.size && checkpoint.root != last.root
    }
}

/// What a witness decides; it cosigns only what extends everything it cosigned before (C2SP tlog-witness 1.0).
///
/// Deciding changes nothing: whoever asks must hold the log's state locked from reading it until `Cosigned.log` is on
/// the disk, and only then hand out the signature.
package struct Witness: Sendable {
    package let key: CosigningKey

    package init(key: CosigningKey) { self.key = key }

    package struct Cosigned: Hashable, Sendable {
        package let signature: SignedNote.NoteSignature
        /// The log's signatures and the witness's, nobody else's.
        package let note: SignedNote
        /// The state to keep.
        package let log: WitnessedLog
    }

    /// - Parameters:
    ///   - log: The state kept for the checkpoint's origin; `nil` when it is not followed.
    ///   - time: Seconds since 1970-01-01T00:00:00Z.
    package func cosign(_ request: AddCheckpoint, of log: WitnessedLog?, at time: UInt64)
        throws(WitnessRefusal) -> Cosigned
    {
        let checkpoint = try Self.checkpoint(of: request.note)
        guard let log, log.origin == checkpoint.origin else {
            throw .unknownLog(origin: checkpoint.origin)
        }
        guard let signed = try? request.note.signatures(by: log.keys), !signed.isEmpty else {
            throw .notSignedByLog
        }
        guard request.old <= checkpoint.size else { throw .shrinks }
        guard request.old == log.size else { throw .conflict(size: log.size) }
        guard Self.extends(log.last, checkpoint, request.proof) else { throw .inconsistent(size: log.size) }
        guard time >= log.time else { throw .clockBehind(last: log.time) }
        let signature = key.cosign(checkpoint, at: time)
        return Cosigned(
            signature: signature, note: SignedNote(text: request.note.text, signatures: signed + [signature]),
            log: WitnessedLog(origin: log.origin, keys: log.keys, last: checkpoint, time: time))
    }

    /// The name of the log that a request is about.
    package static func origin(of request: AddCheckpoint) throws(WitnessRefusal) -> String {
        try checkpoint(of: request.note).origin
    }

    private static func checkpoint(of note: SignedNote) throws(WitnessRefusal) -> Checkpoint {
        do { return try Checkpoint(note) } catch { throw .malformed }
    }

    private static func extends(_ last: Checkpoint?, _ checkpoint: Checkpoint, _ proof: [Digest]) -> Bool {
        guard let last, last.size > 0 else {
            // Every tree extends the empty one, and nothing is to be proven for it.
            return proof.isEmpty && (checkpoint.size > 0 || checkpoint.root == MerkleTree.emptyRoot)
        }
        return MerkleTree.verifyConsistency(
            from: last.size, last.root, to: checkpoint.size, checkpoint.root, proof: proof)
    }
}
