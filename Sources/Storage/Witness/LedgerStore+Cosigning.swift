import GRDB
package import Ledger

extension LedgerStore {
    /// The request to a witness for the last checkpoint, from a size that it cosigned.
    ///
    /// - Parameter old: `nil` is the newest size that is known here to bear its cosignature, or 0.
    package func request(to witness: VerifierKey, from old: Int? = nil) throws -> AddCheckpoint {
        let policy = try requiredPolicy()
        let (note, checkpoint) = try lastCheckpoint()
        return try pool.read { database in
            let known = try CosignedCheckpoints(database, policy).sizes(cosignedBy: witness, most: 1).first
            let old = old ?? known ?? 0
            let proof = try StoredTree(database).proof(from: old, to: checkpoint.size)
            return AddCheckpoint(old: old, proof: proof, note: try bare(note))
        }
    }

    /// The newest size that is known here to bear a witness's cosignature; 0 for none.
    package func size(cosignedBy witness: VerifierKey) throws -> Int {
        let policy = try requiredPolicy()
        return try pool.read { database in
            try CosignedCheckpoints(database, policy).sizes(cosignedBy: witness, most: 1).first ?? 0
        }
    }

    /// The last checkpoint for witnesses that no network reaches, provable from each size that they may hold: those
    /// cosigned last, those signed last, and any that a witness has named.
    package func parcel(from named: [Int]) throws -> WitnessParcel {
        let policy = try witnessPolicy()
        let (note, checkpoint) = try lastCheckpoint()
        return try pool.read { database in
            let tree = try StoredTree(database)
            let cosigned =
                try policy.map { try CosignedCheckpoints(database, $0).sizes(most: Self.cosignedSteps) } ?? []
            let signed = try Self.newestSizes(database, most: Self.signedSteps)
            let sizes = Set(named + cosigned + signed + [0, checkpoint.size])
                .filter { (0...checkpoint.size).contains($0) }
            let steps = try sizes.sorted().map {
                WitnessParcel.Step(old: $0, proof: try tree.proof(from: $0, to: checkpoint.size))
            }
            return WitnessParcel(steps: steps, note: try bare(note))
        }
    }

    private static let cosignedSteps = 32
    private static let signedSteps = 32

    private static func newestSizes(_ database: Database, most: Int) throws -> [Int] {
        let rows = try Statement(database, "SELECT size FROM checkpoints ORDER BY size DESC LIMIT ?")
        rows.bind(1, most)
        var sizes: [Int] = []
        while try rows.step() { sizes.append(rows.integer(0)) }
        return sizes
    }

    /// A note with nothing but the ledger's own signatures.
    private func bare(_ note: SignedNote) throws -> SignedNote {
        SignedNote(text: note.text, signatures: try note.signatures(by: verifierKeys))
    }

    /// Keeps the cosignatures of witnesses of the policy under a checkpoint of this ledger; others are passed over.
    ///
    /// - Parameter note: The checkpoint's text with their signatures; the ledger's own need not be there.
    /// - Returns: The note as it is kept now, with the names of the witnesses that it bears.
    /// - Throws: `unknownCheckpoint` when the ledger did not sign this text; `NoteError` for a false signature.
    @discardableResult
    package func accept(_ note: SignedNote) throws -> (note: SignedNote, standing: WitnessPolicy.Standing) {
        let policy = try requiredPolicy()
        let checkpoint = try Checkpoint(note)
        let cosignatures = try note.signatures(by: policy.witnesses.map(\.key))
        return try pool.write { database in
            guard let kept = try Self.note(of: checkpoint.size, database), kept.text == note.text else {
                throw WitnessFault.unknownCheckpoint(origin: checkpoint.origin, size: checkpoint.size)
            }
            guard !cosignatures.isEmpty else { throw WitnessFault.nobodySigned }
            let joined = kept.adding(cosignatures)
            try database.execute(
                sql: "UPDATE checkpoints SET note = ? WHERE size = ?",
                arguments: [Blob(joined.bytes), checkpoint.size])
            return (joined, try policy.standing(of: joined))
        }
    }

    /// The newest checkpoint of at least so many entries that meets the quorum; `nil` while there is none.
    ///
    /// - Parameter key: A key of the ledger that must have signed it; `nil` is any.
    package func witnessedCheckpoint(covering size: Int, signedBy key: VerifierKey? = nil) throws
        -> SignedNote?
    {
        let policy = try requiredPolicy()
        return try pool.read { database in
            try CosignedCheckpoints(database, policy).newestWithQuorum(covering: size, signedBy: key)?.note
        }
    }

    /// The last signed checkpoint with the cosignatures that it has by now: what is shown and handed out.
    ///
    /// The head file holds the bare one, which a signer must find there unchanged.
    package func lastCosigned() throws -> (note: SignedNote, checkpoint: Checkpoint) {
        let (note, checkpoint) = try lastCheckpoint()
        return (try pool.read { try Self.note(of: checkpoint.size, $0) } ?? note, checkpoint)
    }

    /// A signed checkpoint with the cosignatures that it has by now.
    static func note(of size: Int, _ database: Database) throws -> SignedNote? {
        let row = try Statement(database, "SELECT note FROM checkpoints WHERE size = ?")
        row.bind(1, size)
        return try row.step() ? try SignedNote(parsing: Array(row.blob(0))) : nil
    }
}

extension StoredTree {
    /// Consistency; from nothing, and between equal sizes, there is nothing to be proven.
    func proof(from old: Int, to size: Int) throws -> [Digest] {
        old == 0 || old == size ? [] : try consistencyProof(from: old, to: size)
    }
}
