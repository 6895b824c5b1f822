import GRDB
import Glibc
import Ledger

/// What is known of a ledger that is to be replaced, however damaged it is.
struct ExistingLedger {
    let folder: DataFolder
    /// Of its head and of its database: what was signed, and may not disappear.
    private(set) var signed: [SignedNote] = []
    /// Entries; `nil` when the database is not there or cannot be read.
    private(set) var entries: Int?
    let isHeadKnown: Bool

    /// - Returns: `nil` when there is nothing to be replaced: no folder, or one with neither database nor head.
    init?(_ folder: DataFolder, keys: [VerifierKey]) {
        guard File.exists(folder.database) || File.exists(folder.head) else { return nil }
        self.folder = folder
        let head = (try? SignedNote(parsing: File.read(folder.head, limit: SignedNote.largest)))
            .flatMap { Self.own($0, keys) }
        isHeadKnown = head != nil
        signed = head.map { [$0] } ?? []
        readDatabase(keys)
    }

    private mutating func readDatabase(_ keys: [VerifierKey]) {
        guard File.exists(folder.database) else { return }
        var configuration = Configuration()
        configuration.readonly = true
        guard let queue = try? DatabaseQueue(path: folder.database, configuration: configuration) else {
            return
        }
        defer { try? queue.close() }
        entries = try? queue.read { try Schema.size($0) }
        let last = try? queue.read {
            try Blob.fetchOne($0, sql: "SELECT note FROM checkpoints ORDER BY size DESC LIMIT 1")
        }
        if let last, let note = (try? SignedNote(parsing: last.bytes)).flatMap({ Self.own($0, keys) }) {
            signed.append(note)
        }
    }

    private static func own(_ note: SignedNote, _ keys: [VerifierKey]) -> SignedNote? {
        (try? Checkpoint(note, signedBy: keys)) == nil ? nil : note
    }

    /// Whether another process has the database open.
    ///
    /// Every connection in WAL mode holds a lock on one byte of the `-shm` file ("DMS", sqlite/src/os_unix.c:
    /// `UNIX_SHM_DMS`), which the kernel releases when the process ends. This process's own locks do not count.
    static func isInUse(_ folder: DataFolder) -> Bool {
        let file = open(folder.database + "-shm", O_RDWR | O_CLOEXEC)
        guard file >= 0 else { return false }
        defer { close(file) }
        var lock = flock()
        lock.l_type = writeLock
        lock.l_whence = Int16(SEEK_SET)
        lock.l_start = 128
        lock.l_len = 1
        return fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != noLock
    }

    /// `F_WRLK` and `F_UNLCK` of fcntl.h, which Swift does not import.
    private static let writeLock: Int16 = 1
    private static let noLock: Int16 = 2
}
