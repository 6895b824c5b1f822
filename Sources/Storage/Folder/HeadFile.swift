import Ledger

/// The last signed checkpoint, outside the database: what shows that a restored database is an old one.
struct HeadFile: Sendable {
    let path: String
    let key: VerifierKey

    func read() throws -> SignedNote {
        guard File.exists(path) else { throw StorageError.headMissing(path: path) }
        do {
            let note = try SignedNote(parsing: try File.read(path))
            try note.verify(by: [key])
            return note
        } catch is NoteError {
            throw StorageError.headUnreadable(path: path)
        }
    }

    func create(_ note: SignedNote) throws { try File.write(note.bytes, to: path, mode: 0o600) }

    /// Puts a new head in place of the one expected, and of no other.
    ///
    /// - Throws: `headMoved` when another process signed in between; nothing is changed then.
    func swap(_ expected: SignedNote, for note: SignedNote) throws {
        try File.locked(path + ".lock") {
            guard try read() == expected else { throw StorageError.headMoved(path: path) }
            try create(note)
        }
    }
}
