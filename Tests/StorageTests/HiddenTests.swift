import Foundation
import GRDB
import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("Private fields are kept beside the ledger, encrypted")
struct HiddenTests {
    @Test("Nothing of them stands in any file, yet they are read back", arguments: EnvelopeCipher.allCases)
    func hidden(cipher: EnvelopeCipher) throws {
        try HiddenSample.store(cipher: cipher) { store in
            try store.file((1...50).map { HiddenSample.filing($0) })
            for planted in [HiddenSample.speaker, HiddenSample.remarks, "plantedhelperΩ"] {
                #expect(try HiddenSample.files(of: store, holding: Array(planted.utf8)) == [])
            }
            let record = try #require(try store.record("talk", "t7"))
            #expect(record.values[2...].allSatisfy { $0.isNull })
            #expect(try store.revealed(record).values == HiddenSample.filing(7).values)
            #expect(try store.entry(record.seq ?? 0).commitments.map(\.group) == ["people", "words"])
            #expect(try store.hiddenMarks(of: record)["people"] == HiddenMark.notShown)
            try store.checkpoint()
            #expect(try store.verify().isSound)
            #expect(try store.rebuildCheck().isEmpty)
            let sealed = try #require(try HiddenSample.envelope(store, "people", 7)).sealed
            #expect(EnvelopeCipher.cipher(of: sealed) == cipher)
        }
    }

    @Test("The same again adds nothing; a group that is not mentioned stands; one that changed is kept anew")
    func revisions() throws {
        try HiddenSample.store { store in
            let first = try store.file([HiddenSample.filing()])[0]
            #expect(try store.file([HiddenSample.filing()])[0].isUnchanged)
            #expect(try store.file([HiddenSample.filing(speaker: nil, remarks: nil)])[0].isUnchanged)
            let moved = try store.file([HiddenSample.filing(day: "2026-01-06", remarks: nil)])[0]
            let said = try store.file([HiddenSample.filing(day: "2026-01-06", remarks: "另一段")])[0]
            #expect(!moved.isUnchanged && !said.isUnchanged)
            let commitments = try [first, moved, said].map { try store.entry($0.seq).commitments }
            #expect(commitments[0] == commitments[1])
            #expect(commitments[1][0] == commitments[2][0] && commitments[1][1] != commitments[2][1])
            let now = try #require(try store.record("talk", "t1"))
            #expect(try store.revealed(now).values[4] == .text("另一段"))
            #expect(try store.revealed(store.history("talk", "t1")[0]).values == HiddenSample.filing().values)
        }
    }

    @Test("The same record twice in one batch is one version")
    func twice() throws {
        try HiddenSample.store { store in
            let receipts = try store.file([HiddenSample.filing(), HiddenSample.filing()])
            #expect(receipts[1].isUnchanged)
        }
    }

    @Test("Marks that an export writes are nobody's names")
    func marks() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing()])
            var filing = HiddenSample.filing(speaker: nil, remarks: HiddenMark.erased(seq: 3))
            filing.values[3] = .list([.text(HiddenMark.missing)])
            #expect(try store.file([filing])[0].isUnchanged)
        }
    }

    @Test("A batch that fails leaves no envelope, and two envelopes of the same words have nothing in common")
    func batches() throws {
        try HiddenSample.store { store in
            var bad = HiddenSample.filing(2)
            bad.values[0] = .number(Number(1))
            #expect(throws: StorageError.self) { try store.file([HiddenSample.filing(1), bad]) }
            #expect(try store.size() == 0)
            #expect(try store.hidden.files.holds(HiddenSample.owner("people")) == false)
            try store.file([HiddenSample.filing(1), HiddenSample.filing(2)])
            let envelopes = try (1...2).map { try #require(try HiddenSample.envelope(store, "people", $0)) }
            #expect(envelopes[0].commitment != envelopes[1].commitment)
            #expect(envelopes[0].sealed != envelopes[1].sealed)
            #expect(envelopes[0].wrappedKey != envelopes[1].wrappedKey)
        }
    }

    @Test("When the ledger's transaction fails after the envelopes are on the disk, only an orphan is left")
    func crashBetween() throws {
        struct Crash: Error {}
        try HiddenSample.store { store in
            #expect(throws: Crash.self) {
                try store.pool.write { database in
                    let appender = try EntryAppender(database, tables: store.tables, hidden: store.hidden)
                    _ = try appender.append(HiddenSample.filing(), now: Sample.clock())
                    try appender.finish()
                    throw Crash()
                }
            }
            #expect(try store.size() == 0)
            #expect(try store.hidden.files.holds(HiddenSample.owner("people")))
            let again = try HiddenSample.open(store)
            defer { try? again.close() }
            try again.file([HiddenSample.filing()])
            let record = try #require(try again.record("talk", "t1"))
            #expect(try again.revealed(record).values == HiddenSample.filing().values)
        }
    }

    @Test("An envelope that is gone, or was changed, is said to be so")
    func altered() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing()])
            let record = try #require(try store.record("talk", "t1"))
            try store.close()
            try HiddenSample.sqlite(
                store.folder.envelopes,
                """
                UPDATE hidden SET bytes =
                CAST('zhunsheng/envelope/v1 aes-256-gcm' || char(10) || hex(randomblob(60)) AS BLOB)
                """)
            let changed = try HiddenSample.open(store)
            #expect(throws: HiddenError.self) { try changed.revealed(record) }
            #expect(try changed.hiddenFaults().map(\.seq) == [0, 0])
            try changed.close()
            try HiddenSample.sqlite(store.folder.envelopes, "DELETE FROM hidden")
            let emptied = try HiddenSample.open(store)
            #expect(try emptied.hiddenGroups(of: record) == ["people": .missing, "words": .missing])
            #expect(try emptied.hiddenFaults().allSatisfy { $0.what.contains("没有销毁记录") })
            try emptied.close()
            try FileManager.default.removeItem(atPath: store.folder.envelopeKey)
            let keyless = try HiddenSample.open(store)
            defer { try? keyless.close() }
            #expect(throws: HiddenError.keyMissing(path: store.folder.envelopeKey)) {
                try keyless.file([HiddenSample.filing(9)])
            }
        }
    }

    @Test("A key that others can read is refused, and the databases sync fully")
    func durable() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing()])
            #expect(try File.mode(store.folder.envelopeKey) == 0o600)
            try store.close()
            chmod(store.folder.envelopeKey, 0o644)
            let open = try HiddenSample.open(store)
            defer { try? open.close() }
            let error = #expect(throws: HiddenError.self) { try open.file([HiddenSample.filing(2)]) }
            #expect(error == .openPermissions(path: store.folder.envelopeKey, mode: 0o644))
        }
    }
}

extension HiddenSample {
    static func envelope(_ store: LedgerStore, _ group: String, _ number: Int = 1) throws -> Envelope? {
        let record = try store.record("talk", "t\(number)")
        let commitments = try record?.seq.map { try store.entry($0).commitments } ?? []
        guard let commitment = commitments.first(where: { $0.group == group }) else { return nil }
        return try store.hidden.files.envelope(of: owner(group, number), commitment.hmac)
    }

    static func queueHolds(_ path: String, group: String) throws -> Bool {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read { database in
            try Bool.fetchOne(
                database, sql: "SELECT EXISTS (SELECT 1 FROM hidden WHERE grp = ?)", arguments: [group])
                ?? false
        }
    }

    /// Does to a database what somebody with the file could do.
    static func sqlite(_ path: String, _ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}
