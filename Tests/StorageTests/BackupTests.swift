import Foundation
import GRDB
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("Backups are whole, and never put an older ledger in the place of a newer one")
struct BackupTests {
    private static let time = Sample.clock()

    private func backUp(_ path: String, to target: String, _ kind: BackupManifest.Kind = .data) throws
        -> BackupManifest
    {
        try LedgerStore.backUp(path, to: target, kind: kind, registers: [Sample.register], at: Self.time)
    }

    private func restore(_ restoration: Restoration) throws -> Restoration.Result {
        try restoration.run(at: Self.time, registers: { _ in [Sample.register] })
    }

    /// What restoring leaves beside a folder, and what these tests put there.
    private static func removeNeighbours(of path: String) {
        let url = URL(filePath: path)
        let (folder, own) = (url.deletingLastPathComponent(), url.lastPathComponent)
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        where name.hasPrefix(own) && name != own {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    /// A store of 300 entries, signed, with 10 more; a backup beside it; what came later is the test's.
    private func withBackup(_ body: (LedgerStore, _ backup: String) throws -> Void) throws {
        try Sample.store { store in
            let backup = store.folder.path + "-backup"
            defer { Self.removeNeighbours(of: store.folder.path) }
            try store.file((0..<300).map { Sample.filing($0) })
            try store.checkpoint()
            try store.file((300..<310).map { Sample.filing($0) })
            #expect(try backUp(store.folder.path, to: backup).size == 310)
            try body(store, backup)
        }
    }

    @Test(
        "A backup made under a store that is open restores to the same root, with the keys from their own backup"
    )
    func roundTrip() throws {
        try withBackup { store, backup in
            let (keys, target) = (backup + "-keys", backup + "-restored")
            _ = try backUp(store.folder.path, to: keys, .keys)
            #expect(!FileManager.default.fileExists(atPath: backup + "/keys/ledger.key"))
            var restoration = Restoration(of: backup, to: target)
            #expect(throws: BackupError.noKeys(folder: target)) { try restore(restoration) }
            restoration.keys = keys
            let result = try restore(restoration)
            #expect(try result.root == store.verify().root)
            #expect(result.size == 310)
            #expect(try result.head == store.lastCheckpoint().note)
            let restored = try LedgerStore(at: target, registers: [Sample.register], now: Sample.clock)
            try restored.file([Sample.filing(900)])
            try restored.checkpoint()
            #expect(try restored.verify().isSound)
            #expect(try restored.rebuildCheck().isEmpty)
            try restored.close()
        }
    }

    @Test("A changed, missing or added file of a backup is named, and nothing is touched")
    func changed() throws {
        try withBackup { store, backup in
            try store.close()
            let before = try File.identity(store.folder.database)
            let file = URL(filePath: backup + "/head/checkpoint")
            let head = try Data(contentsOf: file)
            func refuses(_ path: String) {
                #expect(throws: BackupError.changed(path: path)) {
                    try restore(Restoration(of: backup, to: store.folder.path))
                }
            }
            try (head + Data([10])).write(to: file)
            refuses("head/checkpoint")
            try FileManager.default.removeItem(at: file)
            refuses("head/checkpoint")
            try head.write(to: file)
            try Data().write(to: URL(filePath: backup + "/stranger"))
            refuses("stranger")
            #expect(try File.identity(store.folder.database) == before)
            #expect(!File.exists(store.folder.path + ".restoring"))
        }
    }

    @Test(
        "Restoring over a ledger that signed or filed more is refused; over an equal one the old folder is kept"
    )
    func older() throws {
        try withBackup { store, backup in
            let path = store.folder.path
            try store.close()
            try Data("zhunsheng/erasures/v1\n".utf8).write(to: URL(filePath: path + "/head/erasures"))
            let same = try restore(Restoration(of: backup, to: path))
            #expect(try File.read(path + "/head/erasures") == Array("zhunsheng/erasures/v1\n".utf8))
            let replaced = try #require(same.replaced)
            #expect(File.exists(replaced + "/ledger.sqlite"))

            let later = try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            try later.file([Sample.filing(400)])
            try later.close()
            #expect(throws: BackupError.older(backup: 310, existing: 311, isSigned: false)) {
                try restore(Restoration(of: backup, to: path))
            }
            let again = try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            try again.checkpoint()
            try again.close()
            var restoration = Restoration(of: backup, to: path)
            restoration.acceptsOlder = true
            #expect(throws: BackupError.older(backup: 310, existing: 311, isSigned: true)) {
                try restore(restoration)
            }
            // Even where the database is gone: the head still tells.
            try FileManager.default.removeItem(atPath: path + "/ledger.sqlite")
            #expect(throws: BackupError.older(backup: 310, existing: 311, isSigned: true)) {
                try restore(restoration)
            }
        }
    }

    @Test(
        "Without a head nothing tells how far the ledger had come: only an explicit word, or a checkpoint kept elsewhere"
    )
    func headless() throws {
        try withBackup { store, backup in
            let path = store.folder.path
            let kept = try store.checkpoint()
            try store.close()
            for file in [path + "/head/checkpoint", path + "/ledger.sqlite"] {
                try FileManager.default.removeItem(atPath: file)
            }
            try Data([1, 2, 3]).write(to: URL(filePath: path + "/ledger.sqlite"))
            var restoration = Restoration(of: backup, to: path)
            #expect(throws: BackupError.headUnknown(path: path + "/head/checkpoint")) {
                try restore(restoration)
            }
            let stranger = SigningKey(name: "example.test/ledger", seed: Array(repeating: 9, count: 32))
            restoration.against = Checkpoint(origin: "example.test/ledger", size: 1, root: .sha256([]))
                .signed(by: [stranger])
            #expect(throws: BackupError.notItsCheckpoint) { try restore(restoration) }
            restoration.against = kept
            #expect(try restore(restoration).head == kept)
        }
    }

    @Test("A backup of a ledger rewritten and signed anew is a fork, not a backup of this one")
    func forked() throws {
        try withBackup { store, backup in
            let path = store.folder.path
            try store.checkpoint()
            try store.close()
            let (copy, fork) = (backup + "-copy", backup + "-fork")
            try FileManager.default.copyItem(atPath: backup, toPath: copy)
            try FileManager.default.removeItem(atPath: copy + "/keys")
            try FileManager.default.copyItem(atPath: path + "/keys", toPath: copy + "/keys")
            try FileManager.default.removeItem(atPath: copy + "/manifest.json")
            let other = try LedgerStore(at: copy, registers: [Sample.register], now: Sample.clock)
            try other.pool.write { database in
                try database.execute(sql: "DELETE FROM entries WHERE seq >= 305")
                try database.execute(sql: "DELETE FROM edge WHERE seq >= 305")
                try database.execute(sql: "DELETE FROM \(other.tables["visit"]?.name ?? "") WHERE seq >= 305")
            }
            try other.file((500..<520).map { Sample.filing($0) })
            try other.checkpoint()
            try other.close()
            _ = try backUp(copy, to: fork)
            #expect(throws: BackupError.forked(size: 310)) {
                try restore(Restoration(of: fork, to: path))
            }
        }
    }

    @Test(
        "With an SM3 tree: its head is in the backup too, and the furthest that was signed is the head again")
    func bothTrees() throws {
        try Sample.store { store in
            let (path, backup) = (store.folder.path, store.folder.path + "-backup")
            let mirror = backup + "-mirror"
            defer { Self.removeNeighbours(of: path) }
            try store.file((0..<300).map { Sample.filing($0) })
            try store.enableSM3Tree()
            #expect(try backUp(path, to: backup).size == 300)
            try store.file((300..<310).map { Sample.filing($0) })
            try store.checkpoint()
            try store.export(to: mirror)
            let (root, head) = (try store.verify().root, try store.lastCheckpoint(of: .sm3).note)
            try store.close()
            var restoration = Restoration(of: backup, to: path)
            #expect(throws: BackupError.older(backup: 300, existing: 310, isSigned: true)) {
                try restore(restoration)
            }
            restoration.mirror = mirror
            #expect(try restore(restoration).root == root)
            let again = try Sample.open(store)
            #expect(try again.lastCheckpoint(of: .sm3).note == head)
            #expect(try again.verify().faults == [])
            try again.file((310..<600).map { Sample.filing($0) })
            try again.checkpoint()
            #expect(try again.lastCheckpoint(of: .sm3).checkpoint.size == 600)
            #expect(try again.verify().faults == [])
            #expect(try again.rebuildCheck() == [:])
            try again.close()
        }
    }

    @Test(
        "A backup from before the SM3 tree, brought up to date from an export, keeps the tree that was signed since"
    )
    func earlierTree() throws {
        try withBackup { store, backup in
            try store.enableSM3Tree()
            try store.file((310..<320).map { Sample.filing($0) })
            try store.checkpoint()
            let head = try store.lastCheckpoint(of: .sm3).note
            try store.export(to: backup + "-mirror")
            try store.close()
            var restoration = Restoration(of: backup, to: store.folder.path)
            restoration.mirror = backup + "-mirror"
            #expect(try restore(restoration).size == 320)
            let again = try Sample.open(store)
            #expect(try again.lastCheckpoint(of: .sm3).note == head)
            try again.file([Sample.filing(700)])
            try again.checkpoint()
            #expect(try again.lastCheckpoint(of: .sm3).checkpoint.size == 321)
            #expect(try again.verify().faults == [])
            try again.close()
        }
    }

    @Test("What came after the backup is replayed from an export, and the last checkpoint is the head again")
    func replay() throws {
        try withBackup { store, backup in
            let (path, mirror) = (store.folder.path, backup + "-mirror")
            try store.file((310..<700).map { Sample.filing($0) })
            let note = try store.checkpoint()
            let root = try store.verify().root
            #expect(try store.export(to: mirror).added == 700)
            try store.close()
            try FileManager.default.removeItem(atPath: path + "/ledger.sqlite")
            var restoration = Restoration(of: backup, to: path)
            restoration.mirror = mirror
            let result = try restore(restoration)
            #expect(result.replayed == 390 && result.root == root && result.head == note)
            let restored = try LedgerStore(at: path, registers: [Sample.register], now: Sample.clock)
            #expect(try restored.verify().isSound)
            #expect(try restored.rebuildCheck().isEmpty)
            try restored.close()
        }
    }
}
