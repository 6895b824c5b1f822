import Testing

@testable import Ledger

/// A small ledger made by hand.
struct SmallLedger {
    static let key = SigningKey(name: "example.test/ledger", seed: Array(repeating: 5, count: 32))
    var entries: [[UInt8]] = []

    mutating func add(
        _ record: String, fields: JSONValue, event: String = "filed", attachments: [Entry.Attachment] = []
    ) throws {
        let entry = Entry(
            register: "visit", record: record, event: event,
            knownAt: CivilTime(year: 2026, month: 1, day: 5, minuteOfDay: 0),
            recordedAt: UTCTime(milliseconds: 0), actor: Entry.Actor(id: "P1", role: "officer"),
            fields: CanonicalJSON(fields), attachments: attachments)
        entries.append(try entry.encoded())
    }

    var leaves: [Digest] { entries.map(leafHash) }

    var note: SignedNote {
        Checkpoint(origin: Self.key.verifier.name, size: entries.count, root: PlainTree.root(leaves[...]))
            .signed(by: [Self.key])
    }

    func perfect(_ height: Int, _ index: Int) -> Digest {
        PlainTree.root(leaves[(index << height)..<((index + 1) << height)])
    }

    static func ofVisits() throws -> SmallLedger {
        var ledger = SmallLedger()
        for number in 0..<9 {
            try ledger.add(
                "v\(number)",
                fields: ["people": [.string("P\(number % 4)"), "P9"], "cost": number == 2 ? "12.5" : 10])
        }
        return ledger
    }
}

@Suite("Receipts")
struct ReceiptTests {
    private static func receipt(_ index: Int) throws -> TlogProof {
        let ledger = try SmallLedger.ofVisits()
        return TlogProof(
            index: index, hashes: PlainTree.path(index, ledger.leaves[...]), checkpoint: ledger.note,
            extra: ledger.entries[index])
    }

    @Test("A receipt is read back and verifies with the ledger's key alone", arguments: 0..<9)
    func verifies(index: Int) throws {
        let receipt = try Self.receipt(index)
        let again = try TlogProof(parsing: receipt.bytes)
        #expect(again == receipt)
        #expect(try again.verify(by: [SmallLedger.key.verifier]).entry.record == "v\(index)")
    }

    @Test("One bit changed anywhere in a receipt is refused")
    func flips() throws {
        let bytes = try Self.receipt(4).bytes
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1
            #expect(throws: ProofError.self, "byte \(position)") {
                try TlogProof(parsing: changed).verify(by: [SmallLedger.key.verifier])
            }
        }
    }

    @Test("Another ledger's key is refused")
    func foreign() throws {
        let other = SigningKey(name: "example.test/ledger", seed: Array(repeating: 6, count: 32)).verifier
        let receipt = try Self.receipt(0)
        #expect(throws: ProofError.badCheckpoint(.notSigned)) { try receipt.verify(by: [other]) }
    }

    @Test("Malformed proof files are refused", .enabled(if: Vectors.areHere, Vectors.missing))
    func malformed() throws {
        struct Rejected: Decodable { let reject: [String] }
        let rejected: Rejected = try Vectors.decode("c2sp/tlog_proof_reject.json")
        #expect(rejected.reject.count > 5)
        for text in rejected.reject { #expect(throws: ProofError.self) { try TlogProof(parsing: text.utf8) } }
    }
}

@Suite("Evidence packs")
struct EvidencePackTests {
    private static func manifest(value: String = "9", records: [Int] = Array(0..<9)) -> EvidenceManifest {
        EvidenceManifest(
            title: "报告", template: "annual", period: "2025", pack: "abc", frozenAt: UTCTime(milliseconds: 0),
            log: SmallLedger.key.verifier,
            documents: [.init(name: "r.docx", size: 3, sha256: .sha256([1, 2, 3]))],
            figures: [
                .init(
                    id: "F01", value: value, unit: "次", phrase: "多次", definition: "走访次数", measure: .records,
                    records: records),
                .init(
                    id: "F02", value: "5", definition: "走访人数", measure: .distinct(field: "people"),
                    records: records),
                .init(
                    id: "F03", value: "32.5", definition: "费用", measure: .sum(field: "cost"),
                    records: [1, 2, 3]),
                .init(id: "F04", value: "97.5", definition: "比例", measure: .stated, records: []),
            ],
            claims: [
                .init(id: "C1", holds: false, sentence: "九次中有一次例外", universe: 9, support: 8, counter: [2])
            ])
    }

