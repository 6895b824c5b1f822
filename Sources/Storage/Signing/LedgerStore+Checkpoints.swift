import GRDB
package import Ledger

extension LedgerStore {
    /// The last signed checkpoint of a tree.
    package func lastCheckpoint(
        of tree: HashAlgorithm = .sha256
    ) throws -> (note: SignedNote, checkpoint: Checkpoint) {
        try HeadFile(folder: folder, tree).state()
    }

    /// Signs the ledger as it stands, each of its trees; gives the last checkpoint back when nothing was added since.
    ///
    /// Before signing, every entry since then is read again through another connection and hashed again: a bit that
    /// flipped between hashing and storing must not be signed. The head file moves before the database learns of it,
    /// so a crash between the two leaves nothing that a later start would refuse.
    ///
    /// - Returns: That of the SHA-256 tree.
    /// - Throws: `damaged` naming the entry that is not what was filed; `headMoved` when others sign without a pause.
    @discardableResult
    package func checkpoint() throws -> SignedNote {
        try device.watching {
            let note = try sign(.sha256)
            for algorithm in try trees().dropFirst() { try sign(algorithm) }
            return note
        }
    }

    /// The trees that the ledger keeps over its entries, SHA-256 first.
    package func trees() throws -> [HashAlgorithm] { try pool.read(HashAlgorithm.kept) }

    /// Where another process signed in between, begins again from what it signed: a page that is served signs while an
    /// import does.
    @discardableResult
    private func sign(_ algorithm: HashAlgorithm) throws -> SignedNote {
        for _ in 0..<16 {
            do { return try signOnce(algorithm) } catch StorageError.headMoved { continue }
        }
        return try signOnce(algorithm)
    }

    private func signOnce(_ algorithm: HashAlgorithm) throws -> SignedNote {
        let head = HeadFile(folder: folder, algorithm)
        let (last, signed) = try head.state()
        let state = try pool.read { try verifiedState($0, since: signed) }
        guard state.size > signed.size else { return last }
        let note = try head.swap(last, for: try self.signed(state))
        try pool.write { database in
            try database.execute(
                sql: "INSERT OR REPLACE INTO \(algorithm.checkpoints) (size, note) VALUES (?, ?)",
                arguments: [state.size, Blob(note.bytes)])
        }
        return note
    }

    /// Under each key of the ledger, in the name of the tree.
    func signed(_ state: Checkpoint) throws -> SignedNote {
        state.signed(by: try KeyRing.read(from: folder).signing.map { $0.named(state.origin) })
    }

    private func verifiedState(_ database: Database, since signed: Checkpoint) throws -> Checkpoint {
        let tree = try StoredTree(database, signed.algorithm)
        let hasher = Hasher256(signed.algorithm)
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
        return Checkpoint(origin: signed.origin, size: tail.size, root: root)
    }
}
