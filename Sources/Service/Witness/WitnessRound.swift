package import Ledger

/// What asking each witness of the policy gave.
package struct WitnessRound: Sendable {
    /// Entries in the checkpoint that was shown.
    package let size: Int
    package let answers: [Answer]
    /// Whether the checkpoint now meets the policy.
    package let isQuorum: Bool

    package struct Answer: Hashable, Sendable {
        package let name: String
        package let outcome: Outcome
    }

    package enum Outcome: Hashable, Sendable {
        case cosigned(UTCTime)
        /// The policy names no address: it is asked by file.
        case byFile
        case unreachable(String)
        case refused(status: Int)
        /// Something that no witness answers, or a signature that does not hold.
        case badAnswer
        /// It has seen more entries than there are.
        case ahead(size: Int)
        /// It names less than it is known to have cosigned.
        case forgot(size: Int, known: Int)
        /// It says that the ledger does not begin with what it saw.
        case inconsistent

        /// Whether it says that the ledger, and not the witness or the line, is wrong.
        package var accuses: Bool {
            switch self {
            case .ahead, .inconsistent: true
            default: false
            }
        }
    }

    package var accuses: Bool { answers.contains { $0.outcome.accuses } }

    package var lines: [String] {
        ["检查点 \(size) 条："] + answers.map { "  \($0.name)：\($0.outcome.words)" }
            + [isQuorum ? "已达到见证政策的要求。" : "尚未达到见证政策的要求；记录照常入账，报告定稿须等到达到要求。"]
    }

    package var json: JSONValue {
        [
            "size": .number(size), "quorum": .boolean(isQuorum),
            "witnesses": .array(
                answers.map {
                    [
                        "name": .string($0.name), "outcome": .string($0.outcome.word),
                        "words": .string($0.outcome.words),
                    ]
                }),
        ]
    }
}

extension WitnessRound.Outcome {
    var word: String {
        switch self {
        case .cosigned: "cosigned"
        case .byFile: "byFile"
        case .unreachable: "unreachable"
        case .refused: "refused"
        case .badAnswer: "badAnswer"
        case .ahead: "ahead"
        case .forgot: "forgot"
        case .inconsistent: "inconsistent"
        }
    }

    var words: String {
        switch self {
        case .cosigned(let time): "已见证，\(time.chinaText)"
        case .byFile: "政策没有写网址，请用 zhunsheng ledger witness export 和 accept 经文件办理"
        case .unreachable(let why): "没有回答：\(why)"
        case .refused(let status):
            switch status {
            case 404: "没有登记本账本（404）；请对方运行 zhunsheng ledger witness add-log"
            case 403: "不认本账本的公钥（403）；请与对方核对公钥"
            case 503: "对方的时钟或磁盘有问题（503）；请稍后再问"
            default: "拒绝（\(status)）"
            }
        case .badAnswer: "回答不是它应有的见证签名，未采用；请与对方核对公钥"
        case .ahead(let size): "对方已见证过 \(size) 条，多于本账本现有的：本账本是旧备份，或密钥被用来签过另一本账。请停用并查明"
        case .forgot(let size, let known):
            "对方称只见证到 \(size) 条，而它签过 \(known) 条：对方丢失了记忆，不应再算作见证人，请查明"
        case .inconsistent: "对方认定本账本与先前见证的不一致（422），并留存了证据：账本被改写或分叉。请停用并查明"
        }
    }
}
