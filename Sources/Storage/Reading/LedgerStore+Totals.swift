import GRDB
package import Law
package import Ledger
import Registers

/// How far a register reaches.
package struct RegisterExtent: Hashable, Sendable {
    package let count: Int
    /// When its newest version became known; `nil` when it is empty.
    package let latest: Moment?
}

/// What is added up over all records that a query selects, whatever its page.
extension LedgerStore {
    package func extent(_ register: String, knownAt: Moment? = nil) throws -> RegisterExtent {
        let condition = try QueryCondition(
            RecordQuery(register: register, knownAt: knownAt), table: try table(register))
        return try pool.read { database in
            let statement = try Statement(database, "SELECT count(*), max(known_at) \(condition.source)")
            condition.bind(statement)
            _ = try statement.step()
            let latest = statement.isNull(1) ? nil : Moment(minutes: Int32(statement.integer(1)))
            return RegisterExtent(count: statement.integer(0), latest: latest)
        }
    }

    /// How many records a query selects.
    ///
    /// - Throws: `unknownRegister`, `unknownField`.
    package func count(over query: RecordQuery) throws -> Int {
        let condition = try QueryCondition(query, table: try table(query.register))
        return try pool.read { database in
            let statement = try Statement(database, "SELECT count(*) \(condition.source)")
            condition.bind(statement)
            _ = try statement.step()
            return statement.integer(0)
        }
    }

    /// The sum of a field of numbers; a record that does not say adds nothing.
    package func sum(of field: String, over query: RecordQuery) throws -> Number {
        let condition = try QueryCondition(query, table: try table(query.register))
        guard let declared = condition.table.declaration.field(field), !declared.isList else {
            throw StorageError.unknownField(register: query.register, field: field)
        }
        return try pool.read { database in
            let column = RegisterTable.column(field)
            let statement = try Statement(database, "SELECT coalesce(sum(\(column)), 0) \(condition.source)")
            condition.bind(statement)
            _ = try statement.step()
            let sum = Int64(statement.integer(0))
            return declared.type == .decimal ? Number(ticks: sum) : Number(ticks: sum * Number.scale)
        }
    }

    /// How many records hold each value of a field of codes or references; of a list, each of its elements.
    package func counts(by field: String, over query: RecordQuery) throws -> [String: Int] {
        let condition = try QueryCondition(query, table: try table(query.register))
        guard let declared = condition.table.declaration.field(field) else {
            throw StorageError.unknownField(register: query.register, field: field)
        }
        let column = RegisterTable.column(field)
        let sql =
            declared.isList
            ? "SELECT element.value, count(*) FROM (SELECT \(column) AS list \(condition.source)), "
                + "json_each(list) AS element GROUP BY 1"
            : "SELECT \(column), count(*) \(condition.source) AND \(column) IS NOT NULL GROUP BY 1"
        return try pool.read { database in
            let statement = try Statement(database, sql)
            condition.bind(statement)
            var counts: [String: Int] = [:]
            while try statement.step() { counts[statement.text(0)] = statement.integer(1) }
            return counts
        }
    }

    /// The root of the tree over all entries, as it stands.
    package func root() throws -> Digest {
        try pool.read { try StoredTree($0).root(of: Schema.size($0)) }
    }
}
