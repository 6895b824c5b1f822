import GRDB
import Glibc
import Synchronization

/// Closed by the first failure of the disk; from then on the store files and signs nothing until it is opened anew.
///
/// After a failed `fsync` Linux marks the pages clean: a second one succeeds though the first bytes never reached the
/// disk (PostgreSQL learned it so in 2018, and stops the server since). What is on the disk shows at the next start.
final class DeviceLatch: Sendable {
    private let failure = Mutex<String?>(nil)

    /// - Throws: `DatabaseTrouble.stopped` once the disk has failed.
    func requireOpen() throws {
        if let message = failure.withLock({ $0 }) { throw StorageError.database(.stopped(message: message)) }
    }

    /// Does something that writes, and closes when the disk fails in it.
    func watching<Result>(_ body: () throws -> Result) throws -> Result {
        try requireOpen()
        do { return try body() } catch {
            if let message = Self.failure(error) { failure.withLock { $0 = $0 ?? message } }
            throw error
        }
    }

    private static func failure(_ error: any Error) -> String? {
        if case .file(let path, let doing, EIO) = error as? StorageError { return "\(path)：\(doing)" }
        if case .database(.device(let message)) = StorageError(database: error) { return message }
        return nil
    }
}
