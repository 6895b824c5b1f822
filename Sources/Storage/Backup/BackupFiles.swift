import Foundation
import GRDB
import Glibc

/// Which files of a data folder a backup takes, and how.
struct BackupFiles {
    let folder: DataFolder
    let kind: BackupManifest.Kind

    /// What is made anew by whoever needs it: locks, drafts, and what SQLite keeps beside a database.
    private static let fleeting = ["/lock", ".lock", ".new", "-wal", "-shm", "-journal"]

    /// Paths below the folder of what is copied as it is or by SQLite; the ledger, its head and its public keys go before.
    ///
    /// The journal of erasures lies beside the head, and is in no backup: an old one must not say that less was erased.
    func list() throws -> [String] {
        let all = FileManager.default.subpaths(atPath: folder.path) ?? []
        return all.filter { path in
            path.hasPrefix("keys/") == (kind == .keys) && !path.hasPrefix("head/")
                && !Self.fleeting.contains(where: path.hasSuffix) && path != DataFolder.databaseName
                && File.isRegular(folder.path + "/" + path)
        }.sorted()
    }

    /// Copies one file; of a database, what it holds at one moment, without the remains of what was deleted.
    func copy(_ path: String, to target: String) throws {
        let (source, copy) = (folder.path + "/" + path, target + "/" + path)
        try File.makeFolder(above: copy)
        if path.hasSuffix(".sqlite") {
            try Self.copyDatabase(source, to: copy)
        } else {
            _ = try File.copy(source, to: copy, mode: 0o600)
        }
    }

    /// `VACUUM INTO` reads in one transaction, which waits for no writer and keeps none waiting; SQLite does not sync
    /// what it writes so.
    private static func copyDatabase(_ source: String, to target: String) throws {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: source, configuration: configuration)
        defer { try? queue.close() }
        try queue.inDatabase { try $0.execute(sql: "VACUUM INTO ?", arguments: [target]) }
        guard chmod(target, 0o600) == 0 else { throw File.failure(target, "设置权限") }
        try File.sync(target)
    }
}

extension BackupManifest {
    static func read(_ path: String) throws -> BackupManifest {
        guard let bytes = try? File.read(path + "/" + name, limit: largest),
            let manifest = BackupManifest(parsing: bytes)
        else { throw BackupError.notABackup(path: path) }
        return manifest
    }

    /// The files of a finished copy, as they read now.
    static func items(at path: String) throws -> [Item] {
        try files(at: path).map { file in
            let identity = try File.identity(path + "/" + file)
            return Item(path: file, size: identity.size, sha256: identity.sha256)
        }
    }

    private static func files(at path: String) -> [String] {
        (FileManager.default.subpaths(atPath: path) ?? []).filter {
            !File.isFolder(path + "/" + $0) && $0 != name
        }.sorted()
    }

    /// Holds the files of a backup to its list: all of them, nothing else, byte for byte.
    func requireWhole(at path: String) throws {
        let listed = Set(files.map(\.path))
        if let stranger = Self.files(at: path).first(where: { !listed.contains($0) }) {
            throw BackupError.changed(path: stranger)
        }
        for item in files {
            guard File.isRegular(path + "/" + item.path),
                let identity = try? File.identity(path + "/" + item.path),
                identity == File.Identity(size: item.size, sha256: item.sha256)
            else { throw BackupError.changed(path: item.path) }
        }
    }
}

extension File {
    /// A plain file, no link to one.
    static func isRegular(_ path: String) -> Bool { kind(path) == S_IFREG }

    static func isFolder(_ path: String) -> Bool { kind(path) == S_IFDIR }

    private static func kind(_ path: String) -> mode_t? {
        var status = stat()
        return lstat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }
}
