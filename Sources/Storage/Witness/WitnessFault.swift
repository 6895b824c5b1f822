/// Why a witness, or the log's side of witnessing, cannot do what it was asked.
package enum WitnessFault: Error, Hashable, Sendable {
    case notWitness(folder: String)
    case alreadyWitness(folder: String)
    case badName(String)
    case badKey(path: String)
    case notLogKey
    case pinnedAlready(origin: String)
    case otherKey(origin: String)
    case memoryLost(origin: String, path: String)
    case damaged(path: String)
    case noPolicy(path: String)
    case noQuorum
    case otherLog(origin: String)
    case ownWitness(name: String)
    /// No checkpoint of this ledger has this text.
    case unknownCheckpoint(origin: String, size: Int)
    case nobodySigned
}

extension WitnessFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notWitness(let folder):
            "\(folder) 不是见证人的文件夹（缺少 witness.key）。请先运行 zhunsheng ledger witness init，或检查 --data。"
        case .alreadyWitness(let folder):
            "\(folder) 已有见证人的密钥，未作改动。换密钥等于换见证人：请另选文件夹，并重新与账本单位约定。"
        case .badName(let name): "见证人名称“\(name)”不能用：不能为空，不能有空格和加号。"
        case .badKey(let path): "见证密钥 \(path) 读不出，无法见证。请从备份恢复这个文件；不要新建密钥代替。"
        case .notLogKey: "给出的不是账本公钥。应为账本单位 zhunsheng ledger status 所列的公钥（Ed25519）。"
        case .pinnedAlready(let origin):
            "账本 \(origin) 已在见证，起点不能改：改起点等于抹去已经见证的内容。只登记新公钥时，请不要给出 --initial。"
        case .otherKey(let origin):
            "账本 \(origin) 已登记另一把公钥。若是该账本换了密钥，经当面确认后加 --new-key；若是另一本账用了同一名称，请其另取名称（zhunsheng init --origin）。"
        case .memoryLost(let origin, let path):
            "缺少 \(path)：不知道对账本 \(origin) 见证到了哪里。再签就可能为改写过的账本作证，因此拒绝。"
                + "请从备份取回；取不回时停用这把密钥，另建见证人。"
        case .damaged(let path): "\(path) 读不出或不是本见证人所存：不知道见证到了哪里，因此拒绝见证。请从备份取回。"
        case .noPolicy(let path):
            "没有见证政策（\(path)）：没有外部单位见证本账本。请先运行 zhunsheng ledger witness policy FILE。"
        case .noQuorum: "见证政策写的是 quorum none，等于不要求任何人见证，未采用。请写明需要哪些见证人。"
        case .otherLog(let origin): "见证政策没有列出账本 \(origin) 的公钥，可能是另一本账的政策，未采用。"
        case .ownWitness(let name): "见证人 \(name) 用的就是账本自己的密钥，不是外部见证，未采用。"
        case .unknownCheckpoint(let origin, let size):
            "本账本没有签署过这个检查点（\(origin)，\(size) 条）。若确有账本密钥的签名，说明有人用它签过另一本账，请立即保全这个文件。"
        case .nobodySigned: "文件里没有见证政策所列见证人的签名，未作改动。"
        }
    }
}
