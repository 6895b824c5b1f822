import GRDB
import Registers

extension LedgerStore {
    /// A page of a register.
    ///
    /// - Throws: `unknownRegister`, `unknownField`.
    package func page(_ query: RecordQuery) throws -> RecordPage {
        let condition = try QueryCondition(query, table: try table(query.register))
        return try pool.read { database in
            let count = try Statement(database, condition.count)
            condition.bind(count)
            _ = try count.step()
            let statement = try Statement(database, condition.select)
            let next = condition.bind(statement)
            statement.bind(next, max(0, query.limit))
            statement.bind(next + 1, max(0, query.offset))
            return RecordPage(total: count.integer(0), records: try condition.table.records(statement))
        }
    }
}