    /// - Parameter stated: What the pack says, when it is not what was frozen.
    private static func pack(_ manifest: EvidenceManifest, stated: EvidenceManifest? = nil) throws
        -> EvidencePack
    {
        var ledger = try SmallLedger.ofVisits()
        let canonical = CanonicalJSON(manifest.json)
        try ledger.add(
            "annual/2025", fields: [:], event: "frozen",
            attachments: [Entry.Attachment(size: canonical.bytes.count, sha256: .sha256(canonical.bytes))])
        try ledger.add("later", fields: [:])
        let seqs = manifest.records + [9]
        return EvidencePack(
            manifest: stated.map { CanonicalJSON($0.json) } ?? canonical, frozen: 9,
            leaves: seqs.map { .init(seq: $0, content: .entry(ledger.entries[$0])) },
            nodes: SparseProof.nodes(beside: seqs, in: ledger.entries.count, perfect: ledger.perfect),
            checkpoint: ledger.note)
    }

    private func error(_ pack: EvidencePack) -> ProofError? {
        do throws(ProofError) {
            _ = try pack.verify(by: [SmallLedger.key.verifier])
            return nil
        } catch { return error }
    }

    @Test("A pack is read back, verifies, and its figures are counted again")
    func verifies() throws {
        let pack = try Self.pack(Self.manifest())
        let again = try EvidencePack(parsing: pack.bytes)
        #expect(again == pack)
        let finding = try again.verify(by: [SmallLedger.key.verifier])
        #expect(finding.recounted == ["F01", "F02", "F03"])
        #expect(finding.notRecounted == ["F04"])
        #expect(finding.entries == 10 && finding.withheld == 0)
        #expect(finding.manifest == Self.manifest())
    }

    @Test("A copy that withholds entries verifies; what cannot be counted without them is said")
    func withheld() throws {
        let copy = try Self.pack(Self.manifest()).withholding([2, 5])
        let finding = try EvidencePack(parsing: copy.bytes).verify(by: [SmallLedger.key.verifier])
        #expect(finding.recounted == ["F01"])
        #expect(finding.notRecounted == ["F02", "F03", "F04"])
        #expect(finding.withheld == 2)
    }

    @Test("A figure changed by one is refused, before the freezing and after it")
    func figures() throws {
        #expect(
            error(try Self.pack(Self.manifest(value: "8")))
                == .wrongFigure(figure: "F01", stated: "8", found: "9"))
        #expect(
            error(try Self.pack(Self.manifest(), stated: Self.manifest(value: "8"))) == .manifestNotFrozen)
        #expect(
            error(try Self.pack(Self.manifest(value: "10", records: Array(0..<9) + [8])))
                == .countedTwice(figure: "F01", seq: 8))
    }

    @Test("One bit changed anywhere in a pack is refused")
    func flips() throws {
        let bytes = try Self.pack(Self.manifest()).bytes
        for position in bytes.indices {
            var changed = bytes
            changed[position] ^= 1
            #expect(throws: ProofError.self, "byte \(position)") {
                try EvidencePack(parsing: changed).verify(by: [SmallLedger.key.verifier])
            }
        }
    }

    @Test("A line taken out, or put in twice, is refused")
    func lines() throws {
        let text = String(decoding: try Self.pack(Self.manifest()).bytes, as: UTF8.self)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for position in lines.indices.dropLast() {
            for count in [0, 2] {
                var changed = lines
                changed.replaceSubrange(
                    position...position, with: Array(repeating: lines[position], count: count))
                // A note may carry a signature twice.
                if count == 2, lines[position].hasPrefix("— ") { continue }
                #expect(throws: ProofError.self, "line \(position + 1) × \(count)") {
                    try EvidencePack(parsing: changed.joined(separator: "\n").utf8).verify(
                        by: [SmallLedger.key.verifier])
                }
            }
        }
    }

    @Test("Another ledger's key is refused")
    func foreign() throws {
        let other = SigningKey(name: "example.test/ledger", seed: Array(repeating: 6, count: 32)).verifier
        let pack = try Self.pack(Self.manifest())
        #expect(throws: ProofError.foreignKey) { try pack.verify(by: [other]) }
    }
}
