/// A text with signatures below it (C2SP signed-note 1.0).
package struct SignedNote: Hashable, Sendable {
    /// Ends with a newline; what the signatures cover.
    package let text: String
    package let signatures: [NoteSignature]

    package struct NoteSignature: Hashable, Sendable {
        package let name: String
        package let keyID: [UInt8]
        /// After the key id.
        package let bytes: [UInt8]

        /// As it stands in a note, with its line feed.
        package var line: String { "— \(name) \(Base64.encode(keyID + bytes))\n" }

        func isBy(_ key: VerifierKey) -> Bool { key.name == name && key.id == keyID }
    }

    /// Bytes of a note, and its signature lines: enough for any quorum of witnesses, too few to exhaust a reader.
    package static let largest = 65_536
    package static let mostSignatures = 64

    /// Reads a note without verifying it.
    package init(parsing bytes: some Collection<UInt8>) throws(NoteError) {
        guard bytes.count <= Self.largest else { throw .tooLong }
        guard let note = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
        guard !note.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }) else {
            throw .controlCharacter
        }
        let utf8 = Array(note.utf8)
        let blank = zip(utf8, utf8.dropFirst()).enumerated().reversed().first { $0.element == (0x0A, 0x0A) }
        guard let blank, utf8.last == 0x0A, blank.offset + 2 < utf8.count else { throw .noSignatures }
        text = String(decoding: utf8[...blank.offset], as: UTF8.self)
        let lines = utf8[(blank.offset + 2)...].dropLast()
            .split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= Self.mostSignatures else { throw .tooManySignatures }
        var signatures: [NoteSignature] = []
        for line in lines { signatures.append(try Self.signature(String(decoding: line, as: UTF8.self))) }
        self.signatures = signatures
    }

    /// Signs a text.
    package init(_ text: String, signedBy keys: [SigningKey]) {
        precondition(text.utf8.last == 0x0A, "a note's text ends with a newline")
        self.text = text
        signatures = keys.map { key in
            let bytes = key.sign(text)
            return NoteSignature(
                name: key.verifier.name, keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
        }
    }

    private static func signature(_ line: String) throws(NoteError) -> NoteSignature {
        let parts = line.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "—", isNoteName(String(parts[1])),
            let bytes = Base64.decode(parts[2]), bytes.count > 4
        else { throw .badSignatureLine }
        return NoteSignature(
            name: String(parts[1]), keyID: Array(bytes.prefix(4)), bytes: Array(bytes.dropFirst(4)))
    }

    package var bytes: [UInt8] {
        Array((text + "\n" + signatures.map(\.line).joined()).utf8)
    }

    package init(text: String, signatures: [NoteSignature]) {
        self.text = text
        self.signatures = signatures
    }

    /// The note with further signatures; one of a key that signed it before takes the earlier one's place.
    package func adding(_ more: [NoteSignature]) -> SignedNote {
        let kept = signatures.filter { old in
            !more.contains { $0.name == old.name && $0.keyID == old.keyID }
        }
        return SignedNote(text: text, signatures: kept + more)
    }

    /// The signatures that hold, of the keys given; those of other keys are passed over.
    ///
    /// - Throws: `wrongSignature` when one in the name of a given key does not hold.
    package func signatures(by keys: [VerifierKey]) throws(NoteError) -> [NoteSignature] {
        var held: [NoteSignature] = []
        for signature in signatures {
            guard let key = keys.first(where: signature.isBy) else { continue }
            guard key.verify(signature.bytes, of: text) else { throw .wrongSignature(name: key.name) }
            held.append(signature)
        }
        return held
    }

    /// The keys among those given that signed.
    ///
    /// Signatures of unknown keys are passed over, as the specification demands.
    /// - Throws: `wrongSignature` when one in the name of a given key does not hold; `notSigned` when none is there.
    @discardableResult
    package func verify(by keys: [VerifierKey]) throws(NoteError) -> [VerifierKey] {
        let held = try signatures(by: keys)
        let found = keys.filter { key in held.contains { $0.isBy(key) } }
        guard !found.isEmpty else { throw .notSigned }
        return found
    }
}

/// Why bytes are not a signed note or a checkpoint, or are not signed by whom they should be.
package enum NoteError: Error, Hashable, Sendable {
    case tooLong
    case notUTF8
    case controlCharacter
    case noSignatures
    case tooManySignatures
    case badSignatureLine
    case wrongSignature(name: String)
    case notSigned
    case badCheckpoint
    /// The key had been replaced at the size it speaks of.
    case retiredKey
    /// Fewer witnesses cosigned than the policy demands.
    case noQuorum
}

extension NoteError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .tooLong: "签名文本超过 \(SignedNote.largest) 字节。"
        case .notUTF8: "签名文本不是有效的 UTF-8。"
        case .controlCharacter: "签名文本中有控制字符。"
        case .noSignatures: "签名文本没有签名行，或结尾不完整。"
        case .tooManySignatures: "签名超过 \(SignedNote.mostSignatures) 行。"
        case .badSignatureLine: "签名行的写法不对。"
        case .wrongSignature(let name): "\(name) 的签名与内容不符：内容或签名被改动过。"
        case .notSigned: "没有所要求的密钥的签名。"
        case .badCheckpoint: "不是检查点：应依次为账本名称、条数、根哈希各一行。"
        case .retiredKey: "签署它的密钥当时已被更换：可能有人用旧密钥伪造。"
        case .noQuorum: "见证人的签名不够见证政策要求的数目。"
        }
    }
}
