import Foundation
import Law
import Ledger
import Registers
package import Storage

/// One bureau's data folder, open: its packs, its ledger, and the acts people perform on them.
///
/// The acts are in the extensions, one file a kind. Access will be decided here, once; today whoever may run the
/// program may do everything.
package final class Bureau: Sendable {
    package let folder: String
    package let packs: BureauPacks
    package let store: LedgerStore
    package let environment: Environment
    /// Who acts when nobody is logged in: the person at this machine.
    let actor = Entry.Actor(id: "local", role: "operator")

    private init(folder: String, packs: BureauPacks, store: LedgerStore, environment: Environment) {
        self.folder = folder
        self.packs = packs
        self.store = store
        self.environment = environment
    }

    /// The ledger's name in its checkpoints where none is given. Witnesses tell ledgers apart by it, so a ledger that an
    /// outsider is to witness has one of its own.
    package static let origin = "zhunsheng.local/ledger"

    /// Makes an empty data folder: packs copied in, keys, a ledger of no entries.
    ///
    /// - Parameters:
    ///   - origin: The ledger's name in its checkpoints, which never changes: no spaces, no plus signs.
    ///   - signsWithSM2: Whether checkpoints carry a second signature, SM2 with SM3.
    ///   - keepsSM3Tree: Whether a second tree over the same entries is kept, with SM3.
    /// - Throws: `PackErrors` before anything is made; `StorageError` when the folder is already one.
    package static func create(
        at folder: String, packs paths: [String], origin: String = origin, signsWithSM2: Bool = false,
        keepsSM3Tree: Bool = false, environment: Environment
    ) throws -> Bureau {
        guard isNoteName(origin) else {
            throw ServiceError(.use, "账本名称“\(origin)”不能用：不能为空，不能有空格和加号。应形如 某局.example/ledger。")
        }
        let packs = try BureauPacks.load(folders: paths)
        let store = try LedgerStore.create(
            at: folder, origin: origin, seed: environment.randomBytes(32),
            sm2: signsWithSM2 ? environment.randomBytes(SM2.secretSize) : nil,
            registers: packs.registers.registers, now: environment.ledgerClock,
            random: environment.randomBytes)
        // Who signs with China's algorithms hides private fields with them too.
        if signsWithSM2 { try store.makeEnvelopeKey(.sm) }
        if keepsSM3Tree { try store.enableSM3Tree() }
        let home = packsHome(of: folder)
        try FileManager.default.createDirectory(atPath: home, withIntermediateDirectories: true)
        for (position, pack) in packs.folders.enumerated() {
            // The number keeps the order in which packs build on each other.
            try FileManager.default.copyItem(atPath: pack.path, toPath: "\(home)/\(position)-\(pack.name)")
        }
        return Bureau(folder: folder, packs: packs, store: store, environment: environment)
    }

    /// Opens a data folder with the packs it holds.
    ///
    /// - Throws: `ServiceError` when it is none; `StorageError` when the ledger must not be used.
    package static func open(at folder: String, environment: Environment) throws -> Bureau {
        let packs = try installedPacks(in: folder)
        let store = try LedgerStore(
            at: folder, registers: packs.registers.registers, now: environment.ledgerClock,
            random: environment.randomBytes)
        return Bureau(folder: folder, packs: packs, store: store, environment: environment)
    }

    /// The packs that were copied into a data folder when it was made.
    static func installedPacks(in folder: String) throws -> BureauPacks {
        let home = packsHome(of: folder)
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: home), !names.isEmpty else {
            throw ServiceError(
                .use, "\(folder) 不是准绳的数据文件夹（缺少 packs）。请先运行 zhunsheng init --data \(folder)，或检查 --data。")
        }
        return try BureauPacks.load(folders: names.sorted().map { "\(home)/\($0)" })
    }

    private static func packsHome(of folder: String) -> String { folder + "/packs" }
}

extension Environment {
    /// The clock the ledger stamps entries with.
    var ledgerClock: @Sendable () -> UTCTime {
        { [milliseconds] in UTCTime(milliseconds: milliseconds()) }
    }
}
