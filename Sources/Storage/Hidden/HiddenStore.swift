package import Ledger
import Registers
import Synchronization

/// Hidden fields of a data folder: kept encrypted beside the ledger, which holds commitments to them.
package final class HiddenStore: Sendable {
    let folder: DataFolder
    let files: EnvelopeFiles
    /// That many random bytes, fit for keys; `nil` where nothing is filed that hides anything.
    private let random: (@Sendable (Int) -> [UInt8])?
    private let key = Mutex<EnvelopeKey?>(nil)

    init(_ folder: DataFolder, random: (@Sendable (Int) -> [UInt8])?) {
        self.folder = folder
        files = EnvelopeFiles(folder)
        self.random = random
    }

    func randomBytes(_ count: Int) -> [UInt8] {
        guard let random else { preconditionFailure("a store that hides fields is given randomness") }
        return random(count)
    }

    /// The wrapping key; made on first use, of the cipher given.
    ///
    /// - Throws: `keyMissing` where there are envelopes already: a new key would open none of them.
    func envelopeKey(creating cipher: EnvelopeCipher = .aes) throws -> EnvelopeKey {
        try key.withLock { key in
            if let key { return key }
            let path = folder.envelopeKey
            let made: EnvelopeKey
            if File.exists(path) {
                made = try EnvelopeKey.read(from: path)
            } else {
                guard !files.exist else { throw HiddenError.keyMissing(path: path) }
                made = try EnvelopeKey.create(
                    cipher, secret: randomBytes(EnvelopeCipher.keySize), at: path)
            }
            key = made
            return made
        }
    }

    /// - Returns: `nil` when the envelope, or its key, is not there.
    func content(of owner: PrivateContent.Owner, _ commitment: Digest) throws -> PrivateContent? {
        try files.envelope(of: owner, commitment).map { try envelopeKey().open($0) }
    }
}

extension LedgerStore {
    /// Makes the wrapping key of a new data folder, to fix with which cipher its private fields are kept.
    package func makeEnvelopeKey(_ cipher: EnvelopeCipher) throws {
        _ = try hidden.envelopeKey(creating: cipher)
    }
}
