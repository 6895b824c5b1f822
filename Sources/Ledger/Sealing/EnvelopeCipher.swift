/// How a bureau encrypts its private fields: the international algorithms or China's.
package enum EnvelopeCipher: String, CaseIterable, Sendable {
    /// AES-256-GCM (NIST SP 800-38D).
    case aes = "aes-256-gcm"
    /// SM4 in counter mode (GB/T 32907-2016), then HMAC-SM3 over context and ciphertext; OpenSSL 3.0 has no SM4-GCM.
    case sm = "sm4-ctr-hmac-sm3"

    /// Bytes of a key, in both.
    package static let keySize = 32

    /// Random bytes that each sealing needs.
    package var nonceSize: Int { self == .aes ? AEAD.nonceSize : SM4.size }

    /// The first line of what is sealed, so that a reader in twenty years knows how to open it.
    private var header: [UInt8] { Array("zhunsheng/envelope/v1 \(rawValue)\n".utf8) }

    /// - Parameters:
    ///   - key: 32 bytes.
    ///   - nonce: `nonceSize` random bytes.
    ///   - context: What the content belongs to; under another context nothing opens.
    /// - Returns: The header line, the nonce, the ciphertext, and the tag: 16 bytes, or 32 of HMAC-SM3.
    package func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8] {
        precondition(
            key.count == Self.keySize && nonce.count == nonceSize, "a key or nonce of the wrong size")
        let context = header + context
        switch self {
        case .aes:
            return header + nonce
                + AEAD.aes256GCM.seal(plain, key: key, nonce: nonce, context: context)
        case .sm:
            let keys = Self.smKeys(key)
            let body = Self.counter(.encrypt, plain, key: keys.cipher, nonce: nonce)
            return header + nonce + body + Self.tag(nonce + body, key: keys.mac, context: context)
        }
    }

    /// - Returns: `nil` unless the bytes were sealed so, under this key and context, and are unchanged.
    package static func open(_ sealed: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8]? {
        guard let cipher = cipher(of: sealed), key.count == keySize else { return nil }
        let rest = sealed.dropFirst(cipher.header.count)
        guard rest.count >= cipher.nonceSize else { return nil }
        let (nonce, body) = (Array(rest.prefix(cipher.nonceSize)), rest.dropFirst(cipher.nonceSize))
        let context = cipher.header + context
        switch cipher {
        case .aes: return AEAD.aes256GCM.open(body, key: key, nonce: nonce, context: context)
        case .sm:
            guard body.count >= Digest.size else { return nil }
            let keys = smKeys(key)
            let (content, tag) = (Array(body.dropLast(Digest.size)), Array(body.suffix(Digest.size)))
            guard isSame(Self.tag(nonce + content, key: keys.mac, context: context), tag) else { return nil }
            return counter(.decrypt, content, key: keys.cipher, nonce: nonce)
        }
    }

    /// Which of them sealed the bytes; `nil` when none did.
    package static func cipher(of sealed: [UInt8]) -> EnvelopeCipher? {
        allCases.first { sealed.starts(with: $0.header) }
    }
}

extension EnvelopeCipher {
    /// One key for hiding and one for the tag (HKDF-Expand with SM3).
    private static func smKeys(_ key: [UInt8]) -> (cipher: [UInt8], mac: [UInt8]) {
        let info = Array("zhunsheng/envelope/v1 sm4-ctr-hmac-sm3 keys".utf8)
        guard let keys = HKDF.expand(key, info: info, count: SM4.size + Digest.size, hash: .sm3) else {
            preconditionFailure("HKDF gives 48 bytes")
        }
        return (Array(keys.prefix(SM4.size)), Array(keys.dropFirst(SM4.size)))
    }

    private static func counter(
        _ direction: SM4.Direction, _ bytes: [UInt8], key: [UInt8], nonce: [UInt8]
    ) -> [UInt8] {
        guard let output = SM4.run(direction, .ctr, key: key, start: nonce, bytes) else {
            preconditionFailure("counter mode takes any length")
        }
        return output
    }

    /// Over the context's length too, so that no byte can move from it into the message.
    private static func tag(_ message: [UInt8], key: [UInt8], context: [UInt8]) -> [UInt8] {
        let length = withUnsafeBytes(of: UInt64(context.count).bigEndian, Array.init)
        return HMAC.sm3(key: key, length + context + message).bytes
    }
}

/// Whether two byte sequences are equal, in a time that does not tell where they differ.
package func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
