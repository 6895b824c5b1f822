import Testing

@testable import Ledger

@Suite("A checkpoint typed in from paper")
struct PaperCheckpointTests {
    private static let root = Digest.sha256([7])

    @Test("Blanks, full-width forms, capitals and separators change nothing; base 64 is read too")
    func forgiving() throws {
        let groups = stride(from: 0, to: 64, by: 4).map { String(Array(Self.root.hex)[$0..<($0 + 4)]) }
        for text in [
            "example.test/ledger\n1234\n\(Self.root.hex)\n",
            "example.test/ledger\n1,234\n\(Self.root.base64)",
            " example.test/ledger \r\n\r\n１２３４\r\n\(groups.joined(separator: " ").uppercased())\r\n",
            "ｅxample.test/ledger\n1 234\n\(groups.joined(separator: "　"))\n\n— 签章\n",
        ] {
            let paper = try #require(PaperCheckpoint(text), "\(text)")
            #expect(paper.origin == "example.test/ledger" && paper.size == 1234 && paper.root == Self.root)
        }
    }

    @Test(
        "What cannot be a checkpoint is none",
        arguments: [
            "", "example.test/ledger\n5\n", "a\n-1\n" + root.hex, "a\n05\n" + root.hex,
            "a\n5\n" + root.hex.dropLast(),
            "a\nfive\n" + root.hex, "5\n" + root.hex + "\na",
        ])
    func refused(text: String) { #expect(PaperCheckpoint(text) == nil) }
}

@Suite("A receipt held to what the ledger shows later")
struct LaterStateTests {
    private static let keys = [SmallLedger.key.verifier]

    private static func receipt(_ index: Int, in ledger: SmallLedger) -> TlogProof {
        TlogProof(
            index: index, hashes: PlainTree.path(index, ledger.leaves[...]), checkpoint: ledger.note,
            extra: ledger.entries[index])
    }

    private static func parcel(_ old: Int, in ledger: SmallLedger) -> WitnessParcel {
        let proof = MerkleTree.consistencyProof(
            from: old, to: ledger.entries.count, hasher: Hasher256(), perfect: ledger.perfect)
        return WitnessParcel(steps: [.init(old: old, proof: proof)], note: ledger.note)
    }

    @Test("The ledger that grew stands; shrunk, forked, rewritten and replaced ones contradict the receipt")
    func standings() throws {
        let then = try SmallLedger.ofVisits()
        let receipt = Self.receipt(4, in: then)
        var grown = then
        try grown.add("later", fields: [:])
        var rewritten = SmallLedger()
        for number in 0..<10 where number != 4 { try rewritten.add("v\(number)", fields: [:]) }
        let forked = rewritten
        try rewritten.add("later", fields: [:])
        var shrunk = SmallLedger()
        for number in 0..<3 { try shrunk.add("v\(number)", fields: [:]) }

        func standing(_ state: LaterState) throws -> ReceiptStanding {
            try receipt.standing(in: state, by: Self.keys)
        }
        #expect(try standing(.parcel(Self.parcel(9, in: grown))) == .stands(size: 10))
        #expect(try standing(.receipt(Self.receipt(4, in: grown))) == .stands(size: 10))
        #expect(try standing(.checkpoint(then.note)) == .stands(size: 9))
        #expect(try standing(.checkpoint(grown.note)) == .undecided(from: 9, to: 10))
        #expect(try standing(.parcel(Self.parcel(3, in: grown))) == .undecided(from: 9, to: 10))
        #expect(try standing(.checkpoint(shrunk.note)) == .shrunk(from: 9, to: 3))
        #expect(try standing(.checkpoint(forked.note)) == .forked(size: 9))
        #expect(try standing(.parcel(Self.parcel(9, in: rewritten))) == .notGrown(from: 9, to: 10))
        #expect(try standing(.receipt(Self.receipt(4, in: rewritten))) == .replaced(size: 10))
    }

    @Test("What another key signed says nothing about this ledger")
    func foreign() throws {
        let then = try SmallLedger.ofVisits()
        let other = SigningKey(name: "example.test/ledger", seed: Array(repeating: 6, count: 32))
        let note = Checkpoint(origin: "example.test/ledger", size: 3, root: .sha256([1])).signed(by: [other])
        #expect(throws: ProofError.badCheckpoint(.notSigned)) {
            try Self.receipt(0, in: then).standing(in: .checkpoint(note), by: Self.keys)
        }
    }

    @Test("Each of the four files is told by its first line")
    func kinds() throws {
        let ledger = try SmallLedger.ofVisits()
        if case .receipt = try LaterState(parsing: Self.receipt(1, in: ledger).bytes) {
        } else {
            Issue.record("receipt")
        }
        if case .parcel = try LaterState(parsing: Self.parcel(3, in: ledger).bytes) {
        } else {
            Issue.record("parcel")
        }
        if case .checkpoint = try LaterState(parsing: ledger.note.bytes) {
        } else {
            Issue.record("checkpoint")
        }
        #expect(throws: ProofError.self) { try LaterState(parsing: Array("zhunsheng/evidence/v1\n".utf8)) }
        #expect(throws: ProofError.self) { try LaterState(parsing: []) }
    }
}
