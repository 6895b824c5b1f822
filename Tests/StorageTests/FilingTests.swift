import Foundation
import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("Filing into the ledger")
struct FilingTests {
    @Test("What is filed is read back, in every field type")
    func roundTrip() throws {
        try Sample.store { store in
            let receipts = try store.file((1...5).map { Sample.filing($0) })
            #expect(receipts.map(\.seq) == [0, 1, 2, 3, 4])
            let records = try store.records(of: "visit", knownAt: nil)
            #expect(records.map(\.values) == (1...5).map { Sample.values($0) })
            #expect(records.map(\.seq) == [0, 1, 2, 3, 4])
            #expect(
                records.allSatisfy { $0.revision == 1 && $0.knownAt == Sample.moment("2026-01-05T09:00") })
        }
    }

    @Test("Empty text and an empty list are kept apart from none")
    func empty() throws {
        try Sample.store { store in
            var values = Sample.values(3)
            values[0] = .text("")
            values[8] = .list([])
            try store.file([
                Filing(
                    register: "visit", id: "e", values: values, knownAt: Sample.moment("2026-01-05T09:00"),
                    actor: Sample.actor)
            ])
            #expect(try store.record("visit", "e")?.values == values)
            #expect(try store.verify().isSound)
        }
    }

    @Test("Filing the same again adds nothing and gives the receipt of what stands")
    func identical() throws {
        try Sample.store { store in
            let first = try store.file([Sample.filing(1)])[0]
            let again = try store.file([Sample.filing(1, knownAt: "2026-03-01T00:00")])[0]
            #expect(again.isUnchanged)
            #expect(again.seq == first.seq && again.leaf == first.leaf)
            #expect(try store.size() == 1)
        }
    }

    @Test("A correction is a further version; as known before it, the earlier one stands")
    func revision() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1, people: 12), Sample.filing(2)])
            let receipt = try store.file([Sample.filing(1, people: 15, knownAt: "2026-03-01T08:00")])[0]
            #expect(receipt.revision == 2 && receipt.seq == 2)
            let before = try store.records(of: "visit", knownAt: Sample.moment("2026-03-01T07:59"))
            let then = try store.records(of: "visit", knownAt: Sample.moment("2026-03-01T08:00"))
            #expect(before.map(\.values) == [Sample.values(1, people: 12), Sample.values(2)])
            #expect(then.map(\.values) == [Sample.values(1, people: 15), Sample.values(2)])
            #expect(try store.records(of: "visit", knownAt: Sample.moment("2026-01-05T08:59")).isEmpty)
            #expect(try store.history("visit", "v0001").map(\.revision) == [1, 2])
            #expect(try store.count("visit") == 2)
        }
    }

    @Test("A correction that claims to have been known earlier hides the version it corrects from then on")
    func backdatedRevision() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1, people: 12, knownAt: "2026-03-01T08:00")])
            try store.file([Sample.filing(1, people: 15, knownAt: "2026-02-01T08:00")])
            try store.file([Sample.filing(1, people: 18, knownAt: "2026-04-01T08:00")])
            let known = { (moment: String) in
                try store.records(of: "visit", knownAt: Sample.moment(moment)).map(\.revision)
            }
            #expect(try known("2026-01-31T00:00") == [])
            #expect(try known("2026-02-01T08:00") == [2])
            #expect(try known("2026-03-15T00:00") == [2])
            #expect(try known("2026-04-01T08:00") == [3])
            #expect(try store.record("visit", "v0001")?.revision == 3)
        }
    }

    @Test("A batch with one bad filing leaves nothing behind")
    func allOrNothing() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            let bad = Filing(
                register: "visit", id: "bad",
                values: [.number(Number(1))] + [Value](repeating: .null, count: 9),
                knownAt: Sample.moment("2026-01-05T09:00"), actor: Sample.actor)
            #expect(throws: StorageError.self) { try store.file([Sample.filing(2), bad]) }
            #expect(try store.size() == 1)
            #expect(try store.file([Sample.filing(4)])[0].seq == 1)
        }
    }

    @Test("A stream that breaks off leaves nothing behind; one that ends is one transaction")
    func stream() throws {
        struct Broken: Error {}
        try Sample.store { store in
            #expect(throws: Broken.self) {
                try store.file { append in
                    for number in 1...700 { try append(Sample.filing(number)) }
                    throw Broken()
                }
            }
            #expect(try store.size() == 0)
            let file = FileImport(
                register: "visit", digest: .sha256([1]), size: 1, records: 700, actor: Sample.actor,
                importedAt: Sample.moment("2026-01-05T09:00"))
            for added in [700, 0] {
                let summary = try store.file(from: file) { append in
                    for number in 1...700 { try append(Sample.filing(number)) }
                }
                #expect(
                    summary
                        == FilingSummary(
                            added: added, unchanged: 700 - added, first: added == 0 ? 701 : 0, size: 701))
            }
            #expect(
                try store.record("file-import", FileImport.id(register: "visit", digest: .sha256([1]))) != nil
            )
        }
    }

    @Test("A store that is opened again continues where it stopped, at every size around a tile's edge")
    func reopen() throws {
        try Sample.store { created in
            var store = created
            for (count, size) in [(250, 250), (6, 256), (1, 257), (300, 557)] {
                let start = try store.size()
                try store.file((0..<count).map { Sample.filing(start + $0) })
                store = try Sample.reopen(store)
                #expect(try store.size() == size)
            }
            #expect(try store.records(of: "visit", knownAt: nil).count == 557)
            try store.close()
        }
    }
}
