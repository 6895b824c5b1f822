import Law
import Ledger
import Registers
import Testing

@testable import Storage

@Suite("The index")
struct IndexTests {
    private func ids(_ store: LedgerStore, _ query: RecordQuery) throws -> [String] {
        try store.page(query).map(\.id)
    }

    @Test("A register whose declaration has grown is derived again, with the new field empty")
    func grownDeclaration() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1), Sample.filing(2)])
            let grown = RegisterDeclaration(
                id: "visit", name: "走访台账", about: "测试用。", key: ["number"], happened: "heldAt",
                fields: [FieldDeclaration(id: "note", label: "备注", type: .text)]
                    + Sample.register.fields.reversed())
            let again = try Sample.reopen(store, registers: [grown])
            let record = try #require(try again.record("visit", "v0001"))
            #expect(record.values == [.null] + Sample.values(1).reversed())
            #expect(try again.verify().isSound)
            let back = try Sample.reopen(again)
            #expect(try back.record("visit", "v0001")?.values == Sample.values(1))
            try back.close()
        }
    }

    @Test("Records one by one are those of the whole list, with the fields asked for and as known then")
    func oneByOne() throws {
        try Sample.store { store in
            try store.file((1...8).map { Sample.filing($0, people: $0 * 10) })
            try store.file([Sample.filing(4, people: 45, knownAt: "2026-02-01T00:00")])
            for knownAt in [nil, Sample.moment("2026-01-31T00:00")] {
                let whole = try store.records(of: "visit", knownAt: knownAt)
                var read: [Registers.Record] = []
                try store.eachRecord(of: "visit", reading: [0, 3], knownAt: knownAt) { read.append($0) }
                #expect(read.map(\.id) == whole.map(\.id))
                #expect(read.map(\.revision) == whole.map(\.revision))
                for (part, record) in zip(read, whole) {
                    #expect(part.values[0] == record.values[0])
                    #expect(part.values[3] == record.values[3])
                    #expect(
                        part.values.indices.filter { ![0, 3].contains($0) }.allSatisfy {
                            part.values[$0].isNull
                        })
                }
                var some: [Registers.Record] = []
                let ids = ["v0004", "v9999", "v0001"]
                try store.eachRecord(of: "visit", ids: ids, reading: nil, knownAt: knownAt) {
                    some.append($0)
                }
                #expect(some == ["v0004", "v0001"].compactMap { id in whole.first { $0.id == id } })
            }
        }
    }

    @Test("A page is filtered, searched, sorted and counted")
    func pages() throws {
        try Sample.store { store in
            try store.file((1...8).map { Sample.filing($0, people: $0 * 10) })
            try store.file([Sample.filing(4, people: 45, knownAt: "2026-02-01T00:00")])
            func query(_ filters: RecordQuery.Filter...) throws -> [String] {
                try ids(store, RecordQuery(register: "visit", filters: filters))
            }
            #expect(try query().count == 8)
            #expect(try query(.init("people", .equals, .number(Number(45)))) == ["v0004"])
            #expect(try query(.init("people", .equals, .number(Number(40)))) == [])
            #expect(try query(.init("people", .atLeast, .number(Number(50)))) == ["v0005", "v0007", "v0008"])
            #expect(try query(.init("people", .isNull)) == ["v0003", "v0006"])
            #expect(
                try query(.init("kind", .isPresent), .init("isOpen", .equals, .boolean(true))) == [
                    "v0002", "v0004", "v0008",
                ])
            #expect(
                try query(.init("heldAt", .less, .moment(Sample.moment("2026-01-04T10:33")))) == [
                    "v0001", "v0002",
                ])
            #expect(
                try query(.init("cost", .greater, .number(Number(ticks: 125_006)))) == ["v0007", "v0008"])
            #expect(try query(.init("number", .contains, .text("8"))) == ["v0008"])
            #expect(try query(.init("number", .contains, .text("%"))) == [])
            #expect(try query(.init("themes", .equals, .text("宪法"))).count == 6)
            #expect(try query(.init("days", .atLeast, .day(Sample.day("2026-01-05")))) == [])
            #expect(try ids(store, RecordQuery(register: "visit", text: "讲座")).count == 6)
            #expect(try ids(store, RecordQuery(register: "visit", text: "A-5")) == ["v0005"])
            let sorted = RecordQuery(
                register: "visit", sort: [.init("people", isDescending: true)], offset: 1, limit: 2)
            #expect(try ids(store, sorted) == ["v0007", "v0005"])
            #expect(try store.count(over: sorted) == 8)
            let then = RecordQuery(
                register: "visit", filters: [.init("people", .equals, .number(Number(40)))],
                knownAt: Sample.moment("2026-01-31T00:00"))
            #expect(try ids(store, then) == ["v0004"])
        }
    }

    @Test("Unknown registers and fields are refused, and no text of a query becomes SQL")
    func hostile() throws {
        try Sample.store { store in
            try store.file([Sample.filing(1)])
            #expect(throws: StorageError.unknownRegister("x\"; DROP TABLE entries")) {
                try store.page(RecordQuery(register: "x\"; DROP TABLE entries"))
            }
            #expect(throws: StorageError.unknownField(register: "visit", field: "seq")) {
                try store.page(RecordQuery(register: "visit", sort: [.init("seq")]))
            }
            let text = "'; DROP TABLE entries; --"
            #expect(try store.count(over: RecordQuery(register: "visit", text: text)) == 0)
            #expect(try store.size() == 1)
        }
    }
}

