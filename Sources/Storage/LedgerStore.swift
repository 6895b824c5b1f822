import Foundation
import GRDB
package import Ledger
package import Registers

/// The ledger and its index in a data folder.
///
/// What it acknowledges is on the disk. Entries, tree and index change together or not at all; reading never waits for
/// writing. Several may open the same folder: writers take turns, and only one of them signs at a time.
package final class LedgerStore: Sendable {
    package let folder: DataFolder
    package let registers: [RegisterDeclaration]
    let tables: [String: RegisterTable]
    let pool: DatabasePool
    let head: HeadFile
    let now: @Sendable () -> UTCTime
    let appender = HeldAppender()
    let device = DeviceLatch()
    let group = GroupCommit()
    let hidden: HiddenStore

    /// The name of the ledger in its checkpoints.
    package let origin: String

    /// Makes a new, empty ledger with its own keys and signs its first checkpoint, of no entries.
    ///
    /// - Parameters:
    ///   - path: A folder that holds no ledger yet; made when missing.
    ///   - origin: Which ledger this is, such as `example.gov.cn/ledger`: no spaces, no plus signs; never changed.
    ///   - seed: 32 bytes from a cryptographic source of randomness.
    ///   - sm2: The same for a second key, SM2 with SM3; `nil` for a ledger without one.
    ///   - now: The ledger's clock.
    package static func create(
        at path: String, origin: String, seed: [UInt8], sm2 secret: [UInt8]? = nil,
        registers: [RegisterDeclaration], now: @escaping @Sendable () -> UTCTime,
        random: (@Sendable (Int) -> [UInt8])? = nil
    ) throws -> LedgerStore {
        let folder = DataFolder(path)
        guard !File.exists(folder.database), !File.exists(folder.signingKey) else {
            throw StorageError.alreadyExists(folder: path)
        }
        var keys = [SigningKey(name: origin, seed: seed)]
        if let secret { keys.append(try sm2Key(origin, secret)) }
        try folder.make()
        try KeyRing(signing: keys, verifiers: keys.map(\.verifier)).create(in: folder)
        let pool = try openPool(folder)
        let note = HashAlgorithm.sha256.emptyCheckpoint(of: origin).signed(by: keys)
        try pool.write { database in
            try Schema.create(database)
            try database.execute(
                sql: "INSERT INTO checkpoints (size, note) VALUES (0, ?)", arguments: [Blob(note.bytes)])
        }
        try HeadFile(folder: folder).create(note)
        try pool.close()
        return try LedgerStore(at: path, registers: registers, now: now, random: random)
    }

    /// Opens a ledger, and refuses one that would lose, or has lost, what was acknowledged or signed.
    ///
    /// Index tables whose declarations have changed are made again from the entries, and what was erased is erased
    /// again where a backup has brought it back.
    ///
    /// - Parameter random: That many random bytes, fit for keys; only a store that hides fields needs them.
    package init(
        at path: String, registers: [RegisterDeclaration], now: @escaping @Sendable () -> UTCTime,
        random: (@Sendable (Int) -> [UInt8])? = nil
    ) throws {
        folder = DataFolder(path)
        guard File.exists(folder.database) else { throw StorageError.notAStore(folder: path) }
        self.registers = registers
        tables = Self.tables(for: registers)
        origin = try KeyRing.read(from: folder).verifiers[0].name
        head = HeadFile(folder: folder)
        self.now = now
        hidden = HiddenStore(folder, random: random)
        pool = try Self.openPool(folder)
        try requireHeads()
        try refreshIndex()
        try reapplyErasures()
    }

    /// Closes the store, with everything in `ledger.sqlite` itself where no other process is using it, so that a plain
    /// copy of the folder is whole.
    package func close() throws {
        pool.writeWithoutTransaction { database in
            appender.drop()
            // SQLite does not survive a checkpoint of a connection that is closed already.
            if database.sqliteConnection != nil { _ = try? database.checkpoint(.truncate) }
        }
        try pool.close()
        try hidden.files.close()
    }

    /// The tables of the declared registers and of the store's own.
    static func tables(for registers: [RegisterDeclaration]) -> [String: RegisterTable] {
        let all =
            registers + [
                DestructionList.declaration, Erasure.declaration, FileImport.declaration,
                FrozenReport.declaration, Heartbeat.declaration, KeyChange.declaration,
                LegalHold.declaration, OfficeKeyRecord.declaration, PrivateLook.declaration,
                SealedOpening.declaration, StatuteRecords.texts, StatuteRecords.articles,
            ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.id, RegisterTable($0)) })
    }

    static func openPool(_ folder: DataFolder) throws -> DatabasePool {
        var configuration = Configuration()
        configuration.busyMode = .timeout(30)
        configuration.maximumReaderCount = 8
        configuration.prepareDatabase { database in
            // 64 MiB: an import of a million rows touches every index page; the default of 2 MiB would thrash.
            try database.execute(sql: "PRAGMA cache_size = -65536")
            // 8 MiB of log: a filing by itself writes six pages, and each checkpoint of the default 1,000 syncs twice.
            try database.execute(sql: "PRAGMA wal_autocheckpoint = 2000")
        }
        let pool = try DatabasePool(path: folder.database, configuration: configuration)
        try pool.writeWithoutTransaction { database in
            try Durability.set(database)
            try Durability.require(database)
        }
        return pool
    }
}

/// Bytes as GRDB takes them.
struct Blob: DatabaseValueConvertible {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var databaseValue: DatabaseValue { Data(bytes).databaseValue }

    static func fromDatabaseValue(_ value: DatabaseValue) -> Blob? {
        Data.fromDatabaseValue(value).map { Blob(Array($0)) }
    }
}
