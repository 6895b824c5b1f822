import Foundation
import GRDB
import Ledger
import Synchronization

extension DataFolder {
    /// Ciphertexts of hidden fields.
    package var envelopes: String { path + "/envelopes.sqlite" }
    /// Their keys, in a file of their own with a backup of its own.
    package var envelopeKeys: String { path + "/keys/envelopes.sqlite" }
    /// The key that wraps those.
    package var envelopeKey: String { path + "/keys/envelope.key" }
}

/// The two databases of envelopes: ciphertexts, and keys.
///
/// Made when the first hidden field is filed. Writers hold the ledger's write lock, so that they take turns here too.
final class EnvelopeFiles: Sendable {
    private let folder: DataFolder
    private let opened = Mutex<(envelopes: DatabaseQueue, keys: DatabaseQueue)?>(nil)

    init(_ folder: DataFolder) { self.folder = folder }

    var exist: Bool { File.exists(folder.envelopes) || File.exists(folder.envelopeKeys) }

    /// Stores envelopes: the keys first, so that a crash leaves a key without a ciphertext rather than the reverse.
    func put(_ envelopes: [Envelope]) throws {
        try put(envelopes, into: try queues().keys, \.wrappedKey)
        try put(envelopes, into: try queues().envelopes, \.sealed)
    }

    /// Stores sealed items, which have no key here: only the offices have.
    func put(sealed items: [Envelope]) throws {
        try put(items, into: try queues().envelopes, \.sealed)
    }

    /// - Returns: The bytes of a sealed item; `nil` when it is not there.
    func sealedItem(of owner: PrivateContent.Owner, _ commitment: Digest) throws -> [UInt8]? {
        guard exist else { return nil }
        return try Self.content(of: owner, commitment, in: try queues().envelopes)
    }

    private func put(
        _ envelopes: [Envelope], into queue: DatabaseQueue, _ content: KeyPath<Envelope, [UInt8]>
    ) throws {
        try queue.write { database in
            try Durability.require(database)
            for envelope in envelopes {
                try database.execute(
                    sql: "INSERT INTO hidden VALUES (?, ?, ?, ?, ?)",
                    arguments: Self.owner(envelope.owner) + [
                        Blob(envelope.commitment.bytes), Blob(envelope[keyPath: content]),
                    ])
            }
        }
    }

    /// - Returns: `nil` when the ciphertext or its key is not there.
    func envelope(of owner: PrivateContent.Owner, _ commitment: Digest) throws -> Envelope? {
        guard exist else { return nil }
        let (envelopes, keys) = try queues()
        guard let key = try Self.content(of: owner, commitment, in: keys),
            let sealed = try Self.content(of: owner, commitment, in: envelopes)
        else { return nil }
        return Envelope(owner: owner, commitment: commitment, wrappedKey: key, sealed: sealed)
    }

    private static func content(
        of owner: PrivateContent.Owner, _ commitment: Digest, in queue: DatabaseQueue
    ) throws -> [UInt8]? {
        try queue.read { database in
            try Blob.fetchOne(
                database,
                sql: """
                    SELECT bytes FROM hidden WHERE register = ? AND record = ? AND grp = ? AND commitment = ?
                    """, arguments: Self.owner(owner) + [Blob(commitment.bytes)])?.bytes
        }
    }

    /// Destroys every key and ciphertext of an owner, in all versions, and leaves no trace of the keys in the files.
    ///
    /// SQLite overwrites what it deletes (`secure_delete`), yet the old page stays in the write-ahead log until that is
    /// emptied.
    /// - Throws: `busyDestroying` when it cannot be emptied; doing it again finishes the work.
    func destroy(_ owner: PrivateContent.Owner) throws {
        guard exist else { return }
        let (envelopes, keys) = try queues()
        for (queue, path) in [(keys, folder.envelopeKeys), (envelopes, folder.envelopes)] {
            try queue.writeWithoutTransaction { database in
                try Durability.require(database)
                try database.execute(
                    sql: "DELETE FROM hidden WHERE register = ? AND record = ? AND grp = ?",
                    arguments: Self.owner(owner))
                let row = try Row.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
                guard row?[0] == 0 else { throw HiddenError.busyDestroying(path: path) }
            }
        }
    }

    func holds(_ owner: PrivateContent.Owner) throws -> Bool {
        guard exist else { return false }
        let (envelopes, keys) = try queues()
        return try [envelopes, keys].contains { queue in
            try queue.read { database in
                try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (SELECT 1 FROM hidden WHERE register = ? AND record = ? AND grp = ?)
                        """, arguments: Self.owner(owner)) ?? false
            }
        }
    }

    /// Closes both with everything in the files themselves, so that a plain copy of the folder is whole.
    func close() throws {
        try opened.withLock { pair in
            for queue in [pair?.envelopes, pair?.keys].compactMap(\.self) {
                queue.writeWithoutTransaction { _ = try? $0.checkpoint(.truncate) }
                try queue.close()
            }
            pair = nil
        }
    }

    private func queues() throws -> (envelopes: DatabaseQueue, keys: DatabaseQueue) {
        try opened.withLock { pair in
            if let pair { return pair }
            let both = (try Self.open(folder.envelopes), try Self.open(folder.envelopeKeys))
            pair = both
            return both
        }
    }

    private static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.journalMode = .wal
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            try Durability.set(database)
            try Durability.require(database)
            _ = try Int.fetchOne(database, sql: "PRAGMA secure_delete = ON")
            try database.execute(
                sql: """
                    CREATE TABLE IF NOT EXISTS hidden (register TEXT NOT NULL, record TEXT NOT NULL,
                    grp TEXT NOT NULL, commitment BLOB NOT NULL, bytes BLOB NOT NULL,
                    PRIMARY KEY (register, record, grp, commitment)) STRICT
                    """)
        }
        return queue
    }

    private static func owner(_ owner: PrivateContent.Owner) -> StatementArguments {
        [owner.register, owner.record, owner.group]
    }
}
