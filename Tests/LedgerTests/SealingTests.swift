import Testing

@testable import Ledger

@Suite("Encryption by OpenSSL, held to the public vectors", .enabled(if: Vectors.areHere, Vectors.missing))
struct EncryptionVectorTests {
    private struct Wycheproof: Decodable {
        struct Group: Decodable {
            let ivSize: Int?
            let tagSize: Int?
            let keySize: Int
            let tests: [Test]
        }
        struct Test: Decodable {
            let tcId: Int
            let key: String?
            let iv: String?
            let aad: String?
            let msg: String?
            let ct: String?
            let tag: String?
            let ikm: String?
            let salt: String?
            let info: String?
            let size: Int?
            let okm: String?
            let result: String
        }
        let testGroups: [Group]
    }

    @Test("Wycheproof AES-GCM: what holds opens and is sealed to the same bytes, what does not opens nothing")
    func gcm() throws {
        let vectors: Wycheproof = try Vectors.decode("wycheproof/aes_gcm_test.json")
        var (valid, invalid) = (0, 0)
        for group in vectors.testGroups where group.ivSize == 96 && group.keySize != 192 {
            let aead = group.keySize == 128 ? AEAD.aes128GCM : .aes256GCM
            for test in group.tests {
                let (key, nonce) = (try hex(test.key ?? ""), try hex(test.iv ?? ""))
                let (plain, context) = (try hex(test.msg ?? ""), try hex(test.aad ?? ""))
                let sealed = try hex((test.ct ?? "") + (test.tag ?? ""))
                let opened = aead.open(sealed, key: key, nonce: nonce, context: context)
                if test.result == "valid" {
                    valid += 1
                    #expect(opened == plain, "\(test.tcId)")
                    #expect(aead.seal(plain, key: key, nonce: nonce, context: context) == sealed)
                } else {
                    invalid += 1
                    #expect(opened == nil, "\(test.tcId)")
                }
            }
        }
        #expect(valid == 79 && invalid == 54, "\(valid), \(invalid)")
    }

    @Test("Wycheproof HKDF-SHA-256")
    func hkdf() throws {
        let vectors: Wycheproof = try Vectors.decode("wycheproof/hkdf_sha256_test.json")
        var count = 0
        for test in vectors.testGroups.flatMap(\.tests) {
            let key = HKDF.extract(try hex(test.ikm ?? ""), salt: try hex(test.salt ?? ""))
            let okm = HKDF.expand(key, info: try hex(test.info ?? ""), count: test.size ?? 0)
            #expect(okm == (test.result == "valid" ? try hex(test.okm ?? "") : nil), "\(test.tcId)")
            count += 1
        }
        #expect(count > 80)
    }
}

@Suite("HPKE, held to RFC 9180 Appendix A")
struct HPKETests {
    struct Example: Sendable, CustomTestStringConvertible {
        let name: String
        let aead: AEAD
        let ephemeral, secret, publicKey, enc, shared, key, nonce, sealed: String
        var testDescription: String { name }
    }

    static let examples = [
        Example(
            name: "A.1.1, AES-128-GCM", aead: .aes128GCM,
            ephemeral: "52c4a758a802cd8b936eceea314432798d5baf2d7e9235dc084ab1b9cfa2f736",
            secret: "4612c550263fc8ad58375df3f557aac531d26850903e55a9f23f21d8534e8ac8",
            publicKey: "3948cfe0ad1ddb695d780e59077195da6c56506b027329794ab02bca80815c4d",
            enc: "37fda3567bdbd628e88668c3c8d7e97d1d1253b6d4ea6d44c150f741f1bf4431",
            shared: "fe0e18c9f024ce43799ae393c7e8fe8fce9d218875e8227b0187c04e7d2ea1fc",
            key: "4531685d41d65f03dc48f6b8302c05b0", nonce: "56d890e5accaaf011cff4b7d",
            sealed:
                "f938558b5d72f1a23810b4be2ab4f84331acc02fc97babc53a52ae8218a355a96d8770ac83d07bea87e13c512a"
        ),
        Example(
            name: "A.2.1, ChaCha20-Poly1305", aead: .chaCha20Poly1305,
            ephemeral: "f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600",
            secret: "8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb",
            publicKey: "4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a",
            enc: "1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a",
            shared: "0bbe78490412b4bbea4812666f7916932b828bba79942424abb65244930d69a7",
            key: "ad2744de8e17f4ebba575b3f5f5a8fa1f69c2a07f6e7500bc60ca6e3e3ec1c91",
            nonce: "5c4d98150661b848853b547f",
            sealed:
                "1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28"
        ),
    ]

