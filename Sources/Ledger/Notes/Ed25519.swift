import COpenSSL

/// Ed25519 signatures (RFC 8032) by OpenSSL.
package enum Ed25519 {
    package static let keySize = 32
    package static let signatureSize = 64

    /// - Parameter seed: 32 random bytes, the private key of RFC 8032.
    package static func publicKey(seed: [UInt8]) -> [UInt8] {
        let key = privateKey(seed)
        defer { EVP_PKEY_free(key) }
        var bytes = [UInt8](repeating: 0, count: keySize)
        var count = bytes.count
        precondition(EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 && count == keySize)
        return bytes
    }

    package static func sign(_ message: [UInt8], seed: [UInt8]) -> [UInt8] {
        let key = privateKey(seed)
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        var signature = [UInt8](repeating: 0, count: signatureSize)
        var count = signature.count
        precondition(
            EVP_DigestSignInit(context, nil, nil, nil, key) == 1
                && EVP_DigestSign(context, &signature, &count, message, message.count) == 1
                && count == signatureSize, "OpenSSL cannot sign with Ed25519")
        return signature
    }

    /// Whether a signature is the key's over the message. A key of small order, under which one signature holds for
    /// many messages, verifies nothing.
    package static func verify(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureSize, publicKey.count == keySize, !isSmallOrder(publicKey),
            let key = EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, publicKey, publicKey.count)
        else { return false }
        let context = EVP_MD_CTX_new()
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_free(key)
        }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private static func privateKey(_ seed: [UInt8]) -> OpaquePointer {
        precondition(seed.count == keySize, "an Ed25519 seed has 32 bytes")
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            preconditionFailure("OpenSSL cannot read an Ed25519 seed")
        }
        return key
    }

    /// The y coordinates of the eight points of small order, in each encoding that decoders accept, sign bit cleared.
    static func isSmallOrder(_ publicKey: [UInt8]) -> Bool {
        var y = publicKey
        y[31] &= 0x7F
        return smallOrder.contains(y)
    }

    private static let smallOrder: Set<[UInt8]> = {
        let field = { (low: UInt8) in [low] + [UInt8](repeating: 0xFF, count: 30) + [0x7F] }
        let small = { (low: UInt8) in [low] + [UInt8](repeating: 0, count: 31) }
        let ofOrderEight = [
            "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
        ].compactMap { Hex.decode($0) }
        // 0, 1, p − 1, p, p + 1 for the prime p = 2²⁵⁵ − 19.
        return Set([small(0), small(1), field(0xEC), field(0xED), field(0xEE)] + ofOrderEight)
    }()
}
