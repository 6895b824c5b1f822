import GRDB
import Ledger

/// The appender of the writing connection, kept from one transaction to the next with the statements around it: a single
/// filing then compiles no SQL.
///
/// Touched only inside the pool's writes, which come one at a time: that is why it may be shared.
final class HeldAppender: @unchecked Sendable {
    private var transaction: Transaction?

    private final class Transaction {
        let appender: EntryAppender
        let begin: Statement
        let commit: Statement

        init(_ database: Database, _ appender: EntryAppender) throws {
            try Durability.require(database)
            self.appender = appender
            begin = try Statement(database, "BEGIN IMMEDIATE")
            commit = try Statement(database, "COMMIT")
        }
    }

    /// Runs a transaction of its own, with what other processes have appended taken up first.
    ///
    /// - Throws: What the body throws, or the database, with nothing appended.
    func write<Result>(
        _ database: Database, tables: [String: RegisterTable], hidden: HiddenStore,
        _ body: (EntryAppender) throws -> Result
    ) throws -> Result {
        do {
            let held =
                try transaction
                ?? Transaction(database, EntryAppender(database, tables: tables, hidden: hidden))
            transaction = held
            try held.begin.run()
            try held.appender.catchUp()
            let result = try body(held.appender)
            try held.appender.finish()
            try held.commit.run()
            return result
        } catch {
            drop()
            if database.isInsideTransaction { try? database.rollback() }
            throw error
        }
    }

    /// Drops it: after a failed transaction, whose appends it still holds, or when its tables go.
    func drop() { transaction = nil }
}
