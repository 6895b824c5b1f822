package import Ledger

/// Why hidden fields could not be kept, read or destroyed.
package enum HiddenError: Error, Hashable, Sendable {
    /// `keys/envelope.key` is not what it should be, though envelopes exist.
    case keyUnreadable(path: String)
    case keyMissing(path: String)
    case openPermissions(path: String, mode: UInt32)
    /// An envelope is there and does not open: changed, or of another key.
    case envelopeDamaged(PrivateContent.Owner)
    /// What was destroyed is not filed again.
    case alreadyErased(PrivateContent.Owner, seq: Int)
    case nothingToErase(PrivateContent.Owner)
    /// Another process reads the file, so that the destroyed key could stay in its log.
    case busyDestroying(path: String)
    case journalBroken(path: String, line: Int)
    /// The server cannot read what a sealed record says, so it cannot tell the same again from something else.
    case alreadySealed(PrivateContent.Owner)
    case nothingToSeal(PrivateContent.Owner)
    case notSealed(PrivateContent.Owner)
    case sealedMissing(PrivateContent.Owner)
    case officeKeyMissing(office: String)
    /// The file is not the key that the ledger records.
    case officeKeyChanged(office: String, path: String)
}

extension HiddenError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .keyUnreadable(let path): "信封密钥 \(path) 读不出，私密内容无法加密或解密。请从密钥备份恢复；不要新建密钥代替。"
        case .keyMissing(let path): "缺少信封密钥 \(path)，而私密内容已用它加密。请从密钥备份恢复这个文件，放回原处后重试。"
        case .openPermissions(let path, let mode):
            "信封密钥 \(path) 的权限是 \(String(mode, radix: 8))，同机其他用户也能读到。请运行 chmod 600 \(path) 后重试。"
        case .envelopeDamaged(let owner):
            "\(owner.words)的私密内容打不开：密文被改动，或不是用本机密钥加密的。请从备份恢复 envelopes.sqlite 和 keys/envelopes.sqlite。"
        case .alreadyErased(let owner, let seq):
            "\(owner.words)的私密内容已依法销毁（账本第 \(seq) 条），不能再登记；本次没有入账。请去掉这几栏后重做。"
        case .nothingToErase(let owner): "\(owner.words)没有私密内容可销毁：没有这条记录，或这一组从未填写。请核对台账、编号和组名。"
        case .busyDestroying(let path): "\(path) 正被另一个程序读取，密钥还留在它的日志里，尚未销毁干净。请等那个程序结束后重做。"
        case .journalBroken(let path, let line):
            "销毁日志 \(path) 第 \(line) 行与前文不相连，可能被改动。拒绝启动，以免已销毁的内容重新出现；请从另处保存的副本恢复。"
        case .alreadySealed(let owner):
            "\(owner.named)已经密封登记：服务器读不出原来的内容，无从比对，也不允许改动；本次没有入账。更正请另登一条，写明所更正的编号。"
        case .nothingToSeal(let owner): "\(owner.named)没有填写任何要密封的内容，没有入账。请填写记录人和过问内容等各栏。"
        case .notSealed(let owner): "\(owner.named)没有密封的内容。请核对条目号。"
        case .sealedMissing(let owner):
            "\(owner.named)的密封件不在了，或与账本记载的摘要不符。请从备份恢复 envelopes.sqlite；账本条目和回执可证明它登记过。"
        case .officeKeyMissing(let office):
            "尚未安装 \(office) 的公钥，密封登记无法进行，没有入账。请由该机关生成密钥（sealed keygen），再安装公钥（sealed keys install）。"
        case .officeKeyChanged(let office, let path):
            "\(office) 的公钥文件 \(path) 与账本登记的摘要不符，可能被人调换；没有入账。请与该机关核对后重新安装（sealed keys install）。"
        }
    }
}

extension PrivateContent.Owner {
    fileprivate var named: String { "台账 \(register) 记录 \(record) " }
    fileprivate var words: String { "\(named)的“\(group)”组" }
}
