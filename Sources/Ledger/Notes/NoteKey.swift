/// A public key that verifies signed notes, in the text form of C2SP signed-note: `name+hash+base64`.
package struct VerifierKey: Hashable, Sendable {
    package let name: String
    package let algorithm: Algorithm
    package let publicKey: [UInt8]

    package enum Algorithm: UInt8, Sendable {
        /// Ed25519 over the note's text.
        case ed25519 = 0x01
        /// Ed25519 cosignature with a time (C2SP tlog-cosignature).
        case cosignature = 0x04
    }

    package init(name: String, algorithm: Algorithm = .ed25519, publicKey: [UInt8]) {
        precondition(isNoteName(name) && publicKey.count == Ed25519.keySize)
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// - Returns: `nil` unless the name may stand in a note, the hash is the key's, and the algorithm is known.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let key = Base64.decode(parts[2]), key.count == 1 + Ed25519.keySize,
            let algorithm = Algorithm(rawValue: key[0]), isNoteName(String(parts[0])),
            !Ed25519.isSmallOrder(Array(key[1...]))
        else { return nil }
        self.init(name: String(parts[0]), algorithm: algorithm, publicKey: Array(key[1...]))
        guard Hex.encode(id) == parts[1] else { return nil }
    }

    /// The first four bytes of `SHA-256(name ‖ 0x0A ‖ algorithm ‖ key)`, which say whose a signature is.
    package var id: [UInt8] {
        Array(Digest.sha256(Array(name.utf8) + [0x0A, algorithm.rawValue] + publicKey).bytes.prefix(4))
    }

    package var text: String {
        "\(name)+\(Hex.encode(id))+\(Base64.encode([algorithm.rawValue] + publicKey))"
    }

    /// Whether the bytes after the key id in a signature line are this key's over the note's text.
    func verify(_ signature: [UInt8], of text: String) -> Bool {
        switch algorithm {
        case .ed25519: return Ed25519.verify(signature, of: Array(text.utf8), by: publicKey)
        case .cosignature:
            guard let time = Cosignature.time(of: signature) else { return false }
            let message = "cosignature/v1\ntime \(time)\n\(text)"
            return Ed25519.verify(Array(signature.dropFirst(8)), of: Array(message.utf8), by: publicKey)
        }
    }
}

/// What a witness adds to a checkpoint (C2SP tlog-cosignature).
package enum Cosignature {
    /// Seconds since 1970-01-01T00:00:00Z, from the bytes after the key id: eight of them, then the signature.
    package static func time(of signature: [UInt8]) -> UInt64? {
        guard signature.count == 8 + Ed25519.signatureSize else { return nil }
        return signature.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
}

/// The key that signs a ledger's checkpoints, in the text form `PRIVATE+KEY+name+hash+base64`.
package struct SigningKey: Sendable {
    package let verifier: VerifierKey
    private let seed: [UInt8]

    package init(name: String, seed: [UInt8]) {
        self.seed = seed
        verifier = VerifierKey(name: name, publicKey: Ed25519.publicKey(seed: seed))
    }

    /// - Returns: `nil` unless it is the text form of an Ed25519 key whose hash is right.
    package init?(_ text: some StringProtocol) {
        let parts: [Substring] = String(text)
            .split(separator: "+", maxSplits: 4, omittingEmptySubsequences: false)
        guard parts.count == 5, parts[0] == "PRIVATE", parts[1] == "KEY", isNoteName(String(parts[2])),
            let key = Base64.decode(parts[4]), key.count == 1 + Ed25519.keySize,
            key[0] == VerifierKey.Algorithm.ed25519.rawValue
        else { return nil }
        self.init(name: String(parts[2]), seed: Array(key[1...]))
        guard Hex.encode(verifier.id) == parts[3] else { return nil }
    }

    package var text: String {
        "PRIVATE+KEY+\(verifier.name)+\(Hex.encode(verifier.id))+\(Base64.encode([verifier.algorithm.rawValue] + seed))"
    }

    /// The signature line's bytes: key id, then signature.
    func sign(_ text: String) -> [UInt8] {
        verifier.id + Ed25519.sign(Array(text.utf8), seed: seed)
    }
}

/// Not empty, without white space and plus signs.
func isNoteName(_ name: String) -> Bool {
    !name.isEmpty
        && !name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "+" || $0.value < 0x20 }
}
