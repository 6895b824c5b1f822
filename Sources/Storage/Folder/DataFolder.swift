import Glibc

/// Where a store keeps its files.
///
/// ```
/// ledger.sqlite     entries, tiles, checkpoints, and the index over them
/// keys/ledger.key   the keys that sign, one a line, mode 0600
/// keys/ledger.vkey  every key that verifies, one a line, to be handed out
/// head/checkpoint   the last signed checkpoint, outside the database so that an old backup is noticed
/// head/checkpoint.sm3  the same of the SM3 tree, where the ledger keeps one
/// head/erasures     what was erased, outside every backup so that none brings it back
/// envelopes.sqlite  private and sealed fields, encrypted; their keys in keys/envelopes.sqlite, wrapped by
///                   keys/envelope.key
/// ```
package struct DataFolder: Hashable, Sendable {
    package let path: String

    package init(_ path: String) { self.path = path }

    static let databaseName = "ledger.sqlite"
    static let headName = "head/checkpoint"

    package var database: String { path + "/" + Self.databaseName }
    package var signingKey: String { path + "/keys/ledger.key" }
    package var verifierKey: String { path + "/keys/ledger.vkey" }
    var keysLock: String { path + "/keys/lock" }
    package var head: String { path + "/" + Self.headName }
    package var sm3Head: String { head + ".sm3" }

    func make() throws {
        for folder in [path, path + "/keys", path + "/head"] {
            guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw File.failure(folder, "建立目录") }
        }
    }
}

/// Whole small files, written so that a power cut leaves the old or the new content, never half of it.
package enum File {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Permission bits.
    static func mode(_ path: String) throws -> UInt32 {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path, "读取权限") }
        return status.st_mode & 0o777
    }

    /// - Parameter limit: Bytes; a longer file is refused.
    static func read(_ path: String, limit: Int = 1 << 20) throws -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure(path, "打开") }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: limit + 1)
        var count = 0
        while count <= limit {
            let got = bytes.withUnsafeMutableBytes {
                Glibc.read(file, $0.baseAddress?.advanced(by: count), limit + 1 - count)
            }
            guard got >= 0 else { throw failure(path, "读取") }
            if got == 0 { return Array(bytes[..<count]) }
            count += got
        }
        throw StorageError.file(path: path, doing: "读取", code: EFBIG)
    }

    /// Writes beside the file, syncs, renames, and syncs the folder, so the name is as durable as the bytes.
    package static func write(_ bytes: [UInt8], to path: String, mode: UInt32) throws {
        let draft = path + ".new"
        let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
        guard file >= 0 else { throw failure(draft, "建立") }
        defer { close(file) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw failure(draft, "写入") }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw failure(draft, "写入磁盘") }
        guard rename(draft, path) == 0 else { throw failure(path, "改名") }
        try syncFolder(of: path)
    }

    static func syncFolder(of path: String) throws {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard handle >= 0 else { throw failure(folder, "打开") }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw failure(folder, "写入磁盘") }
    }

    /// Does something while no other process holds the lock on the file.
    static func locked<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
        let handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw failure(path, "打开") }
        defer { close(handle) }
        guard flock(handle, LOCK_EX) == 0 else { throw failure(path, "加锁") }
        return try body()
    }

    static func failure(_ path: String, _ doing: String) -> StorageError {
        .file(path: path, doing: doing, code: errno)
    }
}
