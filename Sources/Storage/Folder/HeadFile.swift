import Ledger

/// The last signed checkpoint of a tree, outside the database: what shows that a restored database is an old one.
struct HeadFile: Sendable {
    let folder: DataFolder
    let algorithm: HashAlgorithm

    init(folder: DataFolder, _ algorithm: HashAlgorithm = .sha256) {
        self.folder = folder
        self.algorithm = algorithm
    }

    var path: String { algorithm == .sm3 ? folder.sm3Head : folder.head }

    var exists: Bool { File.exists(path) }

    typealias State = (note: SignedNote, checkpoint: Checkpoint)

    func read() throws -> SignedNote { try state().note }

    /// The head and what it says. Any key of the ledger may have signed it, one that is retired too.
    func state() throws -> State {
        guard exists else { throw StorageError.headMissing(path: path) }
        let keys = try KeyRing.verifiers(in: folder).map { $0.named(algorithm.origin(of: $0.name)) }
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

    /// Does something while nobody can sign, whichever tree.
    func locked<Result>(_ body: () throws -> Result) throws -> Result {
        try File.locked(folder.head + ".lock", body)
    }
}
