/// What a ledger shows of itself later: anything that carries a checkpoint.
package enum LaterState: Sendable {
    case checkpoint(SignedNote)
    /// With proofs of growth (`zhunsheng ledger answer`, `ledger witness export`).
    case parcel(WitnessParcel)
    case receipt(TlogProof)
    case pack(EvidencePack)

    /// Tells the four files apart by their first line.
    package init(parsing bytes: [UInt8]) throws(ProofError) {
        func begins(_ header: String) -> Bool { bytes.starts(with: Array((header + "\n").utf8)) }
        if begins(TlogProof.header) {
            self = .receipt(try TlogProof(parsing: bytes))
        } else if begins(EvidencePack.header) {
            self = .pack(try EvidencePack(parsing: bytes))
        } else if begins(WitnessParcel.header) {
            self = .parcel(try WitnessParcel(parsing: bytes))
        } else {
            do throws(NoteError) { self = .checkpoint(try SignedNote(parsing: bytes)) } catch {
                throw .badCheckpoint(error)
            }
        }
    }

    package var note: SignedNote {
        switch self {
        case .checkpoint(let note): note
        case .parcel(let parcel): parcel.note
        case .receipt(let proof): proof.checkpoint
        case .pack(let pack): pack.checkpoint
        }
    }
}

/// What a receipt and a later state of the ledger say together. Both carry the ledger's signature, so a contradiction
/// between them is proven by the two files alone.
package enum ReceiptStanding: Hashable, Sendable {
    /// The entry acknowledged then is in the ledger now.
    case stands(size: Int)
    /// The ledger has fewer entries now than it had then.
    case shrunk(from: Int, to: Int)
    /// Another root at the same size.
    case forked(size: Int)
    /// What is offered as the proof that the ledger only grew does not hold.
    case notGrown(from: Int, to: Int)
    /// Another entry stands in its place.
    case replaced(size: Int)
    /// The later state alone does not show it.
    case undecided(from: Int, to: Int)
}

extension TlogProof {
    /// Holds a receipt that verifies to a later state of the same ledger.
    ///
    /// - Throws: When the receipt or the later state is not signed by one of the keys, so that nothing can be said.
    package func standing(in later: LaterState, by keys: [VerifierKey]) throws(ProofError) -> ReceiptStanding
    {
        let then = try verify(by: keys).checkpoint
        let now = try later.note.state(signedBy: keys)
        if now.size < then.size { return .shrunk(from: then.size, to: now.size) }
        if now.size == then.size {
            return now.root == then.root ? .stands(size: now.size) : .forked(size: now.size)
        }
        switch later {
        case .checkpoint: return .undecided(from: then.size, to: now.size)
        case .parcel(let parcel):
            guard let step = parcel.steps.first(where: { $0.old == then.size }) else {
                return .undecided(from: then.size, to: now.size)
            }
            let holds = MerkleTree.verifyConsistency(
                from: then.size, then.root, to: now.size, now.root, proof: step.proof)
            return holds ? .stands(size: now.size) : .notGrown(from: then.size, to: now.size)
        case .receipt(let proof):
            _ = try proof.verify(by: keys)
            guard proof.index == index else { return .undecided(from: then.size, to: now.size) }
            return proof.extra == extra ? .stands(size: now.size) : .replaced(size: now.size)
        case .pack(let pack):
            _ = try pack.verify(by: keys)
            guard let leaf = pack.leaves.first(where: { $0.seq == index }), let extra else {
                return .undecided(from: then.size, to: now.size)
            }
            let hasher = Hasher256()
            let isSame = leaf.content.hash(hasher) == extra.withUnsafeBytes { hasher.leaf($0) }
            return isSame ? .stands(size: now.size) : .replaced(size: now.size)
        }
    }
}

extension ReceiptStanding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .stands(let size): "回执所确认的这一条仍在账本中（现共 \(size) 条）。"
        case .shrunk(let old, let size):
            "当时确认的这一条已不在今天的账本中：出具回执时账本有 \(old) 条，现在签署的只有 \(size) 条。两份文件都有账本的签名，合在一起即可证明。"
        case .forked(let size):
            "当时确认的这一条已不在今天的账本中：同为 \(size) 条，账本签署过两个不同的根。两份文件都有账本的签名，合在一起即可证明。"
        case .notGrown(let old, let size):
            "当时确认的这一条已不在今天的账本中：账本给不出从 \(old) 条到 \(size) 条只增不改的证明，所给的不成立。"
                + "请凭回执要求账本单位给出成立的证明；给不出，就是改写过。"
        case .replaced(let size):
            "当时确认的这一条已不在今天的账本中：现共 \(size) 条，原序号处是另一条记录。两份文件都有账本的签名，合在一起即可证明。"
        case .undecided(let old, let size):
            "还不能判断：账本由 \(old) 条增加到 \(size) 条，所给文件没有从 \(old) 条起的证明。"
                + "请账本单位运行 zhunsheng ledger answer 回执 --out 文件，再用那个文件核对；给不出，就是改写过。"
        }
    }
}
