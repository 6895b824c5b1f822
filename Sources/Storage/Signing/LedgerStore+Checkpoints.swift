import GRDB
package import Ledger

extension LedgerStore {
    /// The last signed checkpoint.
    package func lastCheckpoint() throws -> (note: SignedNote, checkpoint: Checkpoint) {
        try head.state()
    }

    /// Signs the ledger as it stands; gives the last checkpoint back when nothing was added since.
    ///
    /// Before signing, every entry since then is read again through another connection and hashed again: a bit that
    /// flipped between hashing and storing must not be signed. The head file moves before the database learns of it,
    /// so a crash between the two leaves nothing that a later start would refuse.
    ///
    /// - Throws: `damaged` naming the entry that is not what was filed; `headMoved` when another process signed.
    @discardableResult
    package func checkpoint() throws -> SignedNote { try device.watching { try sign() } }

    private func sign() throws -> SignedNote {
        let (last, signed) = try lastCheckpoint()
        let state = try pool.read { try verifiedState($0, since: signed) }
        guard state.size > signed.size else { return last }
        let note = try head.swap(last, for: state.signed(by: KeyRing.read(from: folder).signing))
        try pool.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO checkpoints (size, note) VALUES (?, ?)",
                arguments: [state.size, Blob(note.bytes)])
        }
        return note
    }

    private func verifiedState(_ database: Database, since signed: Checkpoint) throws -> Checkpoint {
        let tree = try StoredTree(database)
        let hasher = Hasher256()
        var tail = try tree.tail(of: signed.size)
        guard tail.root(hasher: hasher) == signed.root else {
            throw StorageError.forkedFromHead(signed: signed.size)
        }
        let entries = try Statement(database, "SELECT seq, bytes FROM entries WHERE seq >= ? ORDER BY seq")
        entries.bind(1, signed.size)
        while try entries.step() {
            let seq = entries.integer(0)
            guard seq == tail.size else { throw StorageError.noEntry(seq: tail.size) }
            let leaf = hasher.leaf(entries.blob(1))
            guard try tree.node(height: 0, index: seq) == leaf else { throw StorageError.damaged(seq: seq) }
            tail.append(leaf, hasher: hasher) { _ in }
        }
        let root = tail.root(hasher: hasher)
        guard try tree.root(of: tail.size) == root else { throw StorageError.damagedTree(size: tail.size) }
        return Checkpoint(origin: origin, size: tail.size, root: root)
    }
}
