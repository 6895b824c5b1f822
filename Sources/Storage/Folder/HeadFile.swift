import Ledger

/// The last signed checkpoint, outside the database: what shows that a restored database is an old one.
struct HeadFile: Sendable {
    let folder: DataFolder

    var path: String { folder.head }

    func read() throws -> SignedNote { try state().note }

    /// The head and what it says. Any key of the ledger may have signed it, one that is retired too.
    func state() throws -> (note: SignedNote, checkpoint: Checkpoint) {
        guard File.exists(path) else { throw StorageError.headMissing(path: path) }
        let keys = try KeyRing.verifiers(in: folder)
        do {
            let note = try SignedNote(parsing: try File.read(path))
            return (note, try Checkpoint(note, signedBy: keys))
        } catch is NoteError {
            throw StorageError.headUnreadable(path: path)
        }
    }

    func create(_ note: SignedNote) throws { try File.write(note.bytes, to: path, mode: 0o600) }

    /// Puts a new head in place of the one expected, and of no other.
    ///
    /// - Parameter note: Made only once nobody else can move the head or change the keys.
    /// - Throws: `headMoved` when another process signed in between; nothing is changed then.
    @discardableResult
    func swap(_ expected: SignedNote, for note: @autoclosure () throws -> SignedNote) throws -> SignedNote {
        try locked {
            guard try read() == expected else { throw StorageError.headMoved(path: path) }
            let note = try note()
            try create(note)
            return note
        }
    }

    /// Does something while nobody can sign.
    func locked<Result>(_ body: () throws -> Result) throws -> Result {
        try File.locked(path + ".lock", body)
    }
}
