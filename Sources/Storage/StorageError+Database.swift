import GRDB

/// What SQLite could not do, as far as a person can do something about it.
package enum DatabaseTrouble: Hashable, Sendable {
    case diskFull
    case readOnly
    /// Another process has been writing for longer than this one waits.
    case busy
    case cannotOpen
    /// The device failed, or took the file away.
    case device(message: String)
    /// The device failed earlier, and this process may not write to it any more.
    case stopped(message: String)
    case notDatabase
    case damaged
    /// A table is not there: another version made the file, or somebody dropped the table.
    case otherTables(message: String)
    case other(code: Int32, message: String)
}

extension StorageError {
    /// - Returns: `nil` for what is no error of the database.
    package init?(database error: any Error) {
        guard let error = error as? DatabaseError else { return nil }
        let message = error.message ?? ""
        let trouble: DatabaseTrouble =
            switch error.resultCode.primaryResultCode {
            case .SQLITE_FULL: .diskFull
            case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_CANTOPEN: .cannotOpen
            case .SQLITE_IOERR: .device(message: message)
            case .SQLITE_NOTADB: .notDatabase
            case .SQLITE_CORRUPT: .damaged
            case .SQLITE_ERROR where message.hasPrefix("no such table"): .otherTables(message: message)
            default: .other(code: error.extendedResultCode.rawValue, message: message)
            }
        self = .database(trouble)
    }

    /// Whether the folder, not what is in it, is at fault.
    var isOfThePlace: Bool { [.cannotOpen, .readOnly, .busy, .diskFull].contains { self == .database($0) } }
}

extension DatabaseTrouble: CustomStringConvertible {
    package var description: String {
        switch self {
        case .diskFull: "磁盘已满，本次没有写入任何内容，已入账的不受影响。请腾出空间后重做。"
        case .readOnly: "数据文件夹只读，不能入账，也不能安全地打开。请检查文件夹权限和磁盘挂载方式。"
        case .busy: "另一个程序正在写入同一个数据文件夹，等候超时；本次没有写入任何内容。请等它结束后重做。"
        case .cannotOpen: "打不开 ledger.sqlite，没有做任何事：数据文件夹可能是只读的，或者没有权限。请检查权限和磁盘，或复制到可写的位置再用。"
        case .device(let message): "读写磁盘失败（\(message)），本次没有写入任何内容。请检查磁盘空间和磁盘本身，再运行 zhunsheng ledger verify。"
        case .stopped(let message):
            "先前写磁盘失败过（\(message)），之后写入是否真到了磁盘已不可信，本程序不再写入。请检查磁盘后重新启动，再运行 zhunsheng ledger verify。"
        case .notDatabase: "ledger.sqlite 不是数据库文件，可能被覆盖。请保留原文件，从备份恢复。"
        case .damaged: "ledger.sqlite 已损坏。请保留原文件，运行 zhunsheng ledger verify 查明范围，再从备份恢复。"
        case .otherTables(let message):
            "ledger.sqlite 里没有本程序要用的表（\(message)），本次没有写入任何内容：数据文件夹是另一版本的程序建立的，或者有人删过表。请用建立它的那个版本打开；版本没有变的，请保留原文件，从备份恢复。"
        case .other(let code, let message):
            "数据库出错（\(code)：\(message)），本次没有写入任何内容。请运行 zhunsheng ledger verify。"
        }
    }
}
