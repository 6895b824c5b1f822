import COpenSSL

/// Authenticated encryption by OpenSSL: whoever changes a bit of what was sealed, or of its context, opens nothing.
package enum AEAD: Sendable {
    /// NIST SP 800-38D.
    case aes128GCM
    case aes256GCM
    /// RFC 8439.
    case chaCha20Poly1305

    package static let nonceSize = 12
    package static let tagSize = 16

    /// Bytes.
    package var keySize: Int { self == .aes128GCM ? 16 : 32 }

    /// - Parameters:
    ///   - nonce: 12 bytes, never twice with one key.
    ///   - context: What belongs to the message without being hidden.
    /// - Returns: Ciphertext ‖ tag of 16 bytes.
    package func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8] {
        precondition(
            key.count == keySize && nonce.count == Self.nonceSize, "a key or nonce of the wrong size")
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var output = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: Self.tagSize)
        var count: Int32 = 0
        let worked =
            EVP_EncryptInit_ex2(cipher, algorithm, key, nonce, nil) == 1
            && EVP_EncryptUpdate(cipher, nil, &count, context, Int32(context.count)) == 1
            && EVP_EncryptUpdate(cipher, &output, &count, plain, Int32(plain.count)) == 1
            && count == plain.count && EVP_EncryptFinal_ex(cipher, &tag, &count) == 1 && count == 0
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, Int32(tag.count), &tag) == 1
        precondition(worked, "OpenSSL cannot encrypt")
        return output + tag
    }

    /// - Returns: `nil` when the tag does not hold.
    package func open(
        _ sealed: some Collection<UInt8>, key: [UInt8], nonce: [UInt8], context: [UInt8]
    ) -> [UInt8]? {
        guard sealed.count >= Self.tagSize, key.count == keySize, nonce.count == Self.nonceSize else {
            return nil
        }
        let body = Array(sealed.dropLast(Self.tagSize))
        var tag = Array(sealed.suffix(Self.tagSize))
        let cipher = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(cipher) }
        var output = [UInt8](repeating: 0, count: body.count)
        var (count, rest): (Int32, Int32) = (0, 0)
        let holds =
            EVP_DecryptInit_ex2(cipher, algorithm, key, nonce, nil) == 1
            && EVP_DecryptUpdate(cipher, nil, &count, context, Int32(context.count)) == 1
            && EVP_DecryptUpdate(cipher, &output, &count, body, Int32(body.count)) == 1
            && EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, Int32(tag.count), &tag) == 1
            && EVP_DecryptFinal_ex(cipher, &tag, &rest) == 1
        return holds && count == body.count ? output : nil
    }

    private var algorithm: OpaquePointer? {
        switch self {
        case .aes128GCM: EVP_aes_128_gcm()
        case .aes256GCM: EVP_aes_256_gcm()
        case .chaCha20Poly1305: EVP_chacha20_poly1305()
        }
    }
}
