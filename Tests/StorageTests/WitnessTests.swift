import Foundation
import Testing

@testable import Ledger
@testable import Storage

/// A witness's folder that goes with the test.
private final class TestedWitness {
    let folder: WitnessFolder
    var time: UInt64 = 1_800_000_000

    init(_ number: UInt8 = 1) throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        folder = try WitnessFolder.create(
            at: path, name: "w\(number).example/w", seed: Array(repeating: number, count: 32))
    }

    deinit { try? FileManager.default.removeItem(atPath: folder.path) }

    var key: VerifierKey { get throws { try folder.key().verifier } }

    func answer(_ request: AddCheckpoint) throws -> Witness.Cosigned {
        try folder.answer(request, at: { time })
    }
}

@Suite("A witness's memory")
struct WitnessMemoryTests {
    private static let log = SigningKey(name: "example.test/ledger", seed: Array(0..<32))

    private static func note(_ size: Int, _ root: UInt8) -> SignedNote {
        Checkpoint(origin: "example.test/ledger", size: size, root: .sha256([root])).signed(by: [log])
    }

    @Test("It follows only what was pinned in person, once; another key needs a word")
    func pinning() throws {
        let witness = try TestedWitness()
        let request = AddCheckpoint(old: 5, proof: [], note: Self.note(5, 1))
        #expect(throws: WitnessRefusal.unknownLog(origin: "example.test/ledger")) {
            try witness.answer(request)
        }
        try witness.folder.follow(Self.log.verifier, from: Self.note(5, 1))
        #expect(throws: WitnessFault.pinnedAlready(origin: "example.test/ledger")) {
            try witness.folder.follow(Self.log.verifier, from: Self.note(5, 2))
        }
        let other = SigningKey(name: "example.test/ledger", seed: Array(1...32))
        #expect(throws: WitnessFault.otherKey(origin: "example.test/ledger")) {
            try witness.folder.follow(other.verifier, from: nil)
        }
        #expect(throws: NoteError.notSigned) {
            try witness.folder.follow(
                SigningKey(name: "b", seed: Array(0..<32)).verifier, from: Self.note(1, 1))
        }
        #expect(try witness.answer(request).log.time == witness.time)
        try witness.folder.follow(other.verifier, from: nil, isNewKey: true)
        let log = try #require(try witness.folder.followed().first)
        #expect(log.keys.count == 2 && log.size == 5 && log.time == witness.time)
    }

    @Test("What contradicts is kept, once for each request, whatever old size it names")
    func evidence() throws {
        let witness = try TestedWitness()
        try witness.folder.follow(Self.log.verifier, from: Self.note(5, 1))
        for old in [5, 5, 3] {
            #expect(throws: WitnessRefusal.self) {
                try witness.answer(AddCheckpoint(old: old, proof: [], note: Self.note(5, 2)))
            }
        }
        let kept = try witness.folder.evidence(of: "example.test/ledger")
        #expect(kept.count == 2)
        for path in kept {
            let request = try AddCheckpoint(parsing: Array(try Data(contentsOf: URL(filePath: path))))
            #expect(try request.note.verify(by: [Self.log.verifier]) == [Self.log.verifier])
        }
        // A stranger cannot fill the disk.
        let unsigned = Checkpoint(origin: "example.test/ledger", size: 5, root: .sha256([3]))
            .signed(by: [SigningKey(name: "example.test/ledger", seed: Array(1...32))])
        #expect(throws: WitnessRefusal.notSignedByLog) {
            try witness.answer(AddCheckpoint(old: 5, proof: [], note: unsigned))
        }
        #expect(try witness.folder.evidence(of: "example.test/ledger").count == 2)
    }

    @Test(
        "A clock set back signs nothing; a memory that is gone or changed signs nothing; a readable key signs nothing"
    )
    func disorder() throws {
        let witness = try TestedWitness()
        try witness.folder.follow(Self.log.verifier, from: Self.note(5, 1))
        let request = AddCheckpoint(old: 5, proof: [], note: Self.note(5, 1))
        _ = try witness.answer(request)
        witness.time -= 1
        #expect(throws: WitnessRefusal.clockBehind(last: witness.time + 1)) { try witness.answer(request) }
        witness.time += 1

        let last = witness.folder.place(of: "example.test/ledger").last
        let memory = try Data(contentsOf: URL(filePath: last))
        var changed = memory
        changed[25] ^= 1
        try changed.write(to: URL(filePath: last))
        #expect(throws: WitnessFault.damaged(path: last)) { try witness.answer(request) }
        try FileManager.default.removeItem(atPath: last)
        #expect(throws: WitnessFault.memoryLost(origin: "example.test/ledger", path: last)) {
            try witness.answer(request)
        }
        try memory.write(to: URL(filePath: last))
        #expect(chmod(witness.folder.secretKey, 0o644) == 0)
        #expect(throws: StorageError.openPermissions(path: witness.folder.secretKey, mode: 0o644)) {
            try witness.answer(request)
        }
    }

    @Test("Of many requests at once for the same old size, one is cosigned")
    func race() async throws {
        let witness = try TestedWitness()
        try witness.folder.follow(Self.log.verifier, from: nil)
        let folder = witness.folder
        let statuses = await withTaskGroup(of: Int.self) { group in
            for size in 1...16 {
                group.addTask {
                    do {
                        _ = try folder.answer(
                            AddCheckpoint(old: 0, proof: [], note: Self.note(size, UInt8(size))), at: { 1 })
                        return 200
                    } catch { return (error as? WitnessRefusal)?.status ?? 0 }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 200 } == 1 && statuses.count { $0 == 409 } == 15)
    }
}

