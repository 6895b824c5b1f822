import Testing

@testable import Ledger

@Suite("What is sealed to two offices opens to both together")
struct SealedItemTests {
    static let owner = PrivateContent.Owner(register: "r", record: "干〔2026〕1号", group: "sealed")
    static let content = PrivateContent(
        fields: CanonicalJSON(["recorder": "P0001"]), key: [UInt8](repeating: 5, count: 32))
    static let offices = [("discipline", 1), ("inspection", 2)].map {
        OfficeKey(office: $0.0, secret: [UInt8](repeating: UInt8($0.1), count: 32))
    }

    /// Different bytes at each call.
    static func random() -> (Int) -> [UInt8] {
        var counter = 0
        return { count in
            counter += 1
            return Array(Digest.sha256([UInt8(counter)]).bytes.prefix(count))
        }
    }

    static func item(_ cipher: EnvelopeCipher = .aes) throws -> SealedItem {
        try #require(
            SealedItem(content, of: owner, to: offices.map(\.publicKey), cipher: cipher, random: random()))
    }

    @Test(
        "Both keys, in any order, give the content back, and its commitment",
        arguments: EnvelopeCipher.allCases)
    func opens(cipher: EnvelopeCipher) throws {
        let item = try Self.item(cipher)
        for keys in [Self.offices, Self.offices.reversed()] {
            #expect(try item.open(with: keys) == Self.content)
        }
        #expect(item.commitment(of: Self.content) == Self.content.commitment(of: Self.owner, cipher: cipher))
        #expect(try SealedItem(parsing: item.bytes) == item)
    }

    @Test("One key alone, or one key twice, opens nothing")
    func alone() throws {
        let item = try Self.item()
        let (discipline, inspection) = (Self.offices[0], Self.offices[1])
        #expect(throws: SealedError.needs(office: "inspection")) { try item.open(with: [discipline]) }
        #expect(throws: SealedError.needs(office: "discipline")) { try item.open(with: [inspection]) }
        #expect(throws: SealedError.needs(office: "inspection")) {
            try item.open(with: [discipline, discipline])
        }
        #expect(throws: SealedError.needs(office: "discipline")) { try item.open(with: []) }
        let impostor = OfficeKey(office: "inspection", secret: [UInt8](repeating: 9, count: 32))
        #expect(throws: SealedError.needs(office: "inspection")) {
            try item.open(with: [discipline, impostor])
        }
        // What one office's share says is not the key: the other half is missing from it.
        let share = try #require(
            HPKE.standard.open(
                item.shares[0].message, secret: discipline.secret,
                info: Array("zhunsheng/sealed/v1\ndiscipline\n".utf8) + Self.owner.context))
        let context = Array("zhunsheng/sealed/v1\n".utf8) + Self.owner.context
        #expect(EnvelopeCipher.open(item.content, key: share, context: context) == nil)
    }

    @Test("A changed character, or another record's name on it, is noticed")
    func tampering() throws {
        let bytes = try Self.item().bytes
        for position in stride(from: 0, to: bytes.count, by: 3) {
            var changed = bytes
            changed[position] ^= 1
            let opened = try? SealedItem(parsing: changed).open(with: Self.offices)
            #expect(opened == nil, "\(position)")
        }
        let other = String(decoding: bytes, as: UTF8.self).replacing("1号", with: "2号")
        #expect(throws: SealedError.damaged) {
            try SealedItem(parsing: Array(other.utf8)).open(with: Self.offices)
        }
    }

    @Test("Keys are read back from their text, and from nothing else")
    func keys() throws {
        let key = Self.offices[0]
        #expect(OfficeKey(key.text)?.publicKey == key.publicKey)
        #expect(OfficePublicKey(key.publicKey.text) == key.publicKey)
        #expect(OfficeKey(key.publicKey.text) == nil && OfficePublicKey(key.text) == nil)
        for text in [
            key.text + "\n", key.text.replacing("discipline", with: "Discipline"),
            String(key.text.dropLast(3)),
        ] {
            #expect(OfficeKey(text) == nil)
        }
    }
}