@Suite("Receipts and frozen reports")
struct ProofTests {
    @Test("Every entry below the last checkpoint has a receipt that verifies; a newer one has none yet")
    func receipts() throws {
        try Sample.store { store in
            try store.file((0..<600).map { Sample.filing($0) })
            try store.checkpoint()
            let receipts = try store.file([Sample.filing(700)])
            for seq in 0..<600 {
                let proof = try TlogProof(parsing: try store.receipt(seq).bytes)
                #expect(try proof.verify(by: store.verifierKeys).entry.record == Sample.filing(seq).id)
            }
            #expect(throws: StorageError.notSigned(seq: 600)) { try store.receipt(receipts[0].seq) }
            #expect(throws: StorageError.noEntry(seq: 601)) { try store.receipt(601) }
        }
    }

    @Test("Each checkpoint is proven to begin as the one before")
    func consistency() throws {
        try Sample.store { store in
            var states: [Checkpoint] = []
            for start in stride(from: 0, to: 520, by: 65) {
                try store.file((start..<(start + 65)).map { Sample.filing($0) })
                states.append(try Checkpoint(try store.checkpoint()))
            }
            for old in states {
                for new in states where old.size <= new.size {
                    let proof = try store.consistencyProof(from: old.size, to: new.size)
                    #expect(
                        MerkleTree.verifyConsistency(
                            from: old.size, old.root, to: new.size, new.root, proof: proof))
                }
            }
            #expect(try store.verify().isSound)
        }
    }

    @Test("A frozen report's pack verifies offline; freezing again is a further version of the same report")
    func freezing() throws {
        try Sample.store { store in
            try store.file((1...8).map { Sample.filing($0, people: $0) })
            let report = FrozenReport(
                title: "年度报告", template: "annual", period: "2025", pack: "hash", documents: [],
                figures: [
                    .init(id: "F01", value: "8", definition: "次数", measure: .records, records: Array(0..<8)),
                    .init(
                        id: "F02", value: "27", definition: "人数", measure: .sum(field: "people"),
                        records: Array(0..<8)),
                ], claims: [])
            for revision in 1...2 {
                let freezing = try store.freeze(
                    report, document: [], actor: Sample.actor, at: Sample.moment("2026-02-28T10:00"))
                let pack = try #require(try store.evidence(of: freezing))
                let finding = try EvidencePack(parsing: pack.bytes).verify(by: store.verifierKeys)
                #expect(finding.recounted == ["F01", "F02"])
                #expect(try store.entry(pack.frozen).revision == revision)
            }
        }
    }
}
