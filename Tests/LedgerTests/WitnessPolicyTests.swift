import Testing

@testable import Ledger

@Suite("Whose cosignatures a checkpoint needs")
struct WitnessPolicyTests {
    @Test("Every policy of the vectors is read or refused", .enabled(if: Vectors.areHere, Vectors.missing))
    func vectors() throws {
        struct Policies: Decodable {
            let good: [String]
            let bad: [String]
        }
        let policies: Policies = try Vectors.decode("c2sp/policy.json")
        for text in policies.good {
            #expect((try? WitnessPolicy(parsing: Array(text.utf8))) != nil, "\(text)")
        }
        for text in policies.bad {
            #expect(throws: PolicyError.self, "\(text)") { try WitnessPolicy(parsing: Array(text.utf8)) }
        }
    }

    private static func keys(_ names: [String]) -> [CosigningKey] {
        names.enumerated().map { CosigningKey(name: $1, seed: [UInt8](repeating: UInt8($0 + 1), count: 32)) }
    }

    @Test("One of three, or two of the other three: which sets are a quorum, on signed checkpoints")
    func thresholds() throws {
        let names = ["A1", "A2", "A3", "B1", "B2", "B3"]
        let keys = Self.keys(names)
        let log = SigningKey(name: "example.test/ledger", seed: Array(0..<32))
        let policy = try WitnessPolicy(
            parsing: Array(
                ("log \(log.verifier.text)\n"
                    + zip(names, keys).map { "witness \($0) \($1.verifier.text)\n" }.joined()
                    + "group A 1 A1 A2 A3\n\tgroup B 2 B1 B2 B3\n# 说明\ngroup G any A B\nquorum G\n").utf8))
        let checkpoint = Checkpoint(origin: "example.test/ledger", size: 3, root: .sha256([1]))
        func signed(_ by: [String]) -> SignedNote {
            checkpoint.signed(by: [log])
                .adding(
                    zip(names, keys).filter { by.contains($0.0) }.map { $1.cosign(checkpoint, at: 77) })
        }
        for enough in [["A1"], ["A1", "A3"], ["A1", "A3", "B1"], ["B1", "B2"], ["B1", "B3"]] {
            #expect(try policy.checkpoint(of: signed(enough)) == checkpoint, "\(enough)")
            let standing = try policy.standing(of: signed(enough))
            #expect(standing == .init(names: enough, isQuorum: true, time: 77))
        }
        for few in [[], ["B1"]] {
            #expect(throws: NoteError.noQuorum) { try policy.checkpoint(of: signed(few)) }
        }
        // A cosignature of another checkpoint does not count, and says that something is wrong.
        let other = keys[0].cosign(
            Checkpoint(origin: "example.test/ledger", size: 4, root: .sha256([1])), at: 77)
        #expect(throws: NoteError.wrongSignature(name: "A1")) {
            try policy.checkpoint(of: checkpoint.signed(by: [log]).adding([other]))
        }
    }

    @Test(
        "A fault is named with its line",
        arguments: [
            ("quorum none", 1), ("\n\nwitness w1 x\nquorum none\n", 3), ("group g 1 a\nquorum g\n", 1),
            ("WITNESS\n", 1), ("quorum none extra\n", 1),
        ])
    func faults(text: String, line: Int) {
        let error = #expect(throws: PolicyError.self) { try WitnessPolicy(parsing: Array(text.utf8)) }
        #expect(error?.line == line)
    }

    @Test("A witness is counted once: neither in two groups nor under two names nor beyond its group")
    func once() {
        let key = Self.keys(["a", "b"]).map(\.verifier.text)
        let witnesses = "witness a \(key[0])\nwitness b \(key[1])\n"
        for rest in [
            "group g all a b\ngroup h any a\nquorum g\n", "group g 3 a b\nquorum g\n",
            "group g 0 a b\nquorum g\n", "group g all a a\nquorum g\n", "group a all b\nquorum a\n",
            "witness c \(key[0])\nquorum c\n", "group g all none\nquorum g\n",
        ] {
            #expect(throws: PolicyError.self, "\(rest)") {
                try WitnessPolicy(parsing: Array((witnesses + rest).utf8))
            }
        }
    }
}
