import COpenSSL

/// The block cipher SM4 (GB/T 32907-2016) in the modes that OpenSSL 3.0 has.
///
/// None of them notices a change: whoever stores what they encrypt keeps an HMAC over it. (GCM and CCM, which would, are
/// not in Debian 12's OpenSSL.)
package enum SM4 {
    /// Bytes of a key, of a block and of a starting value.
    package static let size = 16

    package enum Mode: Sendable {
        case ecb
        case cbc
        case ctr
    }

    package enum Direction: Int32, Sendable {
        case encrypt = 1
        case decrypt = 0
    }

    /// - Parameters:
    ///   - key: 16 bytes.
    ///   - start: 16 bytes, never twice with one key in `ctr`; not used in `ecb`.
    /// - Returns: As many bytes as came in; `nil` when `ecb` or `cbc` is given part of a block.
    package static func run(
        _ direction: Direction, _ mode: Mode, key: [UInt8], start: [UInt8], _ bytes: [UInt8]
    ) -> [UInt8]? {
        precondition(key.count == size && start.count == size, "SM4 takes 16 bytes")
        guard mode == .ctr || bytes.count.isMultiple(of: size) else { return nil }
        let context = EVP_CIPHER_CTX_new()
        defer { EVP_CIPHER_CTX_free(context) }
        var output = [UInt8](repeating: 0, count: bytes.count + size)
        var (count, rest): (Int32, Int32) = (0, 0)
        let worked =
            EVP_CipherInit_ex2(context, cipher(mode), key, start, direction.rawValue, nil) == 1
            && EVP_CIPHER_CTX_set_padding(context, 0) == 1
            && EVP_CipherUpdate(context, &output, &count, bytes, Int32(bytes.count)) == 1
            && EVP_CipherFinal_ex(context, &output[Int(count)], &rest) == 1
        precondition(worked && count + rest == bytes.count, "OpenSSL cannot compute SM4")
        return Array(output.prefix(bytes.count))
    }

    private static func cipher(_ mode: Mode) -> OpaquePointer? {
        switch mode {
        case .ecb: EVP_sm4_ecb()
        case .cbc: EVP_sm4_cbc()
        case .ctr: EVP_sm4_ctr()
        }
    }
}
