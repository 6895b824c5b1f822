/// Why a receipt or an evidence pack proves nothing.
package enum ProofError: Error, Hashable, Sendable {
    case badFormat(line: Int)
    case badCheckpoint(NoteError)
    case noEntry
    case badEntry(seq: Int, EntryError)
    case notIncluded(seq: Int)
    /// The hashes do not lead to the signed root, so at least one line was changed.
    case wrongRoot
    /// The seqs are not in order, stand twice, or lie beyond the checkpoint.
    case wrongOrder(line: Int)
    case badManifest
    /// The manifest is not the one whose digest the freezing entry recorded.
    case manifestNotFrozen
    case missingRecord(figure: String, seq: Int)
    case countedTwice(figure: String, seq: Int)
    case wrongFigure(figure: String, stated: String, found: String)
    case foreignKey
}

extension ProofError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .badFormat(let line): "第 \(line) 行写法不对，文件不完整或被改动过。"
        case .badCheckpoint(let error): "检查点无效：\(error)"
        case .noEntry: "文件没有附上账本条目，无法知道它证明的是哪一条。"
        case .badEntry(let seq, let error): "账本第 \(seq) 条读不出：\(error)"
        case .notIncluded(let seq): "账本第 \(seq) 条不在已签署的检查点之内：条目或证明被改动过。"
        case .wrongRoot: "各条目的哈希算不出检查点签署的根：至少有一条被改动、删除或添加过。"
        case .wrongOrder(let line): "第 \(line) 行的序号重复、不按顺序，或超出检查点。"
        case .badManifest: "清单读不出，或缺少应有的成员。"
        case .manifestNotFrozen: "清单与账本中的定稿登记不符：数字、断言或文件摘要在定稿之后被改动过。"
        case .missingRecord(let figure, let seq): "数字 \(figure) 所依据的账本第 \(seq) 条不在证据包内。"
        case .countedTwice(let figure, let seq): "数字 \(figure) 把同一条记录（账本第 \(seq) 条）算了两次。"
        case .wrongFigure(let figure, let stated, let found):
            "数字 \(figure) 写的是 \(stated)，按所附记录重算为 \(found)。"
        case .foreignKey: "证据包或回执不是由所给公钥的账本签署的。"
        }
    }
}
