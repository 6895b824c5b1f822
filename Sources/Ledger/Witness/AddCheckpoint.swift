/// What a log asks of a witness (C2SP tlog-witness 1.0, the body of `add-checkpoint`).
package struct AddCheckpoint: Hashable, Sendable {
    /// The size that the log believes the witness to have cosigned last; 0 for none.
    package let old: Int
    /// RFC 6962 consistency proof from there.
    package let proof: [Digest]
    package let note: SignedNote

    package init(old: Int, proof: [Digest], note: SignedNote) {
        self.old = old
        self.proof = proof
        self.note = note
    }

    /// Hashes in a proof between any two sizes that fit 63 bits.
    static let mostHashes = 63
    /// Bytes of a request: a note, and 63 lines of 45 bytes.
    package static let largest = SignedNote.largest + 4096

    /// - Throws: `malformed`, whatever is wrong.
    package init(parsing bytes: some Collection<UInt8>) throws(WitnessRefusal) {
        guard bytes.count <= Self.largest, let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformed
        }
        var lines = TextLines(text)
        guard let old = lines.next()?.dropping(prefix: "old ").flatMap({ Checkpoint.size(String($0)) })
        else { throw .malformed }
        var proof: [Digest] = []
        while let line = lines.next(), !line.isEmpty {
            guard proof.count < Self.mostHashes, let hash = Base64.decode(line).flatMap({ Digest($0) })
            else { throw .malformed }
            proof.append(hash)
        }
        do { note = try lines.note() } catch { throw .malformed }
        self.old = old
        self.proof = proof
    }

    package var bytes: [UInt8] {
        Array(("old \(old)\n" + proof.map { $0.base64 + "\n" }.joined() + "\n").utf8) + note.bytes
    }
}

/// Why a witness did not cosign.
package enum WitnessRefusal: Error, Hashable, Sendable {
    case malformed
    case unknownLog(origin: String)
    case notSignedByLog
    /// The old size is above that of the checkpoint.
    case shrinks
    /// The witness cosigned another size last.
    case conflict(size: Int)
    /// The log signed a tree that does not begin with the one it showed before.
    case inconsistent(size: Int)
    /// The witness's clock stands before its own last cosignature.
    case clockBehind(last: UInt64)

    /// The status with which tlog-witness answers over HTTP.
    package var status: Int {
        switch self {
        case .malformed, .shrinks: 400
        case .notSignedByLog: 403
        case .unknownLog: 404
        case .conflict: 409
        case .inconsistent: 422
        case .clockBehind: 503
        }
    }

    /// Whether the request, with the log's own signature in it, shows that the log told two stories.
    package var isEvidence: Bool {
        if case .inconsistent = self { true } else { false }
    }
}

extension WitnessRefusal: CustomStringConvertible {
    package var description: String {
        switch self {
        case .malformed: "请求的写法不对：应为 old 行、一致性证明、空行和已签名的检查点。"
        case .unknownLog(let origin): "本见证人没有登记名为 \(origin) 的账本。"
        case .notSignedByLog: "检查点没有该账本登记公钥的有效签名。"
        case .shrinks: "所称的旧条数大于检查点的条数。"
        case .conflict(let size): "本见证人最后见证的是 \(size) 条，请从这里给出一致性证明。"
        case .inconsistent(let size):
            "检查点与先前见证过的 \(size) 条不一致：账本被改写、分叉，或证明有误。未予见证，请求已留存为证据。"
        case .clockBehind(let last): "本机时钟早于上次见证的时间（\(last)），为免签出倒退的时间而拒绝。请校准时钟。"
        }
    }
}
