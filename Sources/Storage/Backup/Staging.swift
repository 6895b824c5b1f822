import GRDB
import Ledger
import Registers

/// A restored ledger before it is put to use.
struct Staging {
    let folder: DataFolder
    let registers: [RegisterDeclaration]
    private let keys: [VerifierKey]

    init(_ folder: DataFolder, registers: [RegisterDeclaration]) throws {
        self.folder = folder
        self.registers = registers
        keys = try KeyRing.read(from: folder).verifiers
    }

    /// Appends the entries of a static export that came after the backup, byte for byte, and makes the index again.
    ///
    /// Nothing is signed: the export's own checkpoint must cover what was appended.
    ///
    /// - Returns: Entries appended.
    func replay(from mirror: String) throws -> Int {
        let log = try StaticLog(at: mirror, keys: keys)
        return try write { database in
            let size = try Schema.size(database)
            guard log.checkpoint.size > size else { return 0 }
            let replay = try EntryReplay(database)
            try log.entries(from: size) { try replay.append($0) }
            guard try replay.finish() == log.checkpoint.root else {
                throw BackupError.forked(size: log.checkpoint.size)
            }
            try record(log.note, log.checkpoint, in: database)
            try LedgerStore.derive(Array(LedgerStore.tables(for: registers).values), in: database)
            return log.checkpoint.size - size
        }
    }

    /// Holds the ledger to everything signed that is known here, and makes the furthest of it the head.
    func settleHead(replacing target: DataFolder, against: SignedNote?, acceptsOlder: Bool) throws
        -> SignedNote
    {
        let existing = ExistingLedger(target, keys: keys)
        if let existing, !existing.isHeadKnown, against == nil, !acceptsOlder {
            throw BackupError.headUnknown(path: target.head)
        }
        if let against, (try? Checkpoint(against, signedBy: keys)) == nil {
            throw BackupError.notItsCheckpoint
        }
        let own = try HeadFile(folder: folder).read()
        return try write { database in
            let (tree, size) = (try StoredTree(database), try Schema.size(database))
            var head = own
            let replayed = try Blob.fetchAll(
                database, sql: "SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1"
            )
            .map { try SignedNote(parsing: $0.bytes) }
            for note in (existing?.signed ?? []) + replayed + [against].compactMap(\.self) {
                let checkpoint = try Checkpoint(note)
                guard checkpoint.size <= size else {
                    throw BackupError.older(backup: size, existing: checkpoint.size, isSigned: true)
                }
                guard try tree.root(of: checkpoint.size) == checkpoint.root else {
                    throw BackupError.forked(size: checkpoint.size)
                }
                if checkpoint.size > (try Checkpoint(head).size) { head = note }
            }
            if let entries = existing?.entries, entries > size {
                throw BackupError.older(backup: size, existing: entries, isSigned: false)
            }
            try record(head, try Checkpoint(head), in: database)
            try HeadFile(folder: folder).create(head)
            try settleSM3Head(replacing: target, in: database)
            return head
        }
    }

    /// The same for the SM3 tree. Where the ledger came to keep one after the backup, it is built again over the entries.
    private func settleSM3Head(replacing target: DataFolder, in database: Database) throws {
        let (own, size) = (HeadFile(folder: folder, .sm3), try Schema.size(database))
        let isKept = try HashAlgorithm.kept(in: database).contains(.sm3)
        let signed = isKept ? try own.state().checkpoint.size : 0
        guard let (note, existing) = try? HeadFile(folder: target, .sm3).state(), existing.size > signed
        else { return }
        guard existing.size <= size else {
            throw BackupError.older(backup: size, existing: existing.size, isSigned: true)
        }
        if !isKept {
            try HashAlgorithm.sm3.createTables(database)
            try TreeWriter(database, .sm3).catchUp(to: size)
        }
        guard try StoredTree(database, .sm3).root(of: existing.size) == existing.root else {
            throw BackupError.forked(size: existing.size)
        }
        try own.create(note)
    }

    /// Destroys what the journal or the ledger says was destroyed and the backup has brought back, before anybody can read
    /// it: opening does that.
    func eraseAgain(at time: UTCTime) throws {
        try LedgerStore(at: folder.path, registers: registers, now: { time }).close()
    }

    private func record(_ note: SignedNote, _ checkpoint: Checkpoint, in database: Database) throws {
        try database.execute(
            sql: "INSERT OR IGNORE INTO checkpoints (size, note) VALUES (?, ?)",
            arguments: [checkpoint.size, Blob(note.bytes)])
    }

    /// The pool is closed afterwards, so that the folder can be moved whole.
    private func write<Result>(_ body: (Database) throws -> Result) throws -> Result {
        let pool = try LedgerStore.openPool(folder)
        defer {
            _ = try? pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            try? pool.close()
        }
        return try pool.write(body)
    }
}
