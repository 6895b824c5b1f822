import Testing

@testable import Ledger

@Suite("Signed notes and checkpoints")
struct NoteTests {
    private static let key = SigningKey(name: "example.test/ledger", seed: Array(0..<32))

    @Test(
        "Every C2SP note is opened or refused as it must be", .enabled(if: Vectors.areHere, Vectors.missing))
    func notes() throws {
        struct Notes: Decodable {
            struct Case: Decodable {
                let name: String
                let note: String
                let vkeys: [String]
                let ok: Bool
                let verified: Int?
            }
            let cases: [Case]
            let bad_vkeys: [String]
            let good_vkeys: [String]
            let invalid_utf8_note_hex: String
        }
        let notes: Notes = try Vectors.decode("c2sp/signed_note.json")
        #expect(notes.good_vkeys.allSatisfy { VerifierKey($0)?.text == $0 })
        #expect(notes.bad_vkeys.allSatisfy { VerifierKey($0) == nil })
        for test in notes.cases {
            let keys = try test.vkeys.map { try #require(VerifierKey($0)) }
            let verified = Result { try SignedNote(parsing: test.note.utf8).verify(by: keys) }
            #expect(
                (try? verified.get())?.count == (test.ok ? test.verified : nil), "\(test.name): \(verified)")
        }
        #expect(throws: NoteError.notUTF8) { try SignedNote(parsing: try hex(notes.invalid_utf8_note_hex)) }
    }

    @Test("Signing gives the note that x/mod gives", .enabled(if: Vectors.areHere, Vectors.missing))
    func signing() throws {
        struct Sign: Decodable {
            struct Case: Decodable {
                let skey: String
                let text: String
                let want: String
            }
            let sign: Case
        }
        let sign = try Vectors.decode("c2sp/signed_note.json", as: Sign.self).sign
        let key = try #require(SigningKey(sign.skey))
        #expect(key.text == sign.skey)
        #expect(String(decoding: SignedNote(sign.text, signedBy: [key]).bytes, as: UTF8.self) == sign.want)
    }

    @Test("Checkpoint bodies are held to the specification", .enabled(if: Vectors.areHere, Vectors.missing))
    func bodies() throws {
        struct Bodies: Decodable {
            struct Case: Decodable {
                let name: String
                let text: String
                let strict: Bool
            }
            let cases: [Case]
        }
        for test in try Vectors.decode("c2sp/checkpoint_parse.json", as: Bodies.self).cases {
            let read = try? Checkpoint(parsing: test.text)
            #expect((read != nil) == test.strict, "\(test.name)")
            if let read { #expect(read.text == test.text) }
        }
    }

    @Test("Cosigners' keys and times are read", .enabled(if: Vectors.areHere, Vectors.missing))
    func cosignatures() throws {
        struct Cosignatures: Decodable {
            struct Key: Decodable {
                let vkey: String
                let type: UInt8?
                let ok: Bool
            }
            struct Time: Decodable {
                let sig: String
                let unix: UInt64
            }
            let vkeys: [Key]
            let timestamp: Time
            struct Message: Decodable {
                let time: UInt64
                let note_body: String
                let signed_message: String
            }
            let not_a_cosignature: String
            let message_example: Message
            let example_note: String
        }
        let vectors: Cosignatures = try Vectors.decode("c2sp/cosignature.json")
        for key in vectors.vkeys {
            #expect(VerifierKey(key.vkey)?.algorithm.rawValue == (key.ok ? key.type : nil), "\(key.vkey)")
        }
        let line = try #require(Base64.decode(vectors.timestamp.sig))
        #expect(Cosignature.time(of: Array(line.dropFirst(4))) == vectors.timestamp.unix)
        let other = try #require(Base64.decode(vectors.not_a_cosignature))
        #expect(Cosignature.time(of: Array(other.dropFirst(4))) == nil)
        let message = vectors.message_example
        #expect(
            Cosignature.message(message.note_body, at: message.time) == Array(message.signed_message.utf8))
        let note = try SignedNote(parsing: vectors.example_note.utf8)
        #expect(Cosignature.time(of: note.signatures[1].bytes) == message.time)
    }

    @Test(
        "A foreign log's checkpoints and consistency proof verify",
        .enabled(if: Vectors.areHere, Vectors.missing))
    func monkeys() throws {
        struct Monkeys: Decodable {
            let log_vkey: String
            let `init`: String
            let next: String
            let proof_5_8: [String]
        }
        let vectors: Monkeys = try Vectors.decode("c2sp/witness_update_monkeys.json")
        let key = try #require(VerifierKey(vectors.log_vkey))
        let states = try [vectors.`init`, vectors.next].map { text in
            let note = try SignedNote(parsing: text.utf8)
            try note.verify(by: [key])
            return try Checkpoint(note)
        }
        let proof = try vectors.proof_5_8.map { try #require(Digest(hex: $0)) }
        #expect(MerkleTree.verifyConsistency(from: 5, states[0].root, to: 8, states[1].root, proof: proof))
    }

    @Test("A checkpoint of ours is read back, and one changed byte anywhere is refused or unsigned")
    func flips() throws {
        let checkpoint = Checkpoint(origin: Self.key.verifier.name, size: 1234, root: .sha256([1]))
        let bytes = checkpoint.signed(by: [Self.key]).bytes
        #expect(try Checkpoint(SignedNote(parsing: bytes)) == checkpoint)
        for position in bytes.indices {
            for bit in 0..<8 {
                var changed = bytes
                changed[position] ^= 1 << UInt8(bit)
                #expect(throws: NoteError.self) {
                    try SignedNote(parsing: changed).verify(by: [Self.key.verifier])
                }
            }
        }
    }

    @Test("A key that is not its hash's is refused")
    func keys() {
        #expect(SigningKey(Self.key.text)?.verifier == Self.key.verifier)
        #expect(SigningKey(Self.key.text.replacing("ledger+", with: "ledgers+")) == nil)
        #expect(VerifierKey(Self.key.verifier.text.dropLast()) == nil)
        #expect(VerifierKey("a b+00000000+AA==") == nil)
    }
}
