import Foundation
import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("What was erased stays erased")
struct ErasureTests {
    @Test("Key and ciphertext leave every file, the other group stays, and every proof still holds")
    func erased() throws {
        try HiddenSample.store { store in
            let filed = try store.file([HiddenSample.filing()])[0]
            try store.file([HiddenSample.filing(day: "2026-01-06", speaker: "另一人", remarks: nil)])
            try store.checkpoint()
            let receipt = try store.receipt(filed.seq)
            let envelope = try #require(try HiddenSample.envelope(store, "people"))
            let key = Array(envelope.wrappedKey.suffix(32))
            let cipher = Array(envelope.sealed.suffix(32))
            #expect(try HiddenSample.files(of: store, holding: key) != [])
            let erasure = try store.erase(HiddenSample.erasure("people"))
            #expect(try HiddenSample.files(of: store, holding: key) == [])
            #expect(try HiddenSample.files(of: store, holding: cipher) == [])
            for version in try store.history("talk", "t1") {
                #expect(try store.hiddenGroups(of: version)["people"] == .erased(seq: erasure.seq))
            }
            let now = try #require(try store.record("talk", "t1"))
            #expect(try store.revealed(now).values[4] == .text(HiddenSample.remarks))
            #expect(try store.revealed(now).values[2] == .text("已销毁（账本第 \(erasure.seq) 条）"))
            #expect(try store.entry(erasure.seq).event == "erased")
            #expect(try store.hiddenFaults() == [])
            _ = try receipt.verify(by: store.verifierKeys)
            #expect(try store.entry(filed.seq).commitments.count == 2)
            try store.checkpoint()
            #expect(try store.verify().isSound)
        }
    }