    @Test("Every value of the example comes out", arguments: examples)
    func appendix(_ example: Example) throws {
        let (secret, ephemeral) = (try hex(example.secret), try hex(example.ephemeral))
        let publicKey = try hex(example.publicKey)
        let info = Array("Ode on a Grecian Urn".utf8)
        let (plain, context) = (Array("Beauty is truth, truth beauty".utf8), Array("Count-0".utf8))
        #expect(X25519.publicKey(secret: secret) == publicKey)
        let common = try #require(X25519.shared(secret: ephemeral, with: publicKey))
        let shared = HPKE.shared(common, try hex(example.enc), publicKey)
        #expect(Hex.encode(shared) == example.shared)
        let hpke = HPKE(aead: example.aead)
        let schedule = hpke.schedule(shared, info: info)
        #expect(Hex.encode(schedule.key) == example.key && Hex.encode(schedule.nonce) == example.nonce)
        let message = try #require(
            hpke.seal(plain, to: publicKey, ephemeral: ephemeral, info: info, context: context))
        #expect(Hex.encode(message.key) == example.enc && Hex.encode(message.sealed) == example.sealed)
        #expect(hpke.open(message, secret: secret, info: info, context: context) == plain)
        #expect(hpke.open(message, secret: ephemeral, info: info, context: context) == nil)
        #expect(hpke.open(message, secret: secret, info: info + [0], context: context) == nil)
        #expect(hpke.open(message, secret: secret, info: info, context: []) == nil)
    }

    @Test("Keys of small order are no keys")
    func smallOrder() {
        let zero = [UInt8](repeating: 0, count: 32)
        #expect(HPKE.standard.seal([1], to: zero, ephemeral: Array(1...32), info: []) == nil)
    }
}

@Suite("Envelopes")
struct EnvelopeCipherTests {
    static let key = [UInt8](0..<32)
    static let owner = PrivateContent.Owner(register: "lecture", record: "r", group: "people")

    @Test(
        "Only the same key and the same owner open one, and no bit of it may differ",
        arguments: EnvelopeCipher.allCases)
    func tampering(cipher: EnvelopeCipher) throws {
        let plain = Array(#"{"speaker":"甲"}"#.utf8)
        let nonce = [UInt8](repeating: 9, count: cipher.nonceSize)
        let sealed = cipher.seal(plain, key: Self.key, nonce: nonce, context: Self.owner.context)
        #expect(EnvelopeCipher.cipher(of: sealed) == cipher)
        #expect(EnvelopeCipher.open(sealed, key: Self.key, context: Self.owner.context) == plain)
        let other = PrivateContent.Owner(register: "lecture", record: "s", group: "people")
        #expect(EnvelopeCipher.open(sealed, key: Self.key, context: other.context) == nil)
        #expect(EnvelopeCipher.open(sealed, key: Self.key.reversed(), context: Self.owner.context) == nil)
        for position in sealed.indices {
            var changed = sealed
            changed[position] ^= 1
            #expect(EnvelopeCipher.open(changed, key: Self.key, context: Self.owner.context) == nil)
            #expect(
                EnvelopeCipher.open(
                    Array(sealed[..<position]), key: Self.key, context: Self.owner.context) == nil)
        }
    }

    @Test("An empty content is sealed too", arguments: EnvelopeCipher.allCases)
    func empty(cipher: EnvelopeCipher) {
        let sealed = cipher.seal(
            [], key: Self.key, nonce: [UInt8](repeating: 1, count: cipher.nonceSize), context: [])
        #expect(EnvelopeCipher.open(sealed, key: Self.key, context: []) == [])
    }

    @Test("What is read back is exactly what was written, and the commitment is the entry format's")
    func content() throws {
        let content = PrivateContent(
            fields: CanonicalJSON(["speaker": "甲"]), key: [UInt8](repeating: 3, count: 32))
        #expect(PrivateContent(content.bytes) == content)
        #expect(PrivateContent(content.bytes + [0x20]) == nil)
        let message = Array("lecture|r|people|v1\n".utf8) + content.fields.bytes
        #expect(
            content.commitment(of: Self.owner, cipher: .aes)
                == Commitment(group: "people", hmac: HMAC.sha256(key: content.key, message)))
        #expect(
            content.commitment(of: Self.owner, cipher: .sm)
                == Commitment(group: "people", hmac: HMAC.sm3(key: content.key, message)))
    }
}
