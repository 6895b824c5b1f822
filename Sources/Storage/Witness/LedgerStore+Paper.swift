import GRDB
package import Ledger

extension LedgerStore {
    /// The name of a ledger in its checkpoints, read without opening it for use.
    package static func origin(at path: String) throws -> String {
        try KeyRing.verifiers(in: DataFolder(path))[0].name
    }

    /// The root of a ledger's first entries, read without opening it for use.
    ///
    /// - Returns: `nil` when there are fewer.
    package static func root(of size: Int, at path: String) throws -> Digest? {
        let pool = try openPool(DataFolder(path))
        defer { try? pool.close() }
        return try pool.read { database in
            guard try size <= Schema.size(database) else { return nil }
            return try StoredTree(database).root(of: size)
        }
    }
}
