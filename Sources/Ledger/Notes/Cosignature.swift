/// What a witness adds to a checkpoint (C2SP tlog-cosignature, `cosignature/v1`).
package enum Cosignature {
    /// Seconds since 1970-01-01T00:00:00Z, from the bytes after the key id: eight of them, then the signature.
    package static func time(of signature: [UInt8]) -> UInt64? {
        guard signature.count == 8 + Ed25519.signatureSize else { return nil }
        return signature.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// What is signed.
    static func message(_ text: String, at time: UInt64) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n\(text)".utf8)
    }
}

/// A witness's key, in the text form of private keys with the algorithm byte 0x04.
package struct CosigningKey: Sendable {
    package let verifier: VerifierKey
    private let seed: [UInt8]

    /// - Parameters:
    ///   - name: The witness's name, such as `witness.example/w1`: no spaces, no plus signs.
    ///   - seed: 32 bytes from a cryptographic source of randomness.
    package init(name: String, seed: [UInt8]) {
        self.seed = seed
        verifier = VerifierKey(
            name: name, algorithm: .cosignature, publicKey: Ed25519.publicKey(seed: seed))
    }

    /// - Returns: `nil` unless it is the text form of a witness's key and its hash is right.
    package init?(_ text: some StringProtocol) {
        guard let parts = PrivateKeyText(text), parts.algorithm == .cosignature else { return nil }
        self.init(name: parts.name, seed: parts.secret)
        guard Hex.encode(verifier.id) == parts.id else { return nil }
    }

    package var text: String { PrivateKeyText.text(of: seed, verifier) }

    /// - Parameter time: Seconds since 1970-01-01T00:00:00Z.
    package func cosign(_ checkpoint: Checkpoint, at time: UInt64) -> SignedNote.NoteSignature {
        let seconds = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * $0)) }
        return SignedNote.NoteSignature(
            name: verifier.name, keyID: verifier.id,
            bytes: seconds + Ed25519.sign(Cosignature.message(checkpoint.text, at: time), seed: seed))
    }
}
