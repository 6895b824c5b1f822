import Ledger

/// The ledger's keys as they lie in the data folder: what signs, and everything that ever did.
///
/// A secret whose public half is not among the verifiers yet belongs to a change of keys that was begun and not finished.
/// It signs beside the others, so that whatever is signed meanwhile verifies by the old key and by the new.
struct KeyRing: Sendable {
    let signing: [SigningKey]
    /// The active ones first, Ed25519 before SM2; the retired ones after them, the latest first.
    let verifiers: [VerifierKey]

    /// Only its owner may read the file with the secrets.
    static let mode: UInt32 = 0o600

    /// The keys that sign, of each algorithm the one in force.
    var active: [VerifierKey] { Self.active(verifiers) }

    /// Secrets that no verifier knows of yet.
    var pending: [SigningKey] { signing.filter { !verifiers.contains($0.verifier) } }

    /// Whether the keys in force are those that sign, and no others.
    var isSettled: Bool { Set(signing.map(\.verifier)) == Set(active) }

    func adding(_ keys: [SigningKey]) -> KeyRing { KeyRing(signing: signing + keys, verifiers: verifiers) }

    /// The ring once the pending keys are in force and the secrets of those before them are gone.
    var settled: KeyRing {
        let all = pending.map(\.verifier) + verifiers
        let active = Self.active(all)
        return KeyRing(
            signing: signing.filter { active.contains($0.verifier) },
            verifiers: active + all.filter { !active.contains($0) })
    }

    private static func active(_ keys: [VerifierKey]) -> [VerifierKey] {
        [VerifierKey.Algorithm.ed25519, .sm2].compactMap { algorithm in
            keys.first { $0.algorithm == algorithm }
        }
    }
}

extension KeyRing {
    func create(in folder: DataFolder) throws {
        try writeVerifiers(in: folder)
        try writeSecrets(in: folder)
    }

    func writeVerifiers(in folder: DataFolder) throws {
        try Self.write(verifiers.map(\.text), to: folder.verifierKey, mode: 0o644)
    }

    func writeSecrets(in folder: DataFolder) throws {
        try Self.write(signing.map(\.text), to: folder.signingKey, mode: Self.mode)
    }

    private static func write(_ lines: [String], to path: String, mode: UInt32) throws {
        try File.write(Array(lines.map { $0 + "\n" }.joined().utf8), to: path, mode: mode)
    }

    /// - Throws: `openPermissions` when others may read the secrets; `badKey` when a line is no key of this ledger, or
    ///   the secret in force is missing.
    static func read(from folder: DataFolder) throws -> KeyRing {
        let path = folder.signingKey
        let mode = try File.mode(path)
        guard mode & 0o077 == 0 else { throw StorageError.openPermissions(path: path, mode: mode) }
        let verifiers = try verifiers(in: folder)
        let signing = try lines(path).map { line in
            guard let key = SigningKey(line), key.verifier.name == verifiers[0].name else {
                throw StorageError.badKey(path: path)
            }
            return key
        }
        let ring = KeyRing(signing: signing, verifiers: verifiers)
        guard ring.active.allSatisfy({ key in signing.contains { $0.verifier == key } }) else {
            throw StorageError.badKey(path: path)
        }
        return ring
    }

    /// Every public key of the ledger, the Ed25519 key in force first; no secret is needed for it.
    static func verifiers(in folder: DataFolder) throws -> [VerifierKey] {
        let path = folder.verifierKey
        let keys = try lines(path).map { line in
            guard let key = VerifierKey(line), key.algorithm != .cosignature else {
                throw StorageError.badVerifierKeys(path: path)
            }
            return key
        }
        guard keys.first?.algorithm == .ed25519, keys.allSatisfy({ $0.name == keys[0].name }),
            Set(keys).count == keys.count
        else { throw StorageError.badVerifierKeys(path: path) }
        return keys
    }

    private static func lines(_ path: String) throws -> [Substring] {
        let text = String(decoding: try File.read(path), as: UTF8.self)
        return text.hasSuffix("\n")
            ? text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) : [""]
    }
}
