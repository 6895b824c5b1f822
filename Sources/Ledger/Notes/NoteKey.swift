/// A public key that verifies signed notes, in the text form of C2SP signed-note: `name+hash+base64`.
package struct VerifierKey: Hashable, Sendable {
    package let name: String
    package let algorithm: Algorithm
    package let publicKey: [UInt8]

    package enum Algorithm: UInt8, CaseIterable, Sendable {
        /// Ed25519 over the note's text.
        case ed25519 = 0x01
        /// Ed25519 cosignature with a time (C2SP tlog-cosignature).
        case cosignature = 0x04
        /// SM2 with SM3 over the note's text. C2SP has no number for it; it reserves 0xFF followed by a long name.
        case sm2 = 0xFF

        /// What stands before the key in its text form, and in its hash.
        var prefix: [UInt8] { self == .sm2 ? [rawValue] + Array("sm2sm3/v1".utf8) : [rawValue] }

        var keySize: Int { self == .sm2 ? SM2.keySize : Ed25519.keySize }
    }

    package init(name: String, algorithm: Algorithm = .ed25519, publicKey: [UInt8]) {
        precondition(isNoteName(name) && publicKey.count == algorithm.keySize)
        self.name = name
        self.algorithm = algorithm
        self.publicKey = publicKey
    }

    /// - Returns: `nil` unless the name may stand in a note, the hash is the key's, and the algorithm is known.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, isNoteName(String(parts[0])), let bytes = Base64.decode(parts[2]),
            let (algorithm, key) = Self.split(bytes, size: \.keySize),
            algorithm == .sm2 ? SM2.isKey(key) : !Ed25519.isSmallOrder(key)
        else { return nil }
        self.init(name: String(parts[0]), algorithm: algorithm, publicKey: key)
        guard Hex.encode(id) == parts[1] else { return nil }
    }

    /// The algorithm that the first bytes name, and the key behind them.
    static func split(_ bytes: [UInt8], size: (Algorithm) -> Int) -> (Algorithm, [UInt8])? {
        for algorithm in Algorithm.allCases {
            let prefix = algorithm.prefix
            if bytes.starts(with: prefix), bytes.count == prefix.count + size(algorithm) {
                return (algorithm, Array(bytes.dropFirst(prefix.count)))
            }
        }
        return nil
    }

    /// The same key under another name, which makes it another key to whoever reads notes.
    package func named(_ name: String) -> VerifierKey {
        VerifierKey(name: name, algorithm: algorithm, publicKey: publicKey)
    }

    /// The first four bytes of `SHA-256(name ‖ 0x0A ‖ algorithm ‖ key)`, which say whose a signature is.
    package var id: [UInt8] {
        Array(Digest.sha256(Array(name.utf8) + [0x0A] + algorithm.prefix + publicKey).bytes.prefix(4))
    }

    package var text: String {
        "\(name)+\(Hex.encode(id))+\(Base64.encode(algorithm.prefix + publicKey))"
    }

    /// Whether the bytes after the key id in a signature line are this key's over the note's text.
    func verify(_ signature: [UInt8], of text: String) -> Bool {
        switch algorithm {
        case .ed25519: return Ed25519.verify(signature, of: Array(text.utf8), by: publicKey)
        case .sm2: return SM2.verify(signature, of: Array(text.utf8), by: publicKey)
        case .cosignature:
            guard let time = Cosignature.time(of: signature) else { return false }
            return Ed25519.verify(
                Array(signature.dropFirst(8)), of: Cosignature.message(text, at: time), by: publicKey)
        }
    }
}

/// Not empty, without white space and plus signs.
package func isNoteName(_ name: String) -> Bool {
    !name.isEmpty
        && !name.unicodeScalars.contains { $0.properties.isWhitespace || $0 == "+" || $0.value < 0x20 }
}
