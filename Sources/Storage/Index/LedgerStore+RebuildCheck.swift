import GRDB
import Registers

extension LedgerStore {
    /// Derives the index a second time beside the first, and compares.
    ///
    /// - Returns: For each register that differs, an entry at which it does; empty when the index is what the entries say.
    package func rebuildCheck() throws -> [String: Int] {
        try pool.write { database in
            let tables = Array(self.tables.values)
            for table in tables { try table.create(database, schema: "temp") }
            defer {
                for table in tables { try? database.execute(sql: "DROP TABLE IF EXISTS temp.\(table.name)") }
            }
            try Self.fill(tables, in: database, schema: "temp")
            var differences: [String: Int] = [:]
            for table in tables {
                differences[table.declaration.id] = try Int.fetchOne(database, sql: table.firstDifference)
            }
            return differences
        }
    }
}

extension RegisterTable {
    /// The first entry whose row is not the same in both tables, column for column.
    fileprivate var firstDifference: String {
        """
        SELECT min(seq) FROM (
            SELECT * FROM (SELECT * FROM main.\(name) EXCEPT SELECT * FROM temp.\(name))
            UNION ALL
            SELECT * FROM (SELECT * FROM temp.\(name) EXCEPT SELECT * FROM main.\(name)))
        """
    }
}
