import COpenSSL

/// Diffie–Hellman on Curve25519 (RFC 7748) by OpenSSL.
package enum X25519 {
    /// Bytes of a secret, of a public key and of what two of them share.
    package static let size = 32

    /// - Parameter secret: 32 random bytes.
    package static func publicKey(secret: [UInt8]) -> [UInt8] {
        let key = privateKey(secret)
        defer { EVP_PKEY_free(key) }
        var (bytes, count) = ([UInt8](repeating: 0, count: size), size)
        precondition(EVP_PKEY_get_raw_public_key(key, &bytes, &count) == 1 && count == size)
        return bytes
    }

    /// - Returns: `nil` for a public key of small order, with which everybody would share the same.
    package static func shared(secret: [UInt8], with publicKey: [UInt8]) -> [UInt8]? {
        guard publicKey.count == size,
            let other = EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nil, publicKey, size)
        else { return nil }
        let key = privateKey(secret)
        let context = EVP_PKEY_CTX_new(key, nil)
        defer {
            EVP_PKEY_CTX_free(context)
            EVP_PKEY_free(key)
            EVP_PKEY_free(other)
        }
        var (bytes, count) = ([UInt8](repeating: 0, count: size), size)
        guard EVP_PKEY_derive_init(context) == 1, EVP_PKEY_derive_set_peer(context, other) == 1,
            EVP_PKEY_derive(context, &bytes, &count) == 1, count == size
        else { return nil }
        return bytes
    }

    private static func privateKey(_ secret: [UInt8]) -> OpaquePointer {
        precondition(secret.count == size, "an X25519 secret has 32 bytes")
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_X25519, nil, secret, secret.count) else {
            preconditionFailure("OpenSSL cannot read an X25519 secret")
        }
        return key
    }
}
