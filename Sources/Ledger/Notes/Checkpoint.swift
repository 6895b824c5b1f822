/// The state of a ledger at a size (C2SP tlog-checkpoint 1.0): the text of a signed note.
package struct Checkpoint: Hashable, Sendable {
    /// Which ledger: a name without spaces and plus signs.
    package let origin: String
    /// Entries.
    package let size: Int
    package let root: Digest
    /// Lines after the first three; ours has none.
    package let extensions: [String]

    package init(origin: String, size: Int, root: Digest) {
        precondition(isNoteName(origin) && size >= 0)
        self.origin = origin
        self.size = size
        self.root = root
        extensions = []
    }

    /// - Throws: `badCheckpoint` unless the size is a plain decimal number, the root canonical base 64 of 32 bytes, and
    ///   no line is empty.
    package init(parsing text: String) throws(NoteError) {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
            .map { String(decoding: Array($0), as: UTF8.self) }
        guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }),
            !text.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" }),
            let size = Self.size(lines[1]), let root = Base64.decode(lines[2]).flatMap({ Digest($0) })
        else { throw .badCheckpoint }
        origin = lines[0]
        self.size = size
        self.root = root
        extensions = Array(lines[3...].dropLast())
    }

    package init(_ note: SignedNote) throws(NoteError) { try self.init(parsing: note.text) }

    /// The checkpoint of a log that any one of its Ed25519 keys signed under the log's own name.
    ///
    /// - Throws: `notSigned` when only its other keys did; `wrongSignature` when one of any given key does not hold.
    package init(_ note: SignedNote, signedBy keys: [VerifierKey]) throws(NoteError) {
        let signers = try note.verify(by: keys)
        try self.init(note)
        let origin = origin
        guard signers.contains(where: { $0.algorithm == .ed25519 && $0.name == origin }) else {
            throw .notSigned
        }
    }

    /// The hash of the tree that it speaks of: the origin of an SM3 tree ends in `/sm3`.
    package var algorithm: HashAlgorithm { origin.hasSuffix(HashAlgorithm.suffix) ? .sm3 : .sha256 }

    package var text: String {
        "\(origin)\n\(size)\n\(root.base64)\n" + extensions.map { $0 + "\n" }.joined()
    }

    package func signed(by keys: [SigningKey]) -> SignedNote { SignedNote(text, signedBy: keys) }

    /// ASCII digits without a leading zero, at most 2⁶³ − 1.
    package static func size(_ text: String) -> Int? {
        let isDigits = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        guard isDigits, text == "0" || text.utf8.first != UInt8(ascii: "0") else { return nil }
        return Int(text)
    }
}
