import Ledger

/// Where a witness keeps what it knows of one log.
struct WitnessPlace {
    let folder: String

    var lock: String { folder + "/lock" }
    var last: String { folder + "/last" }
    var evidence: String { folder + "/evidence" }
    private var keyFile: String { folder + "/keys" }

    /// What stands for the checkpoint of a log that was empty when it was taken up. A missing file is not the same: it is
    /// a witness that has lost its memory, and must not sign.
    static let empty = Array("zhunsheng/witness-log/v1 empty\n".utf8)

    var isFollowed: Bool { File.exists(keyFile) }

    func keys() throws -> [VerifierKey] {
        let lines = String(decoding: try File.read(keyFile), as: UTF8.self).split(separator: "\n")
        let keys = lines.compactMap { VerifierKey($0) }
        guard let first = keys.first, keys.count == lines.count, keys.allSatisfy({ $0.name == first.name })
        else { throw WitnessFault.damaged(path: keyFile) }
        return keys
    }

    func write(_ keys: [VerifierKey]) throws {
        try File.write(Array(keys.map { $0.text + "\n" }.joined().utf8), to: keyFile, mode: 0o600)
    }

    /// The state, held to the keys: what no log signed, or the witness itself did not cosign, is no memory of its.
    func read(by witness: VerifierKey) throws -> WitnessedLog {
        let keys = try keys()
        guard File.exists(last) else { throw WitnessFault.memoryLost(origin: keys[0].name, path: last) }
        let bytes = try File.read(last)
        guard bytes != Self.empty else { return WitnessedLog(origin: keys[0].name, keys: keys) }
        do throws(NoteError) {
            let note = try SignedNote(parsing: bytes)
            let checkpoint = try Checkpoint(note, signedBy: keys)
            let own = try note.signatures(by: [witness]).first
            return WitnessedLog(
                origin: checkpoint.origin, keys: keys, last: checkpoint,
                time: own.flatMap { Cosignature.time(of: $0.bytes) } ?? 0)
        } catch { throw WitnessFault.damaged(path: last) }
    }

    /// Keeps a request by its digest, so that the same one sent a thousand times is one file.
    func keep(_ request: AddCheckpoint) throws {
        try File.makeFolder(evidence)
        let bytes = request.bytes
        let path = "\(evidence)/\(Digest.sha256(bytes).hex)"
        if !File.exists(path) { try File.write(bytes, to: path, mode: 0o600) }
    }
}
