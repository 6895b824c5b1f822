import Foundation
import Testing

@testable import Ledger

/// A witness with its memory, as `Storage` keeps it on the disk.
private struct TestedWitness {
    let witness = Witness(key: CosigningKey(name: "witness.test/w1", seed: Array(0..<32)))
    var log: WitnessedLog
    var time: UInt64 = 1_700_000_000

    /// The status and the body that HTTP would carry.
    mutating func answer(_ body: String) -> (status: Int, body: String) {
        do throws(WitnessRefusal) {
            let cosigned = try witness.cosign(AddCheckpoint(parsing: Array(body.utf8)), of: log, at: time)
            log = cosigned.log
            return (200, cosigned.signature.line)
        } catch {
            if case .conflict(let size) = error { return (error.status, "\(size)\n") }
            return (error.status, "")
        }
    }
}

@Suite("A witness cosigns only what extends what it cosigned before")
struct WitnessTests {
    private struct Session: Decodable {
        struct Step: Decodable {
            let body: String
            let status: Int
            let also_ok: [Int]?
            let response: String?
            let why: String?
        }
        struct Race: Decodable {
            let first: String
            let second: String
        }
        let log_public_key_hex: String
        let origin: String
        let steps: [Step]
        let race: Race
    }

    private static func session() throws -> (Session, WitnessedLog) {
        let session: Session = try Vectors.decode("c2sp/witness_sequence_litewitness.json")
        let key = VerifierKey(name: session.origin, publicKey: try hex(session.log_public_key_hex))
        return (session, WitnessedLog(origin: session.origin, keys: [key]))
    }

    @Test(
        "litewitness's session of twelve requests is answered as the specification says",
        .enabled(if: Vectors.areHere, Vectors.missing))
    func session() throws {
        let (session, log) = try Self.session()
        var witness = TestedWitness(log: log)
        #expect(session.steps.count == 12)
        for (number, step) in session.steps.enumerated() {
            let answer = witness.answer(step.body)
            #expect(
                ([step.status] + (step.also_ok ?? [])).contains(answer.status), "\(number): \(step.why ?? "")"
            )
            if let response = step.response { #expect(answer.body == response, "\(number)") }
            guard answer.status == 200 else { continue }
            // As the specification advises: the lines go below the checkpoint, and the whole is a note.
            let note = try #require(step.body.range(of: "\n\n")).upperBound
            let signed = try SignedNote(parsing: Array((step.body[note...] + answer.body).utf8))
            #expect(try signed.verify(by: [witness.witness.key.verifier]).count == 1)
        }
        #expect(witness.log.size == 5)
    }

    @Test(
        "Of two requests for the same old size the later is refused, and the size never falls",
        .enabled(if: Vectors.areHere, Vectors.missing))
    func race() throws {
        let (session, log) = try Self.session()
        for bodies in [
            [session.race.first, session.race.second], [session.race.second, session.race.first],
        ] {
            var witness = TestedWitness(log: log)
            #expect(witness.answer(session.steps[0].body).status == 200)
            #expect(witness.answer(bodies[0]).status == 200)
            let size = witness.log.size
            let late = witness.answer(bodies[1])
            #expect(late.status == 409 && late.body == "\(size)\n")
            #expect(witness.log.size == size)
        }
    }

