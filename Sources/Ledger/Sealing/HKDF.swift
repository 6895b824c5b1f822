import COpenSSL

/// Keys from a secret (RFC 5869) by OpenSSL.
package enum HKDF {
    package enum Hash: String, Sendable {
        case sha256 = "SHA256"
        case sm3 = "SM3"
    }

    /// A secret of even strength, 32 bytes.
    package static func extract(_ secret: [UInt8], salt: [UInt8], hash: Hash = .sha256) -> [UInt8] {
        guard let key = run(EVP_KDF_HKDF_MODE_EXTRACT_ONLY, secret, salt, hash, Digest.size) else {
            preconditionFailure("OpenSSL cannot compute HKDF")
        }
        return key
    }

    /// - Parameter key: What `extract` gave.
    /// - Returns: `nil` for more than 255 times 32 bytes, or none.
    package static func expand(
        _ key: [UInt8], info: [UInt8], count: Int, hash: Hash = .sha256
    ) -> [UInt8]? {
        guard (1...255 * Digest.size).contains(count) else { return nil }
        return run(EVP_KDF_HKDF_MODE_EXPAND_ONLY, key, info, hash, count)
    }

    private static func run(
        _ mode: Int32, _ key: [UInt8], _ other: [UInt8], _ hash: Hash, _ count: Int
    ) -> [UInt8]? {
        var output = [UInt8](repeating: 0, count: count)
        let worked = zhunsheng_hkdf(
            mode, hash.rawValue, key, key.count, other, other.count, &output, count)
        return worked == 1 ? output : nil
    }
}
