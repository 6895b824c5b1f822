import Foundation
import GRDB
import Glibc
package import Ledger
package import Registers

/// A backup on its way back into use.
///
/// It is verified whole in a folder of its own before anything is touched; what was in its place is kept beside it. It never takes the place of a ledger that had come further: a log that
/// signs on from an old state forks from every checkpoint kept elsewhere.
package struct Restoration: Sendable {
    package let backup: String
    package let target: String
    /// A backup of keys; without one the keys in the target are kept.
    package var keys: String?
    /// A static export with the entries that came after the backup.
    package var mirror: String?
    /// A checkpoint kept elsewhere, by a witness or on paper: the restored ledger must begin with it.
    package var against: SignedNote?
    /// Where no head says how far the ledger had come, to go on without.
    package var acceptsOlder = false

    package init(of backup: String, to target: String) {
        self.backup = backup
        self.target = target
    }

    package struct Result: Sendable {
        package let size: Int
        package let root: Digest
        package let head: SignedNote
        /// Entries taken from the mirror.
        package let replayed: Int
        /// Where what was in the place is now.
        package let replaced: String?
    }

    /// - Parameters:
    ///   - registers: Gives the declarations of the packs in a data folder.
    ///   - time: When, for the name of what is replaced.
    package func run(
        at time: UTCTime, registers: (_ folder: String) throws -> [RegisterDeclaration],
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> Result {
        let manifest = try Self.manifest(backup, .data)
        if let keys { try Self.manifest(keys, .keys).requireWhole(at: keys) }
        try manifest.requireWhole(at: backup)
        let staged = DataFolder(target + ".restoring")
        guard !File.exists(staged.path) else { throw BackupError.exists(path: staged.path) }
        guard !ExistingLedger.isInUse(DataFolder(target)) else {
            throw BackupError.inUse(folder: target)
        }
        do {
            try stage(manifest, in: staged)
            let staging = try Staging(staged, registers: registers(staged.path))
            let replayed = try mirror.map { try staging.replay(from: $0) } ?? 0
            let head = try staging.settleHead(
                replacing: DataFolder(target), against: against, acceptsOlder: acceptsOlder)
            let report = try LedgerStore.verify(
                at: staged.path, registers: staging.registers, progress: progress)
            if let fault = report.faults.first { throw BackupError.unsound(fault: fault.what) }
            try staging.eraseAgain(at: time)
            let replaced = try exchange(staged, at: time)
            return Result(
                size: report.size, root: report.root, head: head, replayed: replayed, replaced: replaced)
        } catch {
            try? FileManager.default.removeItem(atPath: staged.path)
            throw error
        }
    }

    private static func manifest(_ path: String, _ kind: BackupManifest.Kind) throws -> BackupManifest {
        let manifest = try BackupManifest.read(path)
        guard manifest.kind == kind else { throw BackupError.wrongKind(path: path, manifest.kind) }
        return manifest
    }

    /// Copies the keys and the backup, each file held to its hash again. Of the public keys, which are in both, those
    /// beside the secret ones count: keys may have been changed after the backup was made.
    private func stage(_ manifest: BackupManifest, in staged: DataFolder) throws {
        try File.makeFolder(staged.path)
        if let keys {
            try copy(try BackupManifest.read(keys), from: keys, to: staged)
        } else {
            try keepKeys(staged)
        }
        guard File.exists(staged.signingKey) else { throw BackupError.noKeys(folder: target) }
        try copy(manifest, from: backup, to: staged)
        try keepJournal(staged)
    }

    private func copy(_ manifest: BackupManifest, from source: String, to staged: DataFolder) throws {
        for item in manifest.files {
            let path = staged.path + "/" + item.path
            if File.exists(path) { continue }
            try File.makeFolder(above: path)
            let copied = try File.copy(source + "/" + item.path, to: path, mode: 0o600)
            guard copied == File.Identity(size: item.size, sha256: item.sha256) else {
                throw BackupError.changed(path: item.path)
            }
        }
    }

    private func keepKeys(_ staged: DataFolder) throws {
        let files = BackupFiles(folder: DataFolder(target), kind: .keys)
        for path in try files.list() { try files.copy(path, to: staged.path) }
    }

    /// What was erased stays erased: the journal of the folder that is replaced goes on, as the file or the link it is.
    private func keepJournal(_ staged: DataFolder) throws {
        let (journal, copy) = (target + "/head/erasures", staged.path + "/head/erasures")
        if File.isRegular(journal) {
            _ = try File.copy(journal, to: copy, mode: 0o600)
        } else if let place = try? FileManager.default.destinationOfSymbolicLink(atPath: journal) {
            guard symlink(place, copy) == 0 else { throw File.failure(copy, "建立链接") }
        }
    }

    /// A crash between the two renames leaves both folders, each whole, under their other names.
    ///
    /// - Returns: Where the old folder is now; `nil` when there was none.
    private func exchange(_ staged: DataFolder, at time: UTCTime) throws -> String? {
        guard File.exists(target) else {
            try File.move(staged.path, to: target)
            return nil
        }
        let replaced = "\(target).replaced-\(time.milliseconds)"
        try File.move(target, to: replaced)
        do { try File.move(staged.path, to: target) } catch {
            try File.move(replaced, to: target)
            throw error
        }
        return replaced
    }
}
