import Foundation
import GRDB
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("A second tree over the same entries, with SM3")
struct SM3TreeTests {
    /// RFC 6962 section 2.1 with SM3, word for word.
    private func plainRoot(_ leaves: ArraySlice<Digest>) -> Digest {
        guard let first = leaves.first else { return .sm3([]) }
        if leaves.count == 1 { return first }
        var split = 1
        while split * 2 < leaves.count { split *= 2 }
        let middle = leaves.startIndex + split
        return .sm3([1] + plainRoot(leaves[..<middle]).bytes + plainRoot(leaves[middle...]).bytes)
    }

    private func expectedRoot(_ store: LedgerStore) throws -> Digest {
        plainRoot(try (0..<store.size()).map { .sm3([0] + (try store.entryBytes($0))) }[...])
    }

    @Test(
        "Built at once or grown from the start, it is the RFC's tree with SM3, and signed under its own name",
        arguments: [0, 1, 255, 256, 300])
    func root(before: Int) throws {
        try Sample.store(sm2: Array(repeating: 9, count: 32)) { store in
            try store.file((0..<before).map { Sample.filing($0) })
            try store.enableSM3Tree()
            #expect(try store.lastCheckpoint(of: .sm3).checkpoint.size == before)
            try store.file((before..<before + 300).map { Sample.filing($0) })
            try store.checkpoint()
            let (note, checkpoint) = try store.lastCheckpoint(of: .sm3)
            #expect(checkpoint.origin == "example.test/ledger/sm3" && note.signatures.count == 2)
            #expect(checkpoint.size == before + 300)
            #expect(try checkpoint.root == expectedRoot(store))
            #expect(try store.lastCheckpoint().checkpoint.root != checkpoint.root)
            #expect(try store.verify().faults == [])
            let again = try Sample.reopen(store)
            try again.file([Sample.filing(999)])
            try again.checkpoint()
            #expect(try again.lastCheckpoint(of: .sm3).checkpoint.root == expectedRoot(again))
            #expect(throws: StorageError.hasSM3Tree) { try again.enableSM3Tree() }
            try again.close()
        }
    }

    @Test("Its receipts verify by the same keys, and not as those of the other tree")
    func receipts() throws {
        try Sample.store { store in
            try store.file((0..<5).map { Sample.filing($0) })
            try store.enableSM3Tree()
            let receipt = try TlogProof(parsing: store.receipt(3, in: .sm3).bytes)
            #expect(try receipt.verify(by: store.verifierKeys).entry.record == Sample.filing(3).id)
            let other = try store.receipt(3)
            let mixed = TlogProof(
                index: 3, hashes: receipt.hashes, checkpoint: other.checkpoint, extra: receipt.extra)
            #expect(throws: ProofError.notIncluded(seq: 3)) { try mixed.verify(by: store.verifierKeys) }
            #expect(throws: ProofError.notIncluded(seq: 3)) {
                try TlogProof(
                    index: 3, hashes: other.hashes, checkpoint: receipt.checkpoint, extra: receipt.extra
                )
                .verify(by: store.verifierKeys)
            }
        }
    }

    @Test("A store that was open while another asked for the tree takes it up with its next filing")
    func openMeanwhile() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            let other = try Sample.open(store)
            try other.enableSM3Tree()
            try other.close()
            try store.file([Sample.filing(2)])
            try store.checkpoint()
            #expect(try store.lastCheckpoint(of: .sm3).checkpoint.size == 2)
            #expect(try store.verify().faults == [])
        }
    }

    @Test("A change in either tree is found in that tree, and the tables cannot be dropped unnoticed")
    func tampered() throws {
        for sql in [
            "UPDATE tiles_sm3 SET bytes = CAST(zeroblob(32) || substr(bytes, 33) AS BLOB) WHERE level = 0 AND idx = 0",
            "UPDATE tiles_sm3 SET bytes = CAST(zeroblob(32) || substr(bytes, 33) AS BLOB) WHERE level = 1",
            "DELETE FROM inner_nodes_sm3",
            "UPDATE checkpoints_sm3 SET note = CAST(replace(note, 'example', 'exbmple') AS BLOB)",
            "DROP TABLE tiles_sm3; DROP TABLE inner_nodes_sm3; DROP TABLE checkpoints_sm3",
        ] {
            try Sample.store { store in
                try store.file((0..<300).map { Sample.filing($0) })
                try store.enableSM3Tree()
                #expect(try store.verify().faults == [])
                try store.pool.write { try $0.execute(sql: sql) }
                let faults = try store.verify().faults.map(\.what)
                #expect(!faults.isEmpty, "\(sql)")
                if sql.hasPrefix("UPDATE tiles") || sql.hasPrefix("DELETE") {
                    #expect(faults.allSatisfy { $0.hasPrefix("SM3 树：") }, "\(faults)")
                }
                guard sql.hasPrefix("DROP") else { return }
                #expect(throws: StorageError.behindHead(size: 0, signed: 300)) { try Sample.open(store) }
            }
        }
    }

    @Test("An entry changed in place is found by both trees")
    func entry() throws {
        try Sample.store { store in
            try store.file((0..<5).map { Sample.filing($0) })
            try store.enableSM3Tree()
            try store.pool.write {
                try $0.execute(
                    sql:
                        "UPDATE entries SET bytes = CAST(replace(bytes, '第2号', '第9号') AS BLOB) WHERE seq = 2")
            }
            let faults = try store.verify().faults.filter { $0.seq == 2 }
            #expect(faults.filter { $0.what.contains("内容与登记时的哈希不符") }.count == 2)
        }
    }

    @Test("A crash between head and tables leaves a ledger that opens, and the tree can be asked for again")
    func interrupted() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            try HeadFile(folder: store.folder, .sm3)
                .create(store.signed(HashAlgorithm.sm3.emptyCheckpoint(of: store.origin)))
            let again = try Sample.reopen(store)
            #expect(try again.verify().faults == [])
            try again.enableSM3Tree()
            #expect(try again.lastCheckpoint(of: .sm3).checkpoint.size == 1)
            try again.close()
        }
    }

    @Test("After a change of keys the SM3 tree is signed by the new key too")
    func rotation() throws {
        try Sample.store { store in
            try store.enableSM3Tree()
            let seed = [UInt8](repeating: 20, count: 32)
            _ = try store.rotateKeys(
                seed: seed, sm2: seed, actor: Sample.actor, at: Sample.moment("2026-03-01T09:00"))
            try store.file([Sample.filing(1)])
            try store.checkpoint()
            #expect(try store.lastCheckpoint(of: .sm3).note.signatures.count == 1)
            #expect(try store.verify().faults == [])
        }
    }
}