    @Test("The cases of transparency-dev/witness", .enabled(if: Vectors.areHere, Vectors.missing))
    func monkeys() throws {
        struct Monkeys: Decodable {
            let log_vkey: String
            let log_skey: String
            let `init`: String
            let next: String
            let proof_5_8: [String]
        }
        let vectors: Monkeys = try Vectors.decode("c2sp/witness_update_monkeys.json")
        let log = WitnessedLog(origin: "monkeys", keys: [try #require(VerifierKey(vectors.log_vkey))])
        let proof = try vectors.proof_5_8.map { try #require(Digest(hex: $0)).base64 + "\n" }.joined()
        let key = try #require(SigningKey(vectors.log_skey))
        let other = String(
            decoding: Checkpoint(origin: "monkeys", size: 5, root: .sha256([1])).signed(by: [key]).bytes,
            as: UTF8.self)
        var fresh = TestedWitness(log: log)
        #expect(fresh.answer("old 0\n\(proof)\n\(vectors.`init`)").status == 422)
        #expect(fresh.answer("old 0\n\n\(vectors.`init`)").status == 200)
        let cases: [(String, String, String, Int)] = [
            ("old 2", "", vectors.next, 409), ("old 5", "", vectors.`init`, 200),
            ("old 5", "", other, 422), ("old 4", "", vectors.`init`, 409),
            ("old 5", proof.replacing("J", with: "K"), vectors.next, 422), ("old 5", "", vectors.next, 422),
            ("old 5", proof, vectors.next, 200), ("old 8", "", vectors.`init`, 400),
        ]
        for (old, proof, note, status) in cases {
            #expect(fresh.answer("\(old)\n\(proof)\n\(note)").status == status, "\(old) \(status)")
        }
    }

    @Test("A log that forks leaves evidence; a clock set back signs nothing; an empty tree needs its root")
    func fork() throws {
        let key = SigningKey(name: "example.test/ledger", seed: Array(0..<32))
        let start = WitnessedLog(origin: "example.test/ledger", keys: [key.verifier])
        let witness = Witness(key: CosigningKey(name: "w", seed: Array(1...32)))
        func request(_ old: Int, _ size: Int, _ root: Digest) -> AddCheckpoint {
            let note = Checkpoint(origin: "example.test/ledger", size: size, root: root).signed(by: [key])
            return AddCheckpoint(old: old, proof: [], note: note)
        }
        let seen = try witness.cosign(request(0, 3, .sha256([1])), of: start, at: 100).log
        #expect(seen.last?.size == 3 && seen.time == 100)
        let fork = #expect(throws: WitnessRefusal.inconsistent(size: 3)) {
            try witness.cosign(request(3, 3, .sha256([2])), of: seen, at: 200)
        }
        #expect(fork?.isEvidence == true && fork?.status == 422)
        #expect(throws: WitnessRefusal.clockBehind(last: 100)) {
            try witness.cosign(request(3, 3, .sha256([1])), of: seen, at: 99)
        }
        #expect(throws: WitnessRefusal.inconsistent(size: 0)) {
            try witness.cosign(request(0, 0, .sha256([1])), of: start, at: 1)
        }
        #expect(throws: WitnessRefusal.unknownLog(origin: "example.test/ledger")) {
            try witness.cosign(request(0, 3, .sha256([1])), of: nil, at: 1)
        }
    }

    @Test("A request is read back as written; what is not a request is refused")
    func requests() throws {
        let key = SigningKey(name: "example.test/ledger", seed: Array(0..<32))
        let note = Checkpoint(origin: "example.test/ledger", size: 9, root: .sha256([1])).signed(by: [key])
        let request = AddCheckpoint(old: 4, proof: [.sha256([2]), .sha256([3])], note: note)
        let text = String(decoding: request.bytes, as: UTF8.self)
        #expect(try AddCheckpoint(parsing: request.bytes) == request)
        let hashes = String(repeating: Digest.sha256([2]).base64 + "\n", count: 64)
        for bad in [
            "", "old 04" + text.dropFirst(5), "old -1" + text.dropFirst(5), "Old" + text.dropFirst(3),
            text.replacing("\n\n", with: "\n"), text.replacing("=\n", with: "\n"), String(text.dropLast()),
            "old 4\n\(hashes)\n" + String(decoding: note.bytes, as: UTF8.self),
        ] {
            #expect(throws: WitnessRefusal.malformed, "\(bad)") {
                try AddCheckpoint(parsing: Array(bad.utf8))
            }
        }
    }

    @Test("A parcel for a witness out of reach holds a request from each size, and is read back")
    func parcel() throws {
        let key = SigningKey(name: "example.test/ledger", seed: Array(0..<32))
        let note = Checkpoint(origin: "example.test/ledger", size: 9, root: .sha256([1])).signed(by: [key])
        let parcel = WitnessParcel(
            steps: [
                .init(old: 0, proof: []), .init(old: 4, proof: [.sha256([2]), .sha256([3])]),
                .init(old: 9, proof: []),
            ], note: note)
        #expect(try WitnessParcel(parsing: parcel.bytes) == parcel)
        #expect(parcel.request(from: 4) == AddCheckpoint(old: 4, proof: parcel.steps[1].proof, note: note))
        #expect(parcel.request(from: 5).old == 0)
        let text = String(decoding: parcel.bytes, as: UTF8.self)
        for bad in [
            text.replacing("old 4", with: "old 0"), text.replacing("old 9", with: "old 3"),
            text.replacing("/v1", with: "/v2"), String(text.dropLast(2)),
        ] {
            #expect(throws: ProofError.self, "\(bad)") { try WitnessParcel(parsing: Array(bad.utf8)) }
        }
    }
}
