import COpenSSL

extension Digest {
    /// SHA-256 of bytes.
    package static func sha256(_ bytes: [UInt8]) -> Digest {
        bytes.withUnsafeBytes { Hasher256().hash($0) }
    }
}

/// HMAC-SHA-256 (RFC 2104).
package enum HMAC {
    package static func sha256(key: [UInt8], _ message: [UInt8]) -> Digest {
        var worked = false
        let result = Digest { output in
            var count: UInt32 = 0
            worked = HMAC_(key, message, output.baseAddress, &count) && count == 32
        }
        precondition(worked, "OpenSSL cannot compute HMAC")
        return result
    }

    private static func HMAC_(
        _ key: [UInt8], _ message: [UInt8], _ output: UnsafeMutablePointer<UInt8>?, _ count: inout UInt32
    ) -> Bool {
        COpenSSL.HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, output, &count) != nil
    }
}
