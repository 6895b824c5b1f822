import COpenSSL

extension Digest {
    /// SHA-256 of bytes.
    package static func sha256(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { Hasher256().hash($0) }
    }

    /// SM3 of bytes (GB/T 32905-2016).
    package static func sm3(_ bytes: [UInt8]) -> Digest {
        var worked = false
        let result = Digest { output in
            var count: UInt32 = 0
            worked =
                EVP_Digest(bytes, bytes.count, output.baseAddress, &count, EVP_sm3(), nil) == 1
                && count == size
        }
        precondition(worked, "OpenSSL cannot compute SM3")
        return result
    }
}

/// Keyed hashes (RFC 2104).
package enum HMAC {
    /// HMAC-SHA-256.
    package static func sha256(key: [UInt8], _ message: [UInt8]) -> Digest { tag(EVP_sha256(), key, message) }

    /// HMAC-SM3.
    package static func sm3(key: [UInt8], _ message: [UInt8]) -> Digest { tag(EVP_sm3(), key, message) }

    private static func tag(_ algorithm: OpaquePointer?, _ key: [UInt8], _ message: [UInt8]) -> Digest {
        var worked = false
        let result = Digest { output in
            var count: UInt32 = 0
            worked =
                COpenSSL.HMAC(
                    algorithm, key, Int32(key.count), message, message.count, output.baseAddress, &count)
                != nil
                && count == Digest.size
        }
        precondition(worked, "OpenSSL cannot compute HMAC")
        return result
    }
}
