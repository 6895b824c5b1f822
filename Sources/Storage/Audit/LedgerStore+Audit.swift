import GRDB
import Ledger
package import Registers

extension LedgerStore {
    /// Audits the whole ledger: every entry's bytes against the tree, the tree against every checkpoint, the index
    /// against the entries. Believes no stored hash.
    ///
    /// - Parameter progress: Told the entries done and the entries there are, every few thousand.
    package func verify(progress: (Int, Int) -> Void = { _, _ in }) throws -> AuditReport {
        try Self.audit(pool, keys: verifierKeys, folder: folder, tables: tables, progress: progress)
    }

    /// Audits a ledger that may be too damaged to be opened.
    ///
    /// - Throws: Only when there is no ledger, no public key to audit by, or no way to open it here; whatever is wrong with the
    ///   ledger itself is a fault.
    package static func verify(
        at path: String, registers: [RegisterDeclaration], progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> AuditReport {
        let folder = DataFolder(path)
        guard File.exists(folder.database) else { throw StorageError.notAStore(folder: path) }
        let keys = try KeyRing.verifiers(in: folder)
        let tables = tables(for: registers)
        do {
            let pool = try openPool(folder)
            defer { try? pool.close() }
            return try audit(
                pool, keys: keys, folder: folder, tables: tables, progress: progress)
        } catch let error as DatabaseError {
            // A folder that cannot be opened here says nothing about the ledger in it.
            if let trouble = StorageError(database: error), trouble.isOfThePlace { throw trouble }
            return AuditReport(
                size: 0, root: MerkleTree.emptyRoot, signed: 0,
                faults: [.init("数据库打不开：\(error.message ?? "")")])
        }
    }

    private static func audit(
        _ pool: DatabasePool, keys: [VerifierKey], folder: DataFolder, tables: [String: RegisterTable],
        progress: (Int, Int) -> Void
    ) throws -> AuditReport {
        // The heads are read first: what is signed while the audit runs is then beyond them, not missing.
        let heads = HashAlgorithm.allCases.map { HeadFile(folder: folder, $0) }
            .filter { $0.algorithm == .sha256 || $0.exists }
            .map { head in (head.algorithm, Result { try head.state() }) }
        var found: AuditReport?
        do {
            return try pool.read { database in
                let report = try audit(database, keys, folder, tables, heads, progress)
                found = report
                return report
            }
        } catch let error as DatabaseError {
            // Behind a damaged page even the end of the transaction may fail; what was found by then stands.
            guard let found, !found.isSound else { throw error }
            return found
        }
    }

    private static func audit(
        _ database: Database, _ keys: [VerifierKey], _ folder: DataFolder, _ tables: [String: RegisterTable],
        _ heads: [(HashAlgorithm, Result<HeadFile.State, any Error>)], _ progress: (Int, Int) -> Void
    ) throws -> AuditReport {
        let audit = Audit(database, keys: keys, tables: tables)
        audit.tolerating { try audit.readKeyChanges() }
        for algorithm in try HashAlgorithm.kept(in: database) {
            audit.tolerating {
                let head = heads.first { $0.0 == algorithm }?.1
                try audit.addTree(
                    algorithm, head: head ?? .failure(StorageError.headMissing(path: folder.sm3Head)))
            }
        }
        audit.requireTrees(of: heads.map(\.1))
        audit.tolerating { try audit.walk(progress) }
        audit.requireCheckpointsCovered()
        audit.tolerating { try audit.checkIndex() }
        return audit.report
    }
}
