import Testing

@testable import Ledger

@Suite(
    "SM2, SM3 and SM4, held to the standards' own examples", .enabled(if: Vectors.areHere, Vectors.missing))
struct ShangMiTests {
    private struct SM2Vectors: Decodable {
        struct Signature: Decodable {
            let id: String
            let d: String
            let message: String
            let r: String
            let s: String
        }
        let sign: [Signature]
    }

    @Test("GB/T 32918.5 Annex A: the signature holds; a changed one, another message and another key do not")
    func annexA() throws {
        let vectors: SM2Vectors = try Vectors.decode("sm/sm2.json")
        #expect(!vectors.sign.isEmpty)
        for test in vectors.sign {
            #expect(test.id == "1234567812345678")
            let key = try #require(SM2.publicKey(secret: try hex(test.d)))
            let message = Array(test.message.utf8)
            let signature = try hex(test.r) + hex(test.s)
            #expect(SM2.verify(signature, of: message, by: key))
            for position in signature.indices {
                var changed = signature
                changed[position] ^= 1
                #expect(!SM2.verify(changed, of: message, by: key))
            }
            #expect(!SM2.verify(signature, of: message + [0], by: key))
            let other = try #require(SM2.publicKey(secret: [UInt8](repeating: 7, count: 32)))
            #expect(!SM2.verify(signature, of: message, by: other))
            #expect(!SM2.verify(signature.dropLast(), of: message, by: key))
        }
    }

    @Test("GB/T 32905: SM3")
    func sm3() throws {
        struct Hashes: Decodable {
            struct Case: Decodable {
                let hex: String
                let want: String
            }
            let cases: [Case]
        }
        let vectors: Hashes = try Vectors.decode("sm/sm3.json")
        #expect(vectors.cases.count == 5)
        for test in vectors.cases { #expect(Digest.sm3(try hex(test.hex)).hex == test.want) }
    }

    @Test("GB/T 32907: SM4 by block, a million times over, chained and counted")
    func sm4() throws {
        struct Case: Decodable {
            let key: String
            let iv: String?
            let pt: String
            let ct: String
        }
        struct Ciphers: Decodable {
            let ecb: [Case]
            let ecb_iterated_1000000: Case
            let cbc_nopad: [Case]
            let ctr: [Case]
        }
        let vectors: Ciphers = try Vectors.decode("sm/sm4.json")
        let zero = [UInt8](repeating: 0, count: SM4.size)
        let modes: [(SM4.Mode, [Case])] = [
            (.ecb, vectors.ecb), (.cbc, vectors.cbc_nopad), (.ctr, vectors.ctr),
        ]
        for (mode, cases) in modes {
            for test in cases {
                let (key, start) = (try hex(test.key), try test.iv.map { try hex($0) } ?? zero)
                #expect(
                    SM4.run(.encrypt, mode, key: key, start: start, try hex(test.pt)) == (try hex(test.ct)))
                #expect(
                    SM4.run(.decrypt, mode, key: key, start: start, try hex(test.ct)) == (try hex(test.pt)))
            }
        }
        #expect(SM4.run(.encrypt, .cbc, key: zero, start: zero, [1, 2, 3]) == nil)
        let long = vectors.ecb_iterated_1000000
        let key = try hex(long.key)
        var block = try hex(long.pt)
        // Chaining with the last output as the start and a block of zeros is one more encryption of that output.
        let rounds = 1_000_000
        let zeros = [UInt8](repeating: 0, count: SM4.size * rounds)
        block = Array(
            try #require(SM4.run(.encrypt, .cbc, key: key, start: block, zeros)).suffix(SM4.size))
        #expect(Hex.encode(block) == long.ct)
    }

    @Test("Wycheproof HMAC-SM3")
    func hmac() throws {
        struct Tags: Decodable {
            struct Group: Decodable {
                struct Case: Decodable {
                    let tcId: Int
                    let key: String
                    let msg: String
                    let tag: String
                    let result: String
                }
                let tests: [Case]
            }
            let numberOfTests: Int
            let testGroups: [Group]
        }
        let vectors: Tags = try Vectors.decode("wycheproof/hmac_sm3_test.json")
        #expect(vectors.testGroups.map(\.tests.count).reduce(0, +) == vectors.numberOfTests)
        for test in vectors.testGroups.flatMap(\.tests) {
            let tag = HMAC.sm3(key: try hex(test.key), try hex(test.msg)).hex
            #expect(tag.hasPrefix(test.tag) == (test.result == "valid"), "\(test.tcId)")
        }
    }
}

@Suite("SM2 as a second signature below a checkpoint")
struct SecondSignatureTests {
    private static let ed25519 = SigningKey(name: "example.test/ledger", seed: Array(0..<32))

    @Test("Both signatures verify; who knows only the first key passes over the second; a broken one refuses")
    func both() throws {
        let sm2 = try #require(SigningKey(name: "example.test/ledger", sm2: Array(1...32)))
        #expect(SigningKey(sm2.text)?.verifier == sm2.verifier)
        #expect(VerifierKey(sm2.verifier.text) == sm2.verifier)
        #expect(sm2.verifier.id != Self.ed25519.verifier.id)
        let checkpoint = Checkpoint(origin: "example.test/ledger", size: 7, root: .sha256([7]))
        let note = try SignedNote(parsing: checkpoint.signed(by: [Self.ed25519, sm2]).bytes)
        #expect(try note.verify(by: [sm2.verifier, Self.ed25519.verifier]).count == 2)
        #expect(try note.verify(by: [Self.ed25519.verifier]) == [Self.ed25519.verifier])

        let forged = Checkpoint(origin: "example.test/ledger", size: 8, root: .sha256([7]))
            .signed(by: [Self.ed25519]).adding(note.signatures.filter { $0.keyID == sm2.verifier.id })
        #expect(throws: NoteError.wrongSignature(name: "example.test/ledger")) {
            try forged.verify(by: [Self.ed25519.verifier, sm2.verifier])
        }
    }

    @Test("A secret out of range and a point beside the curve are no keys")
    func refused() throws {
        #expect(SM2.publicKey(secret: [UInt8](repeating: 0, count: 32)) == nil)
        #expect(SM2.publicKey(secret: [UInt8](repeating: 0xFF, count: 32)) == nil)
        let key = try #require(SigningKey(name: "a", sm2: Array(1...32))).verifier
        var bytes = key.publicKey
        bytes[64] ^= 1
        #expect(VerifierKey(VerifierKey(name: "a", algorithm: .sm2, publicKey: bytes).text) == nil)
    }
}
