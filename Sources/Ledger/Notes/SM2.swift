import COpenSSL

/// SM2 signatures with SM3 (GB/T 32918.2-2016, curve of GB/T 32918.5-2017) by OpenSSL.
package enum SM2 {
    /// Bytes of a secret: a big-endian number from 1 to the order of the curve less 2.
    package static let secretSize = 32
    /// Bytes of a public key: 0x04 ‖ x ‖ y.
    package static let keySize = 65
    /// Bytes of a signature: r ‖ s.
    package static let signatureSize = 64
    /// The identity that enters every signature where the parties have agreed on none (GM/T 0009-2012).
    private static let identity = Array("1234567812345678".utf8)

    /// - Returns: `nil` for a number out of range: of random ones, one in four thousand million.
    package static func publicKey(secret: [UInt8]) -> [UInt8]? {
        precondition(secret.count == secretSize, "an SM2 secret has 32 bytes")
        let group = EC_GROUP_new_by_curve_name(NID_sm2)
        let (number, limit, point) = (
            BN_bin2bn(secret, Int32(secret.count), nil), BN_dup(EC_GROUP_get0_order(group)),
            EC_POINT_new(group)
        )
        defer {
            EC_POINT_free(point)
            BN_free(limit)
            BN_clear_free(number)
            EC_GROUP_free(group)
        }
        guard BN_sub_word(limit, 1) == 1, BN_is_zero(number) == 0, BN_cmp(number, limit) < 0,
            EC_POINT_mul(group, point, number, nil, nil, nil) == 1
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: keySize)
        let count = EC_POINT_point2oct(
            group, point, POINT_CONVERSION_UNCOMPRESSED, &bytes, bytes.count, nil)
        return count == keySize ? bytes : nil
    }

    /// OpenSSL draws the random number that each signature needs, so no two signatures are alike.
    package static func sign(_ message: [UInt8], secret: [UInt8], publicKey: [UInt8]) -> [UInt8] {
        let signature = withContext(publicKey, secret) { context, key in
            var count = 0
            guard EVP_DigestSignInit(context, nil, EVP_sm3(), nil, key) == 1,
                EVP_DigestSign(context, nil, &count, message, message.count) == 1
            else { return [UInt8]() }
            var der = [UInt8](repeating: 0, count: count)
            guard EVP_DigestSign(context, &der, &count, message, message.count) == 1 else { return [] }
            return raw(Array(der.prefix(count)))
        }
        guard let signature, signature.count == signatureSize else {
            preconditionFailure("OpenSSL cannot sign with SM2")
        }
        return signature
    }

    package static func verify(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == signatureSize, let der = der(signature) else { return false }
        return withContext(publicKey, nil) { context, key in
            EVP_DigestVerifyInit(context, nil, EVP_sm3(), nil, key) == 1
                && EVP_DigestVerify(context, der, der.count, message, message.count) == 1
        } ?? false
    }

    /// Whether the bytes are a point of the curve, which is all that a public key has to be.
    static func isKey(_ publicKey: [UInt8]) -> Bool {
        guard let key = key(publicKey, nil) else { return false }
        EVP_PKEY_free(key)
        return true
    }
}

extension SM2 {
    private static func withContext<Result>(
        _ publicKey: [UInt8], _ secret: [UInt8]?, _ body: (OpaquePointer?, OpaquePointer) -> Result
    ) -> Result? {
        guard let key = key(publicKey, secret) else { return nil }
        let (keyContext, context) = (EVP_PKEY_CTX_new(key, nil), EVP_MD_CTX_new())
        defer {
            EVP_MD_CTX_free(context)
            EVP_PKEY_CTX_free(keyContext)
            EVP_PKEY_free(key)
        }
        guard EVP_PKEY_CTX_set1_id(keyContext, identity, Int32(identity.count)) == 1 else { return nil }
        EVP_MD_CTX_set_pkey_ctx(context, keyContext)
        return body(context, key)
    }

    /// OpenSSL's key; `nil` when the public half is no point of the curve.
    private static func key(_ publicKey: [UInt8], _ secret: [UInt8]?) -> OpaquePointer? {
        guard publicKey.count == keySize, publicKey[0] == 4 else { return nil }
        let number = secret.flatMap { BN_bin2bn($0, Int32($0.count), nil) }
        defer { BN_clear_free(number) }
        return zhunsheng_sm2_key(publicKey, keySize, number)
    }

    /// r ‖ s of a signature as OpenSSL writes it.
    private static func raw(_ der: [UInt8]) -> [UInt8] {
        var start: UnsafePointer<UInt8>?
        return der.withUnsafeBufferPointer { buffer in
            start = buffer.baseAddress
            let parsed = d2i_ECDSA_SIG(nil, &start, buffer.count)
            defer { ECDSA_SIG_free(parsed) }
            var bytes = [UInt8](repeating: 0, count: signatureSize)
            let half = Int32(signatureSize / 2)
            let worked = bytes.withUnsafeMutableBufferPointer { output in
                BN_bn2binpad(ECDSA_SIG_get0_r(parsed), output.baseAddress, half) == half
                    && BN_bn2binpad(
                        ECDSA_SIG_get0_s(parsed), output.baseAddress?.advanced(by: Int(half)), half) == half
            }
            return worked ? bytes : []
        }
    }

    private static func der(_ signature: [UInt8]) -> [UInt8]? {
        let parts = ECDSA_SIG_new()
        defer { ECDSA_SIG_free(parts) }
        let half = signatureSize / 2
        // The parts own the numbers from here on.
        guard
            ECDSA_SIG_set0(
                parts, BN_bin2bn(Array(signature[..<half]), Int32(half), nil),
                BN_bin2bn(Array(signature[half...]), Int32(half), nil)) == 1
        else { return nil }
        var start: UnsafeMutablePointer<UInt8>?
        let count = i2d_ECDSA_SIG(parts, &start)
        guard count > 0, let start else { return nil }
        defer { CRYPTO_free(start, nil, 0) }
        return Array(UnsafeBufferPointer(start: start, count: Int(count)))
    }
}
