import GRDB
package import Ledger

extension LedgerStore {
    /// An entry's bytes, as they were hashed.
    package func entryBytes(_ seq: Int) throws -> [UInt8] { try pool.read { try Self.entryBytes(seq, $0) } }

    package func entry(_ seq: Int) throws -> Entry {
        do { return try Entry(decoding: try entryBytes(seq)) } catch is EntryError {
            throw StorageError.damaged(seq: seq)
        }
    }

    /// The receipt of an entry: its bytes and its inclusion in the last signed checkpoint.
    ///
    /// - Throws: `notSigned` when the entry is newer than that; `checkpoint()` signs it.
    package func receipt(_ seq: Int) throws -> TlogProof {
        let (note, checkpoint) = try lastCheckpoint()
        return try pool.read { database in
            guard seq < checkpoint.size else {
                throw try seq < Schema.size(database)
                    ? StorageError.notSigned(seq: seq) : StorageError.noEntry(seq: seq)
            }
            let hashes = try StoredTree(database).inclusionProof(of: seq, in: checkpoint.size)
            return TlogProof(
                index: seq, hashes: hashes, checkpoint: note, extra: try Self.entryBytes(seq, database))
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

    static func entryBytes(_ seq: Int, _ database: Database) throws -> [UInt8] {
        let statement = try Statement(database, "SELECT bytes FROM entries WHERE seq = ?")
        statement.bind(1, seq)
        guard try statement.step() else { throw StorageError.noEntry(seq: seq) }
        return Array(statement.blob(0))
    }
}
