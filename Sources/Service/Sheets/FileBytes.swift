import Foundation
import Ledger

/// A file's size and hash, read in pieces.
struct FileBytes {
    let size: Int
    let digest: Digest

    /// Bytes taken at a time.
    private static let piece = 1 << 20

    init(_ path: String) throws {
        guard let file = FileHandle(forReadingAtPath: path) else { throw Self.unreadable(path) }
        defer { try? file.close() }
        var size = 0
        do {
            digest = try Hasher256().hash { take in
                while let piece = try file.read(upToCount: Self.piece), !piece.isEmpty {
                    piece.withUnsafeBytes(take)
                    size += piece.count
                }
            }
        } catch {
            throw Self.unreadable(path)
        }
        self.size = size
    }

    private static func unreadable(_ path: String) -> ServiceError {
        ServiceError(.use, "读不到文件 \(path)。请检查路径和权限。")
    }
}
