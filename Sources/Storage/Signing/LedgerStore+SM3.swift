import GRDB
import Ledger

extension LedgerStore {
    /// Keeps a second tree from now on, SM3 over the same bytes, with checkpoints of its own; builds it over what is there.
    ///
    /// - Throws: `hasSM3Tree` when the ledger keeps one already.
    package func enableSM3Tree() throws {
        guard try trees() == [.sha256] else { throw StorageError.hasSM3Tree }
        // The head first: a crash before the tables leaves the head of an empty tree, which is no tree yet.
        let head = HeadFile(folder: folder, .sm3)
        try head.locked { try head.create(try signed(HashAlgorithm.sm3.emptyCheckpoint(of: origin))) }
        try pool.write { database in
            try HashAlgorithm.sm3.createTables(database)
            appender.drop()
        }
        try append { _ in }
        try checkpoint()
    }

    /// Holds the database to the last signed checkpoint of each tree, which lies outside it.
    func requireHeads() throws {
        try pool.write { database in
            let kept = try HashAlgorithm.kept(in: database)
            for algorithm in kept { try requireHead(of: algorithm, database) }
            let sm3 = HeadFile(folder: folder, .sm3)
            guard kept == [.sha256], sm3.exists, case let signed = try sm3.state().checkpoint.size, signed > 0
            else { return }
            throw StorageError.behindHead(size: 0, signed: signed)
        }
    }

    private func requireHead(of algorithm: HashAlgorithm, _ database: Database) throws {
        let (note, signed) = try HeadFile(folder: folder, algorithm).state()
        let size = try Schema.size(database)
        guard size >= signed.size else { throw StorageError.behindHead(size: size, signed: signed.size) }
        guard try StoredTree(database, algorithm).root(of: signed.size) == signed.root else {
            throw StorageError.forkedFromHead(signed: signed.size)
        }
        // The head is written first; a crash may have come before this row.
        try database.execute(
            sql: "INSERT OR IGNORE INTO \(algorithm.checkpoints) (size, note) VALUES (?, ?)",
            arguments: [signed.size, Blob(note.bytes)])
    }
}

extension HashAlgorithm {
    /// What a tree of this hash begins with.
    func emptyCheckpoint(of ledger: String) -> Checkpoint {
        Checkpoint(origin: origin(of: ledger), size: 0, root: emptyRoot)
    }
}
