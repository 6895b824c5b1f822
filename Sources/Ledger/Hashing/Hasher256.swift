import COpenSSL

/// SHA-256 or SM3 with one OpenSSL context for many messages, and the two prefixed hashes of RFC 6962 section 2.1.
///
/// Not shared between threads; make one where the work is.
package struct Hasher256: ~Copyable {
    package let algorithm: HashAlgorithm
    private let context: OpaquePointer

    package init(_ algorithm: HashAlgorithm = .sha256) {
        guard let context = EVP_MD_CTX_new(), let method = EVP_MD_fetch(nil, algorithm.rawValue, nil),
            EVP_DigestInit_ex2(context, method, nil) == 1
        else { fatalError("OpenSSL cannot compute \(algorithm.rawValue)") }
        // The context holds its own reference.
        EVP_MD_free(method)
        self.algorithm = algorithm
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    package func hash(_ message: UnsafeRawBufferPointer) -> Digest { digest(prefix: nil, message) }

    /// `HASH(0x00 ‖ entry)`
    package func leaf(_ entry: UnsafeRawBufferPointer) -> Digest { digest(prefix: 0, entry) }

    /// `HASH(0x01 ‖ left ‖ right)`
    package func node(_ left: Digest, _ right: Digest) -> Digest {
        withUnsafeTemporaryAllocation(byteCount: 1 + 2 * Digest.size, alignment: 8) { message in
            message[0] = 1
            message.storeBytes(of: left, toByteOffset: 1, as: Digest.self)
            message.storeBytes(of: right, toByteOffset: 1 + Digest.size, as: Digest.self)
            return digest(prefix: nil, UnsafeRawBufferPointer(message))
        }
    }

    /// The hash of a message that comes in pieces.
    ///
    /// - Parameter pieces: Hands over each piece in turn.
    package func hash(pieces: (_ take: (UnsafeRawBufferPointer) -> Void) throws -> Void) rethrows -> Digest {
        let context = context
        var worked = EVP_DigestInit_ex2(context, nil, nil) == 1
        try pieces { worked = worked && EVP_DigestUpdate(context, $0.baseAddress, $0.count) == 1 }
        let result = Digest { worked = worked && EVP_DigestFinal_ex(context, $0.baseAddress, nil) == 1 }
        precondition(worked, "OpenSSL cannot compute the hash")
        return result
    }

    private func digest(prefix: UInt8?, _ message: UnsafeRawBufferPointer) -> Digest {
        var worked = EVP_DigestInit_ex2(context, nil, nil) == 1
        if var prefix { worked = worked && EVP_DigestUpdate(context, &prefix, 1) == 1 }
        worked = worked && EVP_DigestUpdate(context, message.baseAddress, message.count) == 1
        let result = Digest { worked = worked && EVP_DigestFinal_ex(context, $0.baseAddress, nil) == 1 }
        precondition(worked, "OpenSSL cannot compute the hash")
        return result
    }
}
