import GRDB
import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("Auditing the ledger")
struct AuditTests {
    private func edit(_ store: LedgerStore, _ sql: String, _ arguments: StatementArguments = []) throws {
        try store.pool.write { try $0.execute(sql: sql, arguments: arguments) }
    }

    @Test(
        "A sound ledger is sound, at sizes around the edges of tiles", arguments: [0, 1, 255, 256, 257, 600])
    func sound(size: Int) throws {
        try Sample.store { store in
            try store.file((0..<size).map { Sample.filing($0) })
            try store.checkpoint()
            var last = 0
            let report = try store.verify { done, _ in last = done }
            #expect(report.faults == [])
            #expect(report.size == size && report.signed == size && last == size)
            #expect(report.root == (try store.lastCheckpoint().checkpoint.root))
        }
    }

    @Test("Any one byte flipped in any entry is noticed, and the entry named")
    func everyByte() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1), Sample.filing(3), Sample.filing(1, people: 13)])
            try store.checkpoint()
            for seq in 0..<3 {
                let bytes = try store.entryBytes(seq)
                for position in bytes.indices {
                    var changed = bytes
                    changed[position] ^= 1 << UInt8(position % 8)
                    try edit(store, "UPDATE entries SET bytes = ? WHERE seq = ?", [Blob(changed), seq])
                    let report = try store.verify()
                    #expect(report.faults.first?.seq == seq, "byte \(position) of entry \(seq)")
                    #expect(report.faults.filter { $0.seq != seq } == [])
                }
                try edit(store, "UPDATE entries SET bytes = ? WHERE seq = ?", [Blob(bytes), seq])
            }
            #expect(try store.verify().isSound)
        }
    }

    @Test("An entry changed together with its leaf hash no longer leads to the signed root")
    func entryAndLeaf() throws {
        try Sample.store { store in
            try store.file((0..<5).map { Sample.filing($0) })
            try store.checkpoint()
            let bytes = try Entry.replacing("第2号", with: "第9号", in: store.entryBytes(2))
            try edit(store, "UPDATE entries SET bytes = ? WHERE seq = 2", [Blob(bytes)])
            let leaf = bytes.withUnsafeBytes { Hasher256().leaf($0) }
            try edit(store, "UPDATE edge SET hash = ? WHERE seq = 2", [Blob(leaf.bytes)])
            let report = try store.verify()
            #expect(report.faults.contains { $0.what.contains("根与已签署的检查点不符") })
        }
    }

    @Test("Entries deleted from the middle are named; from the end, the head tells")
    func deleted() throws {
        try Sample.store { store in
            try store.file((0..<300).map { Sample.filing($0) })
            try store.checkpoint()
            try edit(store, "DELETE FROM entries WHERE seq IN (7, 260)")
            #expect(try store.verify().faults.compactMap(\.seq).filter { $0 == 7 || $0 == 260 }.count >= 2)
        }
        try Sample.store { store in
            try store.file((0..<10).map { Sample.filing($0) })
            try store.checkpoint()
            try edit(store, "DELETE FROM entries WHERE seq >= 8")
            #expect(try store.verify().faults.contains { $0.what.contains("签署过 10 条") })
        }
    }

    @Test("A changed tile, inner node or checkpoint is noticed")
    func tree() throws {
        for sql in [
            "UPDATE tiles SET bytes = CAST(zeroblob(32) || substr(bytes, 33) AS BLOB) WHERE level = 0",
            "UPDATE edge SET hash = zeroblob(32) WHERE seq = 290", "DELETE FROM edge WHERE seq = 290",
            "UPDATE edge SET seq = 600 WHERE seq = 299", "INSERT INTO edge VALUES (7, zeroblob(32))",
            "UPDATE tiles SET bytes = CAST(zeroblob(32) || substr(bytes, 33) AS BLOB) WHERE level = 1",
            "UPDATE inner_nodes SET bytes = CAST(zeroblob(32) || substr(bytes, 33) AS BLOB) WHERE idx = 0",
            "DELETE FROM tiles WHERE level = 1", "DELETE FROM inner_nodes",
            "INSERT INTO tiles (level, idx, bytes) VALUES (3, 0, zeroblob(32))",
            "UPDATE checkpoints SET note = CAST(replace(note, 'example', 'exbmple') AS BLOB) WHERE size = 300",
            "UPDATE checkpoints SET size = 299 WHERE size = 300",
        ] {
            try Sample.store { store in
                try store.file((0..<300).map { Sample.filing($0) })
                try store.checkpoint()
                #expect(try store.verify().isSound)
                try edit(store, sql)
                #expect(try !store.verify().isSound, "\(sql)")
            }
        }
    }

    @Test("An index that shows something else than was filed is noticed, and made right by a rebuild")
    func index() throws {
        let table = RegisterTable(Sample.register).name
        for sql in [
            "UPDATE \(table) SET \"f:people\" = 99 WHERE seq = 1",
            "UPDATE \(table) SET id = 'v9' WHERE seq = 1",
            "UPDATE \(table) SET known_at = known_at + 1 WHERE seq = 1",
            "UPDATE \(table) SET revision = 7 WHERE seq = 1",
            "UPDATE \(table) SET known_until = 5 WHERE seq = 1", "DELETE FROM \(table) WHERE seq = 1",
            "UPDATE \(table) SET known_until = NULL WHERE seq = 0",
            "INSERT INTO \(table) (seq, id, revision, known_at) VALUES (77, 'x', 1, 0)",
            "UPDATE \(table) SET \"f:themes\" = '[]' WHERE seq = 1",
            "UPDATE \(table) SET \"f:cost\" = NULL WHERE seq = 1",
        ] {
            try Sample.store { store in
                try store.file([Sample.filing(1), Sample.filing(2), Sample.filing(1, people: 13)])
                #expect(try store.verify().isSound)
                #expect(try store.rebuildCheck() == [:])
                try edit(store, sql)
                let report = try store.verify()
                #expect(report.faults.contains { $0.seq == 1 || $0.seq == 0 || $0.seq == 77 }, "\(sql)")
                #expect(try store.rebuildCheck().keys.contains("visit"), "\(sql)")
                try store.rebuild()
                #expect(try store.verify().isSound)
                #expect(try store.rebuildCheck() == [:])
            }
        }
    }

    @Test("What was damaged before it could be signed is not signed")
    func signing() throws {
        try Sample.store { store in
            try store.file((0..<5).map { Sample.filing($0) })
            try edit(
                store, "UPDATE entries SET bytes = CAST(replace(bytes, '第2号', '第9号') AS BLOB) WHERE seq = 2")
            #expect(throws: StorageError.damaged(seq: 2)) { try store.checkpoint() }
            #expect(try store.lastCheckpoint().checkpoint.size == 0)
        }
    }

    @Test("A ledger too damaged to open is audited all the same")
    func unopenable() throws {
        try Sample.store { store in
            try store.file((0..<5).map { Sample.filing($0) })
            try store.checkpoint()
            try edit(store, "UPDATE edge SET hash = zeroblob(32)")
            try store.close()
            #expect(throws: StorageError.forkedFromHead(signed: 5)) { try Sample.open(store) }
            let report = try LedgerStore.verify(at: store.folder.path, registers: [Sample.register])
            #expect(Set(report.faults.compactMap(\.seq)) == [0, 1, 2, 3, 4])
        }
    }
}

extension Entry {
    static func replacing(_ text: String, with other: String, in bytes: [UInt8]) throws -> [UInt8] {
        Array(String(decoding: bytes, as: UTF8.self).replacing(text, with: other).utf8)
    }
}
