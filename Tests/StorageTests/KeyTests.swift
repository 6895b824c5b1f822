import Foundation
import GRDB
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("The ledger's keys and their change")
struct KeyTests {
    private static let moment = Sample.moment("2026-03-01T09:00")

    private static func seed(_ byte: UInt8) -> [UInt8] { Array(repeating: byte, count: 32) }

    @discardableResult
    private func rotate(_ store: LedgerStore, _ byte: UInt8) throws -> [KeyChange] {
        try store.rotateKeys(
            seed: Self.seed(byte), sm2: Self.seed(byte), actor: Sample.actor, at: Self.moment)
    }

    private func signers(_ store: LedgerStore) throws -> [VerifierKey] {
        try store.lastCheckpoint().note.verify(by: store.verifierKeys)
    }

    @Test("A ledger made with an SM2 key signs every checkpoint twice, and either key verifies")
    func two() throws {
        try Sample.store(sm2: Self.seed(9)) { store in
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            #expect(try signers(store).map(\.algorithm) == [.ed25519, .sm2])
            #expect(try store.verifierKeys == store.activeKeys)
            #expect(try store.verify().isSound)
            #expect(throws: StorageError.hasSM2Key) {
                try store.addSM2Key(secret: Self.seed(8), actor: Sample.actor, at: Self.moment)
            }
        }
    }

    @Test("An SM2 key can be added later; the entry that says so is signed by both")
    func added() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            let changes = try store.addSM2Key(secret: Self.seed(8), actor: Sample.actor, at: Self.moment)
            #expect(changes.map(\.old) == [nil])
            #expect(try signers(store).count == 2)
            #expect(try store.lastCheckpoint().checkpoint.size == 2)
            #expect(try store.entry(1).register == KeyChange.declaration.id)
            let again = try Sample.reopen(store)
            #expect(try again.verify().faults == [])
            try again.close()
        }
    }

    @Test("After a change of keys, what the old key signed verifies on, and the new key signs alone")
    func rotation() throws {
        try Sample.store(sm2: Self.seed(9)) { store in
            try store.file([Sample.filing(1), Sample.filing(2)])
            try store.checkpoint()
            let old = try store.verifierKeys
            let receipt = try store.receipt(1)
            #expect(try rotate(store, 20).map(\.old) == old)
            try store.file([Sample.filing(3)])
            try store.checkpoint()
            let keys = try store.verifierKeys
            #expect(keys.count == 4 && Array(keys.suffix(2)) == old)
            #expect(try signers(store) == Array(keys.prefix(2)))
            #expect(try receipt.verify(by: keys).entry.record == Sample.filing(2).id)
            #expect(try store.receipt(1).verify(by: keys).entry.record == Sample.filing(2).id)
            // The checkpoint that covers the change is signed by old and new, for those who hold only one of them.
            let bridge = try #require(try store.checkpoints().first { try Checkpoint($0).size == 4 })
            #expect(try bridge.verify(by: keys).count == 4)
            try rotate(store, 21)
            let again = try Sample.reopen(store)
            #expect(try again.verifierKeys.count == 6)
            #expect(try again.verify().faults == [])
            #expect(try File.mode(store.folder.signingKey) == 0o600)
            let secrets = try String(contentsOfFile: store.folder.signingKey, encoding: .utf8)
            #expect(secrets.split(separator: "\n").count == 2)
            try again.close()
        }
    }

    @Test("A store that was open while another changed the keys signs with the new one")
    func openMeanwhile() throws {
        try Sample.store { store in
            let other = try Sample.open(store)
            try rotate(other, 20)
            try other.close()
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            #expect(try signers(store) == [store.verifierKey])
            #expect(try store.verify().faults == [])
        }
    }

    @Test(
        "A change cut short at any step leaves a ledger that opens and signs, and the next change finishes it"
    )
    func interrupted() throws {
        for step in 0..<4 {
            try Sample.store { store in
                try store.file([Sample.filing(1)])
                let ring = try KeyRing.read(from: store.folder)
                let begun = ring.adding([SigningKey(name: store.origin, seed: Self.seed(20))])
                try begun.writeSecrets(in: store.folder)
                let change = KeyChange(new: begun.signing[1].verifier, old: ring.verifiers[0])
                if step > 0 { try store.file([change.filing(actor: Sample.actor, at: Self.moment)]) }
                if step > 1 { try store.checkpoint() }
                if step > 2 { try begun.settled.writeVerifiers(in: store.folder) }
                let again = try Sample.reopen(store)
                try again.file([Sample.filing(2)])
                try again.checkpoint()
                try rotate(again, 21)
                let keys = try again.verifierKeys
                #expect(keys.count == 3 && keys[1] == change.new, "step \(step)")
                #expect(try KeyRing.read(from: store.folder).isSettled)
                #expect(try again.verify().faults == [], "step \(step)")
                try again.close()
            }
        }
    }

    @Test("A checkpoint that only a retired key signed, beyond where it was replaced, is a fault")
    func retired() throws {
        try Sample.store { store in
            let old = try KeyRing.read(from: store.folder).signing
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            try rotate(store, 20)
            try store.file([Sample.filing(2)])
            let root = try store.root()
            let forged = Checkpoint(origin: store.origin, size: 3, root: root).signed(by: old)
            try store.pool.write {
                try $0.execute(
                    sql: "INSERT INTO checkpoints (size, note) VALUES (3, ?)", arguments: [Blob(forged.bytes)]
                )
            }
            #expect(try store.verify().faults.map(\.what).contains { $0.contains("用旧密钥伪造") })
        }
    }

    @Test(
        "A public key that no entry brought in is a fault, and so is one that an entry names and the file lacks"
    )
    func slippedIn() throws {
        try Sample.store { store in
            let foreign = SigningKey(name: store.origin, seed: Self.seed(99)).verifier
            let ring = try KeyRing.read(from: store.folder)
            try KeyRing(signing: ring.signing, verifiers: ring.verifiers + [foreign])
                .writeVerifiers(in: store.folder)
            #expect(try store.verify().faults.map(\.what).contains { $0.contains("没有记载的公钥") })
            try ring.writeVerifiers(in: store.folder)
            try rotate(store, 20)
            #expect(try store.verify().faults == [])
            let rotated = try KeyRing.read(from: store.folder)
            try ring.create(in: store.folder)
            #expect(try store.verify().faults.map(\.what).contains { $0.contains("不在 keys/ledger.vkey 中") })
            try rotated.create(in: store.folder)
        }
    }

    @Test("Key files that are missing, foreign or garbled are refused, each with what to do")
    func refused() throws {
        try Sample.store { store in
            try store.close()
            let (secrets, keys) = (store.folder.signingKey, store.folder.verifierKey)
            let ring = try KeyRing.read(from: store.folder)
            let other = SigningKey(name: "other.test/ledger", seed: Self.seed(3))
            for broken in [
                "", "x\n", ring.signing[0].text, other.text + "\n", ring.signing[0].text + "\n\n",
            ] {
                try File.write(Array(broken.utf8), to: secrets, mode: 0o600)
                #expect(throws: StorageError.badKey(path: secrets)) { try Sample.open(store) }
            }
            try ring.writeSecrets(in: store.folder)
            let key = ring.verifiers[0].text
            for broken in ["", "\n", key, "\(key)\n\(key)\n", "\(key)\n\(other.verifier.text)\n"] {
                try File.write(Array(broken.utf8), to: keys, mode: 0o644)
                #expect(throws: StorageError.badVerifierKeys(path: keys)) { try Sample.open(store) }
            }
            try FileManager.default.removeItem(atPath: keys)
            #expect(throws: StorageError.file(path: keys, doing: "打开", code: ENOENT)) {
                try Sample.open(store)
            }
        }
    }
}
