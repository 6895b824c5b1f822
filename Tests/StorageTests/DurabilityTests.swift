import Foundation
import GRDB
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("A store that would lose, or has lost, what it acknowledged")
struct DurabilityTests {
    @Test("An opened store syncs every commit; a pool left at NORMAL is refused")
    func synchronous() throws {
        try Sample.store { store in
            let level = try store.pool.writeWithoutTransaction {
                try Int.fetchOne($0, sql: "PRAGMA synchronous")
            }
            #expect(level == 2)
            // What GRDB makes of a pool on its own, even when it is told FULL while it prepares the connection.
            var configuration = Configuration()
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
            let pool = try DatabasePool(path: store.folder.database, configuration: configuration)
            #expect(throws: StorageError.notDurable(synchronous: 1)) {
                try pool.writeWithoutTransaction { try Durability.require($0) }
            }
            try pool.close()
        }
    }

    @Test("A store set to NORMAL while it is open files nothing")
    func loweredLater() throws {
        try Sample.store { store in
            try store.pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
            #expect(throws: StorageError.notDurable(synchronous: 1)) { try store.file([Sample.filing(1)]) }
            #expect(try store.size() == 0)
        }
    }

    @Test("A file without a table that this version keeps says what may have happened and what to do")
    func otherTables() throws {
        try Sample.store { store in
            try store.pool.write { try $0.execute(sql: "DROP TABLE edge") }
            let error = #expect(throws: DatabaseError.self) { try store.file([Sample.filing(1)]) }
            let told = try #require(error.flatMap { StorageError(database: $0) })
            #expect(told == .database(.otherTables(message: "no such table: edge")))
            #expect(told.description.contains("另一版本") && told.description.contains("从备份恢复"))
        }
    }

    @Test("An old database under a newer head is refused, and a fork of the same size too")
    func behindHead() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            try store.close()
            let path = store.folder.path
            let copy = path + ".old"
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let newer = try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            try newer.file([Sample.filing(2)])
            try newer.checkpoint()
            try newer.close()
            try replace(path, by: copy)
            #expect(throws: StorageError.behindHead(size: 1, signed: 2)) {
                try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            }
            let fork = try LedgerStore(at: copy, registers: [Sample.register], now: Sample.clock)
            try fork.file([Sample.filing(5)])
            try fork.close()
            try replace(path, by: copy)
            #expect(throws: StorageError.forkedFromHead(signed: 2)) {
                try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            }
            let report = try LedgerStore.verify(at: path, registers: [Sample.register])
            #expect(!report.isSound)
        }
    }

    @Test(
        "A database that is ahead of the head, but not its continuation, is refused too, and the audit says so"
    )
    func aheadButForked() throws {
        try Sample.store { store in
            try store.close()
            let path = store.folder.path
            let copy = path + ".old"
            try FileManager.default.copyItem(atPath: path, toPath: copy)
            defer { try? FileManager.default.removeItem(atPath: copy) }
            let own = try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            try own.file([Sample.filing(1)])
            try own.checkpoint()
            try own.close()
            let fork = try LedgerStore(at: copy, registers: [Sample.register], now: Sample.clock)
            try fork.file((2..<400).map { Sample.filing($0) })
            try fork.close()
            try replace(path, by: copy)
            #expect(throws: StorageError.forkedFromHead(signed: 1)) {
                try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            }
            let report = try LedgerStore.verify(at: path, registers: [Sample.register])
            #expect(report.faults.contains { $0.what.contains("账本前 1 条的根与已签署的检查点不符") })
        }
    }

    private func replace(_ path: String, by copy: String) throws {
        for suffix in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: path + "/ledger.sqlite" + suffix)
        }
        try FileManager.default.copyItem(atPath: copy + "/ledger.sqlite", toPath: path + "/ledger.sqlite")
    }

    @Test("A head that is missing, or not signed by this ledger, is refused")
    func head() throws {
        try Sample.store { store in
            try store.close()
            let head = store.folder.head
            let signed = try Data(contentsOf: URL(filePath: head))
            try FileManager.default.removeItem(atPath: head)
            #expect(throws: StorageError.headMissing(path: head)) { try Sample.open(store) }
            try Data("example.test/ledger\n0\nAA==\n".utf8).write(to: URL(filePath: head))
            #expect(throws: StorageError.headUnreadable(path: head)) { try Sample.open(store) }
            try signed.write(to: URL(filePath: head))
            #expect(throws: Never.self) { try Sample.open(store).close() }
        }
    }

    @Test("A key that others can read is refused; a new store's cannot be read by others")
    func keyPermissions() throws {
        try Sample.store { store in
            try store.close()
            let key = store.folder.signingKey
            #expect(try File.mode(key) == 0o600)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
            #expect(throws: StorageError.openPermissions(path: key, mode: 0o644)) { try Sample.open(store) }
        }
    }

    @Test("A folder that holds a ledger is not made into another")
    func createTwice() throws {
        try Sample.store { store in
            #expect(throws: StorageError.alreadyExists(folder: store.folder.path)) {
                try LedgerStore.create(
                    at: store.folder.path, origin: "other", seed: Array(repeating: 1, count: 32),
                    registers: [],
                    now: Sample.clock)
            }
        }
    }

    @Test("A crash between the head file and the database is mended at the next start")
    func headFirst() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            let note = try store.checkpoint()
            try store.pool.write { try $0.execute(sql: "DELETE FROM checkpoints WHERE size = 1") }
            let again = try Sample.reopen(store)
            #expect(try again.checkpoints().last == note)
            #expect(try again.verify().isSound)
            try again.close()
        }
    }

    @Test("Whoever signs over a head that has moved meanwhile is refused")
    func compareAndSwap() throws {
        try Sample.store { store in
            let (old, _) = try store.lastCheckpoint()
            try store.file([Sample.filing(1)])
            let note = try store.checkpoint()
            #expect(throws: StorageError.headMoved(path: store.folder.head)) {
                try store.head.swap(old, for: old)
            }
            #expect(try store.lastCheckpoint().note == note)
        }
    }

    @Test("Two stores over one folder take turns and continue each other's ledger")
    func twoWriters() throws {
        try Sample.store { first in
            let second = try Sample.open(first)
            for number in 1...20 {
                try (number.isMultiple(of: 2) ? first : second).file([Sample.filing(number)])
            }
            try second.checkpoint()
            try first.file([Sample.filing(21)])
            try first.checkpoint()
            #expect(try first.size() == 21)
            let report = try second.verify()
            #expect(report.faults == [] && report.signed == 21)
            try second.close()
        }
    }

    @Test("The ledger's time never goes back, though the clock does")
    func clock() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            try store.close()
            let late = try LedgerStore(
                at: store.folder.path, registers: [Sample.register], now: { UTCTime(milliseconds: 1000) })
            try late.file([Sample.filing(2)])
            #expect(try late.entry(1).recordedAt == Sample.clock())
            try late.close()
        }
    }
}
