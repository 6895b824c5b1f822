/// A key that signs a ledger's checkpoints, in the text form `PRIVATE+KEY+name+hash+base64`.
package struct SigningKey: Sendable {
    package let verifier: VerifierKey
    private let secret: [UInt8]

    /// An Ed25519 key from its seed of 32 random bytes.
    package init(name: String, seed: [UInt8]) {
        secret = seed
        verifier = VerifierKey(name: name, publicKey: Ed25519.publicKey(seed: seed))
    }

    /// An SM2 key from 32 random bytes.
    ///
    /// - Returns: `nil` for the few numbers that are no SM2 secret; draw again.
    package init?(name: String, sm2 secret: [UInt8]) {
        guard let publicKey = SM2.publicKey(secret: secret) else { return nil }
        self.secret = secret
        verifier = VerifierKey(name: name, algorithm: .sm2, publicKey: publicKey)
    }

    /// - Returns: `nil` unless it is the text form of a key that signs ledgers and its hash is right.
    package init?(_ text: some StringProtocol) {
        guard let parts = PrivateKeyText(text) else { return nil }
        switch parts.algorithm {
        case .ed25519: self.init(name: parts.name, seed: parts.secret)
        case .sm2: self.init(name: parts.name, sm2: parts.secret)
        case .cosignature: return nil
        }
        guard Hex.encode(verifier.id) == parts.id else { return nil }
    }

    package var text: String { PrivateKeyText.text(of: secret, verifier) }

    /// The same key under another name, which makes it another key to whoever reads notes.
    package func named(_ name: String) -> SigningKey { SigningKey(secret, verifier.named(name)) }

    private init(_ secret: [UInt8], _ verifier: VerifierKey) {
        self.secret = secret
        self.verifier = verifier
    }

    /// The signature line's bytes: key id, then signature.
    func sign(_ text: String) -> [UInt8] {
        let message = Array(text.utf8)
        return verifier.id
            + (verifier.algorithm == .sm2
                ? SM2.sign(message, secret: secret, publicKey: verifier.publicKey)
                : Ed25519.sign(message, seed: secret))
    }
}

/// The parts of a private key's text form.
struct PrivateKeyText {
    let name: String
    let id: Substring
    let algorithm: VerifierKey.Algorithm
    let secret: [UInt8]

    init?(_ text: some StringProtocol) {
        let parts: [Substring] = String(text)
            .split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", isNoteName(String(parts[2])),
            let bytes = Base64.decode(parts[4]),
            // A seed and an SM2 secret both have 32 bytes.
            let (algorithm, secret) = VerifierKey.split(bytes, size: { _ in Ed25519.keySize })
        else { return nil }
        name = String(parts[2])
        id = parts[3]
        self.algorithm = algorithm
        self.secret = secret
    }

    static func text(of secret: [UInt8], _ verifier: VerifierKey) -> String {
        "PRIVATE+KEY+\(verifier.name)+\(Hex.encode(verifier.id))+"
            + Base64.encode(verifier.algorithm.prefix + secret)
    }
}
