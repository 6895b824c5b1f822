import Ledger

/// The ledger's signing key as it lies in the data folder.
enum LedgerKey {
    /// Only its owner may read it.
    static let mode: UInt32 = 0o600

    static func create(in folder: DataFolder, origin: String, seed: [UInt8]) throws -> SigningKey {
        let key = SigningKey(name: origin, seed: seed)
        try File.write(Array((key.text + "\n").utf8), to: folder.signingKey, mode: mode)
        try File.write(Array((key.verifier.text + "\n").utf8), to: folder.verifierKey, mode: 0o644)
        return key
    }

    static func read(from folder: DataFolder) throws -> SigningKey {
        let path = folder.signingKey
        let mode = try File.mode(path)
        guard mode & 0o077 == 0 else { throw StorageError.openPermissions(path: path, mode: mode) }
        let text = String(decoding: try File.read(path), as: UTF8.self)
        guard text.hasSuffix("\n"), let key = SigningKey(text.dropLast()) else {
            throw StorageError.badKey(path: path)
        }
        return key
    }
}
