package import Ledger

/// A witness's own state: its key, the logs it follows, and for each the checkpoint it cosigned last.
///
/// ```
/// witness.key              the cosigning key, mode 0600
/// witness.vkey             its public half, to be handed out
/// logs/HASH/keys           the log's public keys, one a line; HASH is the SHA-256 of its origin
/// logs/HASH/last           the note cosigned last, or pinned, or the line that says the log began empty
/// logs/HASH/evidence/HASH  requests, signed by the log, that contradict what it showed before
/// ```
package struct WitnessFolder: Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    package var publicKey: String { path + "/witness.vkey" }
    var secretKey: String { path + "/witness.key" }
    var logs: String { path + "/logs" }

    /// Only its owner may read it.
    private static let keyMode: UInt32 = 0o600

    /// Makes a new witness.
    ///
    /// - Parameters:
    ///   - name: Such as `witness.example/w1`: no spaces, no plus signs; part of the key, so never changed.
    ///   - seed: 32 bytes from a cryptographic source of randomness.
    package static func create(at path: String, name: String, seed: [UInt8]) throws -> WitnessFolder {
        let folder = WitnessFolder(path)
        guard !File.exists(folder.secretKey) else { throw WitnessFault.alreadyWitness(folder: path) }
        guard isNoteName(name) else { throw WitnessFault.badName(name) }
        for place in [path, folder.logs] { try File.makeFolder(place) }
        let key = CosigningKey(name: name, seed: seed)
        try File.write(Array((key.text + "\n").utf8), to: folder.secretKey, mode: keyMode)
        try File.write(Array((key.verifier.text + "\n").utf8), to: folder.publicKey, mode: 0o644)
        return folder
    }

    package func key() throws -> CosigningKey {
        guard File.exists(secretKey) else { throw WitnessFault.notWitness(folder: path) }
        let mode = try File.mode(secretKey)
        guard mode & 0o077 == 0 else { throw StorageError.openPermissions(path: secretKey, mode: mode) }
        let text = String(decoding: try File.read(secretKey), as: UTF8.self)
        guard text.hasSuffix("\n"), let key = CosigningKey(text.dropLast()) else {
            throw WitnessFault.badKey(path: secretKey)
        }
        return key
    }

    /// Follows a log from a checkpoint that its keepers handed over in person, or from nothing at all.
    ///
    /// A log that is followed already gets a further key; what was cosigned of it stays as it is.
    /// - Parameters:
    ///   - initial: A checkpoint that the key signed; `nil` for a log that has no entries yet.
    ///   - isNewKey: The log has changed its key, which its keepers said in person. Another ledger may have the same name
    ///     by mistake, and would otherwise pass for this one.
    package func follow(_ key: VerifierKey, from initial: SignedNote?, isNewKey: Bool = false) throws {
        guard key.algorithm == .ed25519 else { throw WitnessFault.notLogKey }
        if let initial { _ = try Checkpoint(initial, signedBy: [key]) }
        _ = try self.key()
        let place = place(of: key.name)
        try File.makeFolder(place.folder)
        try File.locked(place.lock) {
            guard place.isFollowed else {
                try File.write(initial?.bytes ?? WitnessPlace.empty, to: place.last, mode: 0o600)
                // Last, since it is what makes the log followed.
                return try place.write([key])
            }
            guard initial == nil else { throw WitnessFault.pinnedAlready(origin: key.name) }
            let keys = try place.keys()
            if keys.contains(key) { return }
            guard isNewKey else { throw WitnessFault.otherKey(origin: key.name) }
            try place.write(keys + [key])
        }
    }

    /// Every log that is followed, by origin.
    package func followed() throws -> [WitnessedLog] {
        let key = try key().verifier
        return try File.names(in: logs).map { WitnessPlace(folder: "\(logs)/\($0)") }
            .filter(\.isFollowed).map { try $0.read(by: key) }
            .sorted { precedes($0.origin, $1.origin) }
    }

    /// Requests kept of a log that contradict what it showed before.
    package func evidence(of origin: String) throws -> [String] {
        let folder = place(of: origin).evidence
        return File.exists(folder) ? try File.names(in: folder).map { "\(folder)/\($0)" } : []
    }

    func place(of origin: String) -> WitnessPlace {
        WitnessPlace(folder: "\(logs)/\(Digest.sha256(Array(origin.utf8)).hex)")
    }
}
