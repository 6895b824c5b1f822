/// The hidden content of one sealed record, which only all the offices together can open.
///
/// A random key hides the content. It is split into as many shares as there are offices, whose XOR it is, so that any
/// lesser number of them says nothing about it; each share is sealed to one office (HPKE, RFC 9180). Two lines, like an
/// entry: `zhunsheng/sealed/v1`, and one object in canonical JSON. `Docs/formats/envelopes.md`
package struct SealedItem: Hashable, Sendable {
    package let owner: PrivateContent.Owner
    package let shares: [Share]
    /// As `EnvelopeCipher` seals.
    let content: [UInt8]

    package struct Share: Hashable, Sendable {
        package let office: String
        /// Of the office's public key.
        package let key: Digest
        let message: HPKE.Message
    }

    private static let header = "zhunsheng/sealed/v1\n"

    /// - Parameters:
    ///   - random: That many random bytes, fit for keys.
    /// - Returns: `nil` when an office's key is none.
    package init?(
        _ content: PrivateContent, of owner: PrivateContent.Owner, to offices: [OfficePublicKey],
        cipher: EnvelopeCipher, random: (Int) -> [UInt8]
    ) {
        precondition(offices.count >= 2, "what one office alone could open is not sealed")
        let key = random(EnvelopeCipher.keySize)
        var parts = offices.dropLast().map { _ in random(EnvelopeCipher.keySize) }
        parts.append(parts.reduce(key, Self.xor))
        var shares: [Share] = []
        for (office, part) in zip(offices, parts) {
            guard
                let message = HPKE.standard.seal(
                    part, to: office.bytes, ephemeral: random(X25519.size),
                    info: Self.info(owner, office.office))
            else { return nil }
            shares.append(Share(office: office.office, key: office.digest, message: message))
        }
        self.owner = owner
        self.shares = shares
        self.content = cipher.seal(
            content.bytes, key: key, nonce: random(cipher.nonceSize), context: Self.context(owner))
    }

    /// - Throws: `SealedError.needs` naming the first office whose key is missing.
    package func open(with keys: [OfficeKey]) throws(SealedError) -> PrivateContent {
        var key = [UInt8](repeating: 0, count: EnvelopeCipher.keySize)
        for share in shares {
            guard let office = keys.first(where: { $0.publicKey.digest == share.key }) else {
                throw .needs(office: share.office)
            }
            guard
                let part = HPKE.standard.open(
                    share.message, secret: office.secret, info: Self.info(owner, share.office)),
                part.count == key.count
            else { throw .damaged }
            key = Self.xor(key, part)
        }
        guard let bytes = EnvelopeCipher.open(content, key: key, context: Self.context(owner)),
            let content = PrivateContent(bytes)
        else { throw .damaged }
        return content
    }

    /// What the entry must say of the content.
    package func commitment(of content: PrivateContent) -> Commitment? {
        EnvelopeCipher.cipher(of: self.content).map { content.commitment(of: owner, cipher: $0) }
    }

    private static func xor(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] { zip(a, b).map { $0 ^ $1 } }

    private static func info(_ owner: PrivateContent.Owner, _ office: String) -> [UInt8] {
        Array((header + office + "\n").utf8) + owner.context
    }

    private static func context(_ owner: PrivateContent.Owner) -> [UInt8] {
        Array(header.utf8) + owner.context
    }
}

extension SealedItem {
    package var bytes: [UInt8] {
        let shares = shares.map { share -> JSONValue in
            [
                "key": .string(share.key.hex), "office": .string(share.office),
                "share": .string(Base64.encode(share.message.key + share.message.sealed)),
            ]
        }
        let json: JSONValue = [
            "content": .string(Base64.encode(content)), "group": .string(owner.group),
            "offices": .array(shares), "record": .string(owner.record), "register": .string(owner.register),
        ]
        return Array(Self.header.utf8) + json.canonical + [0x0A]
    }

    /// - Throws: `SealedError.notAnItem` unless the bytes are exactly what `bytes` gives.
    package init(parsing bytes: [UInt8]) throws(SealedError) {
        guard bytes.starts(with: Self.header.utf8), bytes.last == 0x0A,
            let json = try? JSONValue(parsing: bytes.dropFirst(Self.header.utf8.count).dropLast()),
            let register = json["register"]?.string, let record = json["record"]?.string,
            let group = json["group"]?.string,
            let content = json["content"]?.string.flatMap({ Base64.decode($0) }),
            let offices = json["offices"]?.array
        else { throw .notAnItem }
        owner = PrivateContent.Owner(register: register, record: record, group: group)
        shares = offices.compactMap(Share.init)
        self.content = content
        guard self.bytes == bytes else { throw .notAnItem }
    }
}

extension SealedItem.Share {
    fileprivate init?(_ json: JSONValue) {
        guard let office = json["office"]?.string, let key = json["key"]?.string.flatMap({ Digest(hex: $0) }),
            let message = json["share"]?.string.flatMap({ Base64.decode($0) }), message.count > X25519.size
        else { return nil }
        self.office = office
        self.key = key
        self.message = HPKE.Message(
            key: Array(message.prefix(X25519.size)), sealed: Array(message.dropFirst(X25519.size)))
    }
}

/// Why a sealed record does not open.
package enum SealedError: Error, Hashable, Sendable {
    case notAnItem
    case needs(office: String)
    case damaged
}

extension SealedError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnItem: "这不是准绳写的密封件，或已被改动。请重新导出（zhunsheng sealed export）。"
        case .needs(let office): "还需要 \(office) 的密钥：密封件只有各机关的密钥一起才能开启，少一把都不行。"
        case .damaged: "密封件打不开：内容被改动，或密钥不是密封时所用的那一把。请核对密钥和密封件的来源。"
        }
    }
}
