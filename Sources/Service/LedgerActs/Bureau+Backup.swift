import Foundation
package import Ledger
import Registers
package import Storage

/// What may be asked of a restoration.
package struct RestoreRequest: Sendable {
    package let backup: String
    package let folder: String
    /// A backup of keys, a static export, a file with a signed checkpoint.
    package let keys: String?
    package let mirror: String?
    package let against: String?
    package let acceptsOlder: Bool

    package init(
        backup: String, folder: String, keys: String? = nil, mirror: String? = nil, against: String? = nil,
        acceptsOlder: Bool = false
    ) {
        self.backup = backup
        self.folder = folder
        self.keys = keys
        self.mirror = mirror
        self.against = against
        self.acceptsOlder = acceptsOlder
    }
}

extension Bureau {
    /// Backs a data folder up while others write to it; the ledger need not be open, nor even openable.
    package static func backUp(
        _ folder: String, to target: String, keys: Bool, environment: Environment,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> BackupManifest {
        let packs = try installedPacks(in: folder)
        return try LedgerStore.backUp(
            plain(folder), to: plain(target), kind: keys ? .keys : .data,
            registers: packs.registers.registers,
            at: environment.ledgerClock(), progress: progress)
    }

    package static func restore(
        _ request: RestoreRequest, environment: Environment,
        progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> Restoration.Result {
        var restoration = Restoration(of: plain(request.backup), to: plain(request.folder))
        restoration.keys = request.keys.map(plain)
        restoration.mirror = request.mirror.map(plain)
        restoration.against = try request.against.map(WitnessOffice.note)
        restoration.acceptsOlder = request.acceptsOlder
        return try restoration.run(
            at: environment.ledgerClock(),
            registers: { try installedPacks(in: $0).registers.registers }, progress: progress)
    }

    /// Writes the ledger as static files, signing first so that nothing is left out.
    package func exportLog(
        to folder: String, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws -> (added: Int, checkpoint: Checkpoint) {
        _ = try store.checkpoint()
        return try store.export(to: Self.plain(folder), progress: progress)
    }

    /// Names are made by adding to the folder's, so it must not end with a slash.
    private static func plain(_ folder: String) -> String {
        var folder = folder
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return folder
    }
}