    @Test("It is not filed again, nor erased twice; what was never there cannot be erased")
    func refused() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing()])
            #expect(throws: HiddenError.nothingToErase(HiddenSample.owner("people", 9))) {
                try store.erase(HiddenSample.erasure("people", 9))
            }
            let seq = try store.erase(HiddenSample.erasure("people")).seq
            let already = HiddenError.alreadyErased(HiddenSample.owner("people"), seq: seq)
            #expect(throws: already) { try store.erase(HiddenSample.erasure("people")) }
            #expect(throws: already) { try store.file([HiddenSample.filing()]) }
            let record = try #require(try store.record("talk", "t1"))
            let exported = try store.revealed(record).values
            var filing = HiddenSample.filing()
            filing.values = exported
            #expect(try store.file([filing])[0].isUnchanged)
        }
    }

    @Test("Older envelopes and keys put back from a backup are erased again before anything is read")
    func restored() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing()])
            try store.close()
            let old = try Self.copies(of: store)
            let erasing = try HiddenSample.open(store)
            try erasing.erase(HiddenSample.erasure("people"))
            try erasing.close()
            try Self.putBack(old, in: store)
            let restored = try HiddenSample.open(store)
            defer { try? restored.close() }
            #expect(try restored.hidden.files.holds(HiddenSample.owner("people")) == false)
            #expect(try HiddenSample.envelope(restored, "words") != nil)
            let record = try #require(try restored.record("talk", "t1"))
            #expect(try restored.hiddenGroups(of: record)["people"]?.mark?.hasPrefix("已销毁") == true)
        }
    }

    @Test("A crash after the journal's line, or after the keys are gone, is made good at the next start")
    func crashes() throws {
        for destroysBefore in [false, true] {
            try HiddenSample.store { store in
                try store.file([HiddenSample.filing()])
                try ErasureJournal(path: store.folder.erasures).append(HiddenSample.erasure("people"))
                if destroysBefore { try store.hidden.files.destroy(HiddenSample.owner("people")) }
                try store.close()
                let again = try HiddenSample.open(store)
                defer { try? again.close() }
                #expect(try again.hidden.files.holds(HiddenSample.owner("people")) == false)
                let record = try #require(try again.erasure(of: HiddenSample.owner("people")))
                #expect(try again.entry(record.seq ?? 0).actor == Sample.actor)
                #expect(try again.count(Erasure.declaration.id) == 1)
            }
        }
    }

    @Test("A journal that was lost is written again from the ledger; one that was changed is refused")
    func journal() throws {
        try HiddenSample.store { store in
            try store.file([HiddenSample.filing(1), HiddenSample.filing(2)])
            try store.erase(HiddenSample.erasure("people", 1))
            try store.erase(HiddenSample.erasure("people", 2))
            try store.close()
            let path = store.folder.erasures
            let written = try String(contentsOfFile: path, encoding: .utf8)
            try FileManager.default.removeItem(atPath: path)
            try HiddenSample.open(store).close()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
            let changed = written.replacing("测试依据", with: "别的依据")
            try changed.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: HiddenError.journalBroken(path: path, line: 2)) { try HiddenSample.open(store) }
            let lines = written.split(separator: "\n")
            let without = "\(lines[0])\n\(lines[2])\n"
            try without.write(toFile: path, atomically: true, encoding: .utf8)
            #expect(throws: HiddenError.journalBroken(path: path, line: 2)) { try HiddenSample.open(store) }
            // A last line cut short by a crash is no break: it is written again.
            try String(written.dropLast(20)).write(toFile: path, atomically: true, encoding: .utf8)
            try HiddenSample.open(store).close()
            #expect(try String(contentsOfFile: path, encoding: .utf8) == written)
        }
    }

    @Test("The journal may lie elsewhere, behind a symbolic link")
    func linked() throws {
        try HiddenSample.store { store in
            let elsewhere = store.folder.path + "/elsewhere"
            try FileManager.default.createSymbolicLink(
                atPath: store.folder.erasures, withDestinationPath: elsewhere)
            try store.file([HiddenSample.filing(1), HiddenSample.filing(2)])
            try store.erase(HiddenSample.erasure("people", 1))
            try store.erase(HiddenSample.erasure("people", 2))
            #expect(try ErasureJournal(path: elsewhere).read().count == 2)
            #expect(
                try FileManager.default.destinationOfSymbolicLink(atPath: store.folder.erasures) == elsewhere)
        }
    }

    @Test(
        "No backup takes the journal, and restoring keeps the one in the place: old keys are destroyed again")
    func backup() throws {
        try HiddenSample.store { store in
            let (path, keys, data) = (
                store.folder.path, store.folder.path + ".keys", store.folder.path + ".data"
            )
            defer { for folder in [keys, data] { try? FileManager.default.removeItem(atPath: folder) } }
            try store.file([HiddenSample.filing()])
            _ = try LedgerStore.backUp(
                path, to: keys, kind: .keys, registers: [HiddenSample.register], at: Sample.clock())
            try store.erase(HiddenSample.erasure("people"))
            try store.checkpoint()
            let manifest = try LedgerStore.backUp(
                path, to: data, kind: .data, registers: [HiddenSample.register], at: Sample.clock())
            #expect(manifest.files.map(\.path).contains("envelopes.sqlite"))
            #expect(
                !manifest.files.map(\.path).contains {
                    $0.contains("erasures") || $0.contains("envelope.key")
                })
            try store.close()
            let journal = try String(contentsOfFile: store.folder.erasures, encoding: .utf8)
            var restoration = Restoration(of: data, to: path)
            restoration.keys = keys
            let result = try restoration.run(at: Sample.clock()) { _ in [HiddenSample.register] }
            defer { result.replaced.map { try? FileManager.default.removeItem(atPath: $0) } }
            #expect(try String(contentsOfFile: store.folder.erasures, encoding: .utf8) == journal)
            #expect(try !HiddenSample.queueHolds(store.folder.envelopeKeys, group: "people"))
            let restored = try HiddenSample.open(store)
            defer { try? restored.close() }
            #expect(try restored.hidden.files.holds(HiddenSample.owner("people")) == false)
            let record = try #require(try restored.record("talk", "t1"))
            #expect(try restored.revealed(record).values[4] == .text(HiddenSample.remarks))
        }
    }

    private static func copies(of store: LedgerStore) throws -> [String: Data] {
        try Dictionary(
            uniqueKeysWithValues: [store.folder.envelopes, store.folder.envelopeKeys].map {
                ($0, try Data(contentsOf: URL(filePath: $0)))
            })
    }

    private static func putBack(_ files: [String: Data], in store: LedgerStore) throws {
        for (path, bytes) in files {
            for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
            try bytes.write(to: URL(filePath: path))
        }
    }
}
