import GRDB
package import Registers

extension LedgerStore {
    /// A page of a register: the records that a query selects, in its order, from its offset up to its limit.
    ///
    /// - Throws: `unknownRegister`, `unknownField`.
    package func page(_ query: RecordQuery) throws -> [Registers.Record] {
        let condition = try QueryCondition(query, table: try table(query.register))
        var reader = RowReader(condition.table)
        return try pool.read { database in
            let statement = try Statement(database, condition.select)
            let next = condition.bind(statement)
            statement.bind(next, max(0, query.limit))
            statement.bind(next + 1, max(0, query.offset))
            return try reader.records(statement)
        }
    }
}
