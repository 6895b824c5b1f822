/// Hybrid public-key encryption, base mode, one message (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and the
/// AEAD given.
package struct HPKE: Sendable {
    let aead: AEAD

    package init(aead: AEAD) { self.aead = aead }

    /// The suite of Appendix A.2, with ChaCha20-Poly1305: what sealed records use.
    package static let standard = HPKE(aead: .chaCha20Poly1305)

    package struct Message: Hashable, Sendable {
        /// The ephemeral public key, `enc` in the RFC: 32 bytes.
        package let key: [UInt8]
        /// Ciphertext ‖ tag.
        package let sealed: [UInt8]

        package init(key: [UInt8], sealed: [UInt8]) {
            self.key = key
            self.sealed = sealed
        }
    }

    /// - Parameters:
    ///   - ephemeral: 32 random bytes, for this message alone.
    ///   - info: What the message is for; opening it takes the same.
    /// - Returns: `nil` for a public key that is none.
    package func seal(
        _ plain: [UInt8], to publicKey: [UInt8], ephemeral: [UInt8], info: [UInt8], context: [UInt8] = []
    ) -> Message? {
        guard let common = X25519.shared(secret: ephemeral, with: publicKey) else { return nil }
        let key = X25519.publicKey(secret: ephemeral)
        let schedule = schedule(Self.shared(common, key, publicKey), info: info)
        return Message(
            key: key,
            sealed: aead.seal(plain, key: schedule.key, nonce: schedule.nonce, context: context))
    }

    /// - Returns: `nil` unless the message is for this key, this info and this context, unchanged.
    package func open(
        _ message: Message, secret: [UInt8], info: [UInt8], context: [UInt8] = []
    ) -> [UInt8]? {
        guard let common = X25519.shared(secret: secret, with: message.key) else { return nil }
        let schedule = schedule(
            Self.shared(common, message.key, X25519.publicKey(secret: secret)), info: info)
        return aead.open(message.sealed, key: schedule.key, nonce: schedule.nonce, context: context)
    }
}

extension HPKE {
    struct Schedule {
        let secret: [UInt8]
        let key: [UInt8]
        let nonce: [UInt8]
    }

    /// ExtractAndExpand of section 4.1, for the KEM 0x0020.
    static func shared(_ common: [UInt8], _ key: [UInt8], _ publicKey: [UInt8]) -> [UInt8] {
        let suite = Array("KEM".utf8) + [0x00, 0x20]
        let extracted = extract(suite, salt: [], "eae_prk", common)
        return expand(suite, extracted, "shared_secret", key + publicKey, count: 32)
    }

    /// KeySchedule of section 5.1 in mode_base, where `psk` and `psk_id` are empty.
    func schedule(_ shared: [UInt8], info: [UInt8]) -> Schedule {
        let suite = Array("HPKE".utf8) + [0x00, 0x20, 0x00, 0x01] + aead.id
        let context: [UInt8] =
            [0x00] + Self.extract(suite, salt: [], "psk_id_hash", [])
            + Self.extract(suite, salt: [], "info_hash", info)
        let secret = Self.extract(suite, salt: shared, "secret", [])
        return Schedule(
            secret: secret, key: Self.expand(suite, secret, "key", context, count: aead.keySize),
            nonce: Self.expand(suite, secret, "base_nonce", context, count: AEAD.nonceSize))
    }

    private static let version = Array("HPKE-v1".utf8)

    private static func extract(
        _ suite: [UInt8], salt: [UInt8], _ label: String, _ secret: [UInt8]
    ) -> [UInt8] {
        HKDF.extract(version + suite + Array(label.utf8) + secret, salt: salt)
    }

    private static func expand(
        _ suite: [UInt8], _ key: [UInt8], _ label: String, _ info: [UInt8], count: Int
    ) -> [UInt8] {
        let labeled = [UInt8(count >> 8), UInt8(count & 0xFF)] + version + suite + Array(label.utf8) + info
        guard let bytes = HKDF.expand(key, info: labeled, count: count) else {
            preconditionFailure("HPKE asks for a few dozen bytes")
        }
        return bytes
    }
}

extension AEAD {
    /// Section 7.3.
    fileprivate var id: [UInt8] {
        switch self {
        case .aes128GCM: [0x00, 0x01]
        case .aes256GCM: [0x00, 0x02]
        case .chaCha20Poly1305: [0x00, 0x03]
        }
    }
}
