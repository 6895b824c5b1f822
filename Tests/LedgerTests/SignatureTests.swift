import Testing

@testable import Ledger

@Suite("Signatures and keyed hashes, held to foreign vectors", .enabled(if: Vectors.areHere, Vectors.missing))
struct SignatureTests {
    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            struct Key: Decodable { let pk: String }
            struct Case: Decodable {
                let tcId: Int
                let msg: String
                let sig: String?
                let key: String?
                let tag: String?
                let result: String
            }
            let publicKey: Key?
            let tagSize: Int?
            let tests: [Case]
        }
        let numberOfTests: Int
        let testGroups: [Group]
    }

    @Test("Wycheproof Ed25519")
    func ed25519() throws {
        let vectors: Wycheproof = try Vectors.decode("wycheproof/ed25519_test.json")
        var count = 0
        for group in vectors.testGroups {
            let key = try hex(group.publicKey?.pk ?? "")
            for test in group.tests {
                count += 1
                let holds = Ed25519.verify(try hex(test.sig ?? ""), of: try hex(test.msg), by: key)
                #expect(holds == (test.result == "valid"), "\(test.tcId)")
            }
        }
        #expect(count == vectors.numberOfTests)
    }

    @Test("Wycheproof HMAC-SHA-256")
    func hmac() throws {
        let vectors: Wycheproof = try Vectors.decode("wycheproof/hmac_sha256_test.json")
        for group in vectors.testGroups {
            for test in group.tests {
                let tag = HMAC.sha256(key: try hex(test.key ?? ""), try hex(test.msg)).hex
                #expect(tag.hasPrefix(test.tag ?? "none") == (test.result == "valid"), "\(test.tcId)")
            }
        }
    }

    @Test("A key of small order verifies nothing, however it is spelled")
    func smallOrder() throws {
        struct Edge: Decodable {
            let number: Int
            let key: String
            let flags: [String]?
        }
        let edges: [Edge] = try Vectors.decode("ed25519-cctv/ed25519vectors.json")
        let small = edges.filter { $0.flags?.contains("low_order_A") == true }
        #expect(small.count > 100)
        for edge in small { #expect(Ed25519.isSmallOrder(try hex(edge.key)), "\(edge.number)") }
    }

    @Test("CCTV's 914 edge cases: only what strict RFC 8032 verification holds, under keys of large order")
    func edges() throws {
        struct Edge: Decodable {
            let number: Int
            let key: String
            let sig: String
            let msg: String
            let flags: [String]?
        }
        let edges: [Edge] = try Vectors.decode("ed25519-cctv/ed25519vectors.json")
        #expect(edges.count == 914)
        // A key of small order signs anything; a residue of small order passes only where it is multiplied away; R is
        // compared as bytes, so it has one spelling.
        let refused: Set = ["low_order_A", "low_order_residue", "non_canonical_R"]
        for edge in edges {
            let holds = Ed25519.verify(
                try hex(edge.sig), of: Array(edge.msg.utf8), by: try hex(edge.key))
            #expect(holds == refused.isDisjoint(with: edge.flags ?? []), "\(edge.number)")
        }
    }
}