@Suite("A ledger's witnesses")
struct LedgerWitnessTests {
    private static func policy(_ store: LedgerStore, _ witnesses: [VerifierKey], quorum: String) throws
        -> [UInt8]
    {
        let members = witnesses.enumerated().map { "witness w\($0) \($1.text)\n" }.joined()
        return Array("log \(try store.verifierKey.text)\n\(members)quorum \(quorum)\n".utf8)
    }

    @Test("A policy must be this ledger's, ask for somebody, and not for the ledger's own key")
    func policies() throws {
        try Sample.store { store in
            let witness = CosigningKey(name: "w", seed: Array(1...32)).verifier
            #expect(throws: WitnessFault.noQuorum) {
                try store.install(policy: Self.policy(store, [witness], quorum: "none"))
            }
            let own = CosigningKey(name: "w", seed: Array(repeating: 7, count: 32)).verifier
            #expect(throws: WitnessFault.ownWitness(name: "w0")) {
                try store.install(policy: Self.policy(store, [own], quorum: "w0"))
            }
            let other = SigningKey(name: "other.test/ledger", seed: Array(1...32)).verifier
            #expect(throws: WitnessFault.otherLog(origin: "example.test/ledger")) {
                try store.install(
                    policy: Array("log \(other.text)\nwitness a \(witness.text)\nquorum a\n".utf8))
            }
            #expect(throws: PolicyError.self) { try store.install(policy: Array("quorum\n".utf8)) }
            let witnessing = try store.witnessing()
            #expect(!witnessing.hasPolicy)
        }
    }

    @Test(
        "Cosignatures are kept beside the ledger's, across reopening and further checkpoints; false ones are refused"
    )
    func cosignatures() throws {
        try Sample.store { store in
            let witness = try TestedWitness()
            try store.install(policy: Self.policy(store, [try witness.key], quorum: "w0"))
            try store.file((1...9).map { Sample.filing($0) })
            try store.checkpoint()
            try witness.folder.follow(try store.verifierKey, from: try store.lastCheckpoint().note)
            let parcel = try WitnessParcel(parsing: try store.parcel(from: []).bytes)
            let cosigned = try witness.folder.answer(parcel, at: { witness.time })
            #expect(try store.witnessedCheckpoint(covering: 1) == nil)

            let other = try TestedWitness(2)
            let stranger = try other.folder.key().cosign(try Checkpoint(cosigned.note), at: 1)
            #expect(throws: WitnessFault.nobodySigned) {
                try store.accept(SignedNote(text: cosigned.note.text, signatures: [stranger]))
            }
            let spoilt = SignedNote.NoteSignature(
                name: cosigned.signature.name, keyID: cosigned.signature.keyID,
                bytes: cosigned.signature.bytes.dropLast() + [0])
            #expect(throws: NoteError.wrongSignature(name: "w1.example/w")) {
                try store.accept(SignedNote(text: cosigned.note.text, signatures: [spoilt]))
            }
            let elsewhere = Checkpoint(origin: store.origin, size: 9, root: .sha256([9]))
            #expect(throws: WitnessFault.unknownCheckpoint(origin: store.origin, size: 9)) {
                try store.accept(
                    SignedNote(
                        text: elsewhere.text, signatures: [try witness.folder.key().cosign(elsewhere, at: 1)])
                )
            }

            #expect(try store.accept(cosigned.note).standing.isQuorum)
            try store.file((10...12).map { Sample.filing($0) })
            try store.checkpoint()
            let again = try Sample.reopen(store)
            defer { try? again.close() }
            let witnessing = try again.witnessing()
            let size = try Checkpoint(cosigned.note).size
            #expect(witnessing.last?.size == size)
            #expect(try witnessing.since == again.size() - size)
            #expect(witnessing.last?.time == UTCTime(seconds: witness.time))
            #expect(try again.verify().isSound)
            let day = Int64(24 * 3_600_000)
            let seen = Int64(witness.time) * 1000
            #expect(!witnessing.isLate(at: UTCTime(milliseconds: seen + day)))
            #expect(witnessing.isLate(at: UTCTime(milliseconds: seen + day + 1)))

            // The next request starts where the witness stands, and so does every parcel.
            #expect(try again.request(to: witness.key).old == size)
            #expect(try again.parcel(from: []).steps.contains { $0.old == size })
            let second = try witness.folder.answer(
                try again.request(to: witness.key), at: { witness.time + 5 })
            #expect(try again.accept(second.note).standing.isQuorum)
            #expect(try again.witnessing().since == 0)
        }
    }

    @Test("A ledger with the same key that was written otherwise is not cosigned from any size")
    func forked() throws {
        try Sample.store { store in
            let witness = try TestedWitness()
            try store.file((1...9).map { Sample.filing($0) })
            try store.checkpoint()
            try witness.folder.follow(try store.verifierKey, from: try store.lastCheckpoint().note)
            try Sample.store { forged in
                try forged.file((2...20).map { Sample.filing($0) })
                try forged.checkpoint()
                let size = try store.size()
                #expect(throws: WitnessRefusal.inconsistent(size: size)) {
                    try witness.folder.answer(try forged.parcel(from: [size]), at: { witness.time })
                }
            }
            #expect(try witness.folder.evidence(of: store.origin).count == 1)
        }
    }
}
