import Foundation
import Glibc
import Storage

/// Files written where a person asked for them: whole, or not at all and with the reason.
enum OutputFile {
    /// - Parameter isSecret: Only its owner may read the file.
    static func write(_ bytes: [UInt8], to path: String, isSecret: Bool = false) throws {
        try requireWritable(path)
        do {
            if isSecret {
                try File.write(bytes, to: path, mode: 0o600)
            } else {
                try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
            }
        } catch {
            throw ServiceError(.use, "写不到 \(path)：\(reason(error))。")
        }
    }

    /// Says before the work, and before anything is filed, that the result would have no place to go.
    static func requireWritable(_ path: String) throws {
        let url = URL(fileURLWithPath: path)
        let folder = url.deletingLastPathComponent().path
        var isFolder: ObjCBool = false
        guard !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) || !isFolder.boolValue
        else { throw ServiceError(.use, "写不到 \(path)：\(SystemError.words(EISDIR))。") }
        guard access(folder, W_OK | X_OK) == 0 else {
            throw ServiceError(.use, "写不到 \(path)：\(SystemError.words(errno))。")
        }
    }

    private static func number(of error: NSError) -> Int32? {
        guard error.domain == NSCocoaErrorDomain else { return nil }
        switch CocoaError.Code(rawValue: error.code) {
        case .fileWriteOutOfSpace: return ENOSPC
        case .fileWriteVolumeReadOnly: return EROFS
        case .fileWriteNoPermission, .fileReadNoPermission: return EACCES
        case .fileNoSuchFile, .fileReadNoSuchFile: return ENOENT
        default: return nil
        }
    }

    /// What the file system said, in the words of `SystemError` where it gave a number.
    static func reason(_ error: any Error) -> String {
        let error = error as NSError
        if let under = error.userInfo[NSUnderlyingErrorKey] as? NSError { return reason(under) }
        if error.domain == NSPOSIXErrorDomain { return SystemError.words(Int32(error.code)) }
        return number(of: error).map(SystemError.words) ?? error.localizedDescription
    }
}
