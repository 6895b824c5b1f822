import Foundation
import Glibc
import Ledger

extension File {
    /// A file's length in bytes and its SHA-256.
    struct Identity: Hashable, Sendable {
        let size: Int
        let sha256: Digest
    }

    /// Bytes read at a time.
    private static let piece = 1 << 20

    /// Copies a file, and the copy is on the disk when this returns.
    ///
    /// - Returns: What was written, hashed on the way.
    static func copy(_ source: String, to target: String, mode: UInt32) throws -> Identity {
        let output = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard output >= 0 else { throw failure(target, "建立") }
        defer { close(output) }
        let identity = try read(source) { piece in
            var rest = piece
            while !rest.isEmpty {
                let count = Glibc.write(output, rest.baseAddress, rest.count)
                guard count > 0 else { throw failure(target, "写入") }
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            }
        }
        guard fsync(output) == 0 else { throw failure(target, "写入磁盘") }
        return identity
    }

    static func identity(_ path: String) throws -> Identity { try read(path) { _ in } }

    private static func read(_ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws
        -> Identity
    {
        let input = open(path, O_RDONLY | O_CLOEXEC)
        guard input >= 0 else { throw failure(path, "打开") }
        defer { close(input) }
        var size = 0
        let digest = try Hasher256().hash { hash in
            let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
            defer { buffer.deallocate() }
            while true {
                let count = Glibc.read(input, buffer.baseAddress, buffer.count)
                guard count >= 0 else { throw failure(path, "读取") }
                if count == 0 { break }
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                hash(bytes)
                try take(bytes)
                size += count
            }
        }
        return Identity(size: size, sha256: digest)
    }

    /// Syncs a file another program's code has written.
    static func sync(_ path: String) throws {
        let handle = open(path, O_RDONLY | O_CLOEXEC)
        guard handle >= 0 else { throw failure(path, "打开") }
        defer { close(handle) }
        guard fsync(handle) == 0 else { throw failure(path, "写入磁盘") }
    }

    /// Makes a folder and those above it.
    static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StorageError.file(path: path, doing: "建立目录", code: EACCES)
        }
    }

    static func makeFolder(above path: String) throws {
        try makeFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    }

    static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw failure(target, "改名") }
        try syncFolder(of: target)
    }
}
