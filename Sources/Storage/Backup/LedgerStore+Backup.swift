import Foundation
import GRDB
package import Ledger
package import Registers

extension LedgerStore {
    /// Copies a data folder while others write to it, and proves the copy: every entry of it is hashed again.
    ///
    /// - Parameters:
    ///   - path: The data folder; the store need not be open.
    ///   - target: A folder that is not there yet. It has its name only once everything in it is on the disk.
    ///   - time: When, for the manifest.
    /// - Throws: `BackupError`, `StorageError` or `DatabaseError`; nothing is left behind then.
    package static func backUp(
        _ path: String, to target: String, kind: BackupManifest.Kind, registers: [RegisterDeclaration],
        at time: UTCTime, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> BackupManifest {
        let folder = DataFolder(path)
        guard File.exists(folder.database) else { throw StorageError.notAStore(folder: path) }
        let draft = target + ".partial"
        for place in [target, draft] where File.exists(place) { throw BackupError.exists(path: place) }
        try File.makeFolder(draft)
        do {
            let manifest = try copy(
                folder, to: draft, kind: kind, registers: registers, at: time, progress: progress)
            try File.write(
                Array(manifest.json.pretty.utf8), to: draft + "/" + BackupManifest.name, mode: 0o600)
            try File.move(draft, to: target)
            return manifest
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    private static func copy(
        _ folder: DataFolder, to draft: String, kind: BackupManifest.Kind, registers: [RegisterDeclaration],
        at time: UTCTime, progress: (Int, Int) -> Void
    ) throws -> BackupManifest {
        // The head is read first: what is signed meanwhile is then beyond it, not missing.
        let bytes = try File.read(folder.head, limit: SignedNote.largest)
        guard let head = try? SignedNote(parsing: bytes), let signed = try? Checkpoint(head) else {
            throw StorageError.headUnreadable(path: folder.head)
        }
        let sm3 = File.exists(folder.sm3Head) ? try File.read(folder.sm3Head, limit: SignedNote.largest) : nil
        let files = BackupFiles(folder: folder, kind: kind)
        var size = signed.size
        if kind == .data {
            // The ledger before all else: what an entry refers to was written before the entry.
            try files.copy(DataFolder.databaseName, to: draft)
            try File.makeFolder(draft + "/head")
            try File.write(bytes, to: DataFolder(draft).head, mode: 0o600)
            if let sm3 { try File.write(sm3, to: DataFolder(draft).sm3Head, mode: 0o600) }
            try File.makeFolder(draft + "/keys")
            _ = try File.copy(folder.verifierKey, to: DataFolder(draft).verifierKey, mode: 0o600)
            let report = try verify(at: draft, registers: registers, progress: progress)
            if let fault = report.faults.first { throw BackupError.unsound(fault: fault.what) }
            size = report.size
        }
        for path in try files.list() { try files.copy(path, to: draft) }
        return BackupManifest(
            kind: kind, madeAt: time, size: size, head: head, files: try BackupManifest.items(at: draft))
    }
}
