import Ledger

/// The key that wraps the keys of all envelopes, as it lies in the data folder: three lines, mode 0600.
///
/// ```
/// zhunsheng/envelope-key/v1
/// aes-256-gcm
/// base64 of 32 random bytes
/// ```
struct EnvelopeKey: Sendable {
    let cipher: EnvelopeCipher
    let secret: [UInt8]

    private static let header = "zhunsheng/envelope-key/v1"

    static func create(_ cipher: EnvelopeCipher, secret: [UInt8], at path: String) throws -> EnvelopeKey {
        precondition(secret.count == EnvelopeCipher.keySize, "an envelope key has 32 bytes")
        let text = "\(header)\n\(cipher.rawValue)\n\(Base64.encode(secret))\n"
        try File.write(Array(text.utf8), to: path, mode: 0o600)
        return EnvelopeKey(cipher: cipher, secret: secret)
    }

    static func read(from path: String) throws -> EnvelopeKey {
        let mode = try File.mode(path)
        guard mode & 0o077 == 0 else { throw HiddenError.openPermissions(path: path, mode: mode) }
        let lines = String(decoding: try File.read(path), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == header, let cipher = EnvelopeCipher(rawValue: String(lines[1])),
            let secret = Base64.decode(lines[2]), secret.count == EnvelopeCipher.keySize, lines[3].isEmpty
        else { throw HiddenError.keyUnreadable(path: path) }
        return EnvelopeKey(cipher: cipher, secret: secret)
    }

    private init(cipher: EnvelopeCipher, secret: [UInt8]) {
        self.cipher = cipher
        self.secret = secret
    }
}

extension EnvelopeKey {
    /// Hides content under a key of its own, and that key under this one.
    func close(
        _ content: PrivateContent, of owner: PrivateContent.Owner, random: (Int) -> [UInt8]
    ) -> Envelope {
        let key = random(EnvelopeCipher.keySize)
        return Envelope(
            owner: owner, commitment: content.commitment(of: owner, cipher: cipher).hmac,
            wrappedKey: cipher.seal(
                key, key: secret, nonce: random(cipher.nonceSize), context: Self.wrapping(owner)),
            sealed: cipher.seal(
                content.bytes, key: key, nonce: random(cipher.nonceSize), context: owner.context))
    }

    /// - Throws: `envelopeDamaged` unless it opens to exactly what the commitment says.
    func open(_ envelope: Envelope) throws -> PrivateContent {
        let owner = envelope.owner
        guard
            let key = EnvelopeCipher.open(
                envelope.wrappedKey, key: secret, context: Self.wrapping(owner)),
            let bytes = EnvelopeCipher.open(envelope.sealed, key: key, context: owner.context),
            let cipher = EnvelopeCipher.cipher(of: envelope.sealed), let content = PrivateContent(bytes),
            content.commitment(of: owner, cipher: cipher).hmac == envelope.commitment
        else { throw HiddenError.envelopeDamaged(owner) }
        return content
    }

    /// A digest that tells nothing to whoever lacks this key: of a file that holds private fields.
    func masked(_ digest: Digest) -> Digest {
        let context = Array("zhunsheng/file-digest/v1\n".utf8)
        return cipher == .aes
            ? HMAC.sha256(key: secret, context + digest.bytes) : HMAC.sm3(key: secret, context + digest.bytes)
    }

    private static func wrapping(_ owner: PrivateContent.Owner) -> [UInt8] {
        Array("key\n".utf8) + owner.context
    }
}

/// The hidden fields of one group of one record, as they are stored.
struct Envelope: Sendable {
    let owner: PrivateContent.Owner
    let commitment: Digest
    let wrappedKey: [UInt8]
    let sealed: [UInt8]
}
