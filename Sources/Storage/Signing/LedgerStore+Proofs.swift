import GRDB
package import Ledger

extension LedgerStore {
    /// An entry's bytes, as they were hashed.
    package func entryBytes(_ seq: Int) throws -> [UInt8] {
        try pool.read { try Self.entryBytes(seq, try Statement($0, Self.selectEntry)) }
    }

    package func entry(_ seq: Int) throws -> Entry {
        do { return try Entry(decoding: try entryBytes(seq)) } catch is EntryError {
            throw StorageError.damaged(seq: seq)
        }
    }

    /// The receipt of an entry: its bytes and its inclusion in the last signed checkpoint.
    ///
    /// - Throws: `notSigned` when the entry is newer than that; `checkpoint()` signs it.
    package func receipt(_ seq: Int, in tree: HashAlgorithm = .sha256) throws -> TlogProof {
        try receipts([seq], in: tree)[0]
    }

    /// The receipts of many entries, in the order asked for.
    package func receipts(_ seqs: [Int], in tree: HashAlgorithm = .sha256) throws -> [TlogProof] {
        // Witnesses cosign the SHA-256 tree, which is the one that they know.
        let (note, checkpoint) = try tree == .sha256 ? lastCosigned() : lastCheckpoint(of: tree)
        return try pool.read { database in
            let size = try Schema.size(database)
            let tree = try StoredTree(database, tree)
            let entries = try Statement(database, Self.selectEntry)
            return try seqs.map { seq in
                guard seq < checkpoint.size else {
                    throw seq < size ? StorageError.notSigned(seq: seq) : StorageError.noEntry(seq: seq)
                }
                let hashes = try tree.inclusionProof(of: seq, in: checkpoint.size)
                let bytes = try Self.entryBytes(seq, entries)
                return TlogProof(index: seq, hashes: hashes, checkpoint: note, extra: bytes)
            }
        }
    }

    /// The proof that the checkpoint at one size began as the one at another.
    package func consistencyProof(from old: Int, to size: Int) throws -> [Digest] {
        try pool.read { try StoredTree($0).consistencyProof(from: old, to: size) }
    }

    /// Every signed checkpoint, smallest first.
    package func checkpoints() throws -> [SignedNote] {
        try pool.read { database in
            let statement = try Statement(database, "SELECT note FROM checkpoints ORDER BY size")
            var notes: [SignedNote] = []
            while try statement.step() { notes.append(try SignedNote(parsing: Array(statement.blob(0)))) }
            return notes
        }
    }

    static let selectEntry = "SELECT bytes FROM entries WHERE seq = ?"

    static func entryBytes(_ seq: Int, _ entries: borrowing Statement) throws -> [UInt8] {
        defer { entries.reset() }
        entries.bind(1, seq)
        guard try entries.step() else { throw StorageError.noEntry(seq: seq) }
        return Array(entries.blob(0))
    }
}
