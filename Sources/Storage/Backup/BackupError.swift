/// Why no backup was made, or none restored. Nothing has been changed then.
package enum BackupError: Error, Hashable, Sendable {
    /// The place where the backup, or an unfinished one, should go is taken.
    case exists(path: String)
    /// What was copied does not verify.
    case unsound(fault: String)
    case notABackup(path: String)
    case wrongKind(path: String, BackupManifest.Kind)
    /// A file of the backup is missing, changed, of another kind, or not in its list.
    case changed(path: String)
    case noKeys(folder: String)
    case inUse(folder: String)
    /// The backup ends before what is in its place: at a signed size or, without a signature, at its last entry.
    case older(backup: Int, existing: Int, isSigned: Bool)
    case forked(size: Int)
    /// Nothing says how far the ledger had come.
    case headUnknown(path: String)
    /// The checkpoint kept elsewhere is not of this ledger.
    case notItsCheckpoint
}

extension BackupError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .exists(let path): "\(path) 已经存在，没有改动它。请另选名字，或先移走它。"
        case .unsound(let fault):
            "账本核验不通过，没有做下去：\(fault)请运行 zhunsheng ledger verify 查明；要保留现场，请原样复制整个数据文件夹。"
        case .notABackup(let path): "\(path) 不是准绳的备份（manifest.json 缺少或读不出），没有做任何事。"
        case .wrongKind(let path, .data): "\(path) 是数据备份，这里要的是密钥备份（zhunsheng backup --keys）。"
        case .wrongKind(let path, .keys): "\(path) 是密钥备份，这里要的是数据备份；密钥备份请用 --keys 给出。"
        case .changed(let path): "备份中的 \(path) 与清单不符：缺少、多出或被改动过。备份不可用，没有做任何事；请换一份备份。"
        case .noKeys(let folder):
            "\(folder) 没有签名密钥，恢复后的账本无法继续签署，没有做任何事。请用 --keys 给出密钥备份。"
        case .inUse(let folder): "另一个程序正在使用 \(folder)，此时替换会丢失它刚入账的记录，没有做任何事。请先停止它。"
        case .older(let backup, let existing, true):
            "备份只有 \(backup) 条，而已签署的检查点有 \(existing) 条：用它恢复，已签署的记录就会消失，之后的签署会与外面保存的检查点分叉。"
                + "拒绝恢复，没有做任何事。请用更新的备份；没有时，用 --mirror 从导出的副本补齐其后的条目。"
        case .older(let backup, let existing, false):
            "备份只有 \(backup) 条，而现有账本有 \(existing) 条：其后的记录已经确认入账。拒绝恢复，没有做任何事。请先给现有账本做备份，"
                + "或用 --mirror 补齐；确认其后的条目已无法读出时，先把 ledger.sqlite 移到别处保存，再恢复。"
        case .forked(let size):
            "备份的前 \(size) 条与已签署的检查点不一致：其中一方被改写过。拒绝恢复，没有做任何事。请保留双方，与见证机关保存的检查点核对。"
        case .headUnknown(let path):
            "\(path) 缺少或读不出，无从知道账本签署到哪里，备份可能是旧的，没有做任何事。请从见证机关取回最后的检查点，用 --against 给出；"
                + "确实取不到时，加 --accept-older，由此丢失的条目无人能发现。"
        case .notItsCheckpoint: "--against 给出的检查点不是这本账本签署的，没有做任何事。请核对文件。"
        }
    }
}
