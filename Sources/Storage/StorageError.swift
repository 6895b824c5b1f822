package import Ledger
package import Registers

/// Why the store refused to open, or to do what it was asked.
package enum StorageError: Error, Hashable, Sendable {
    case alreadyExists(folder: String)
    case notAStore(folder: String)
    case openPermissions(path: String, mode: UInt32)
    case badKey(path: String)
    case badVerifierKeys(path: String)
    /// The random bytes drawn are no SM2 secret: one draw in four thousand million.
    case noSM2Key
    case hasSM2Key
    case hasSM3Tree
    /// `PRAGMA synchronous` is below FULL: a power cut could take back what was acknowledged.
    case notDurable(synchronous: Int)
    case headMissing(path: String)
    case headUnreadable(path: String)
    case behindHead(size: Int, signed: Int)
    case forkedFromHead(signed: Int)
    /// Someone else signed a head since this store read it.
    case headMoved(path: String)
    case file(path: String, doing: String, code: Int32)
    case unknownRegister(String)
    case entry(register: String, id: String, EntryError)
    case coding(register: String, id: String, RecordCodingError)
    case noEntry(seq: Int)
    /// Newer than the last checkpoint.
    case notSigned(seq: Int)
    case damaged(seq: Int)
    case damagedTree(size: Int)
    case unknownField(register: String, field: String)
    case database(DatabaseTrouble)
}

extension StorageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .alreadyExists(let folder): "\(folder) 已是数据目录，未作改动。请另选目录，或直接使用它。"
        case .notAStore(let folder): "\(folder) 不是准绳的数据目录（缺少 ledger.sqlite）。请先运行 zhunsheng init，或检查 --data。"
        case .openPermissions(let path, let mode):
            "签名密钥 \(path) 的权限是 \(String(mode, radix: 8))，同机其他用户也能读到，账本签名会失去意义。"
                + "请运行 chmod 600 \(path) 后重试。"
        case .badKey(let path): "签名密钥 \(path) 读不出，账本无法签署。请从备份恢复这个文件；不要新建密钥代替。"
        case .badVerifierKeys(let path):
            "公钥文件 \(path) 读不出：应每行一把本账本的公钥，现用的 Ed25519 公钥在最前。没有它无法核验签名。请从备份、见证机关或收到过公钥的人处取回。"
        case .noSM2Key: "抽到的随机数不能作 SM2 密钥，没有做任何事。请再运行一次。"
        case .hasSM2Key: "账本已有 SM2 密钥，没有做任何事。要更换请运行 zhunsheng ledger key rotate。"
        case .hasSM3Tree: "账本已有 SM3 树，没有做任何事。"
        case .notDurable(let level):
            "数据库的 synchronous 为 \(level)，低于 FULL（2）：断电会丢失已确认的记录，因此拒绝启动。"
        case .headMissing(let path):
            "缺少 \(path)：它记着最后一次签署的账本，用来识破旧备份。请从备份或见证机关取回最后的检查点，放回此处。"
        case .headUnreadable(let path): "\(path) 不是本账本签署的检查点，可能被改动。请从备份或见证机关取回。"
        case .behindHead(let size, let signed):
            "账本只有 \(size) 条，而最后签署的检查点有 \(signed) 条：数据可能来自旧备份。拒绝启动，以免与已签署的账本分叉。"
                + "请恢复最新的备份。"
        case .forkedFromHead(let signed):
            "账本前 \(signed) 条与已签署的检查点不一致：记录被改动过，或这是另一本账。拒绝启动；请运行 zhunsheng ledger verify。"
        case .headMoved(let path): "\(path) 已被另一个程序更新，本次未签署。请确认没有两个服务同时使用同一数据目录。"
        case .file(let path, let doing, let code): "\(path)：\(doing)失败，\(SystemError.words(code))。"
        case .unknownRegister(let id): "没有名为 \(id) 的台账。"
        case .entry(let register, let id, let error): "台账 \(register) 记录 \(id)：\(error)"
        case .coding(let register, let id, let error): "台账 \(register) 记录 \(id)：\(error)"
        case .noEntry(let seq): "账本没有第 \(seq) 条。"
        case .notSigned(let seq): "账本第 \(seq) 条晚于最后的检查点，还不能出具回执。请先运行 zhunsheng ledger checkpoint。"
        case .damaged(let seq): "账本第 \(seq) 条的内容与登记时的哈希不符，不予使用。请运行 zhunsheng ledger verify。"
        case .damagedTree(let size): "账本在 \(size) 条处的哈希树不完整。请运行 zhunsheng ledger verify。"
        case .unknownField(let register, let field): "台账 \(register) 没有字段 \(field)。"
        case .database(let trouble): trouble.description
        }
    }
}
