import GRDB
import GRDBSQLite

/// A prepared statement that binds and reads in place, for the paths that see every record.
///
/// GRDB owns the connection and the transaction; its own row values cost more than the work does here.
struct Statement: ~Copyable {
    private let handle: OpaquePointer
    private let connection: OpaquePointer

    init(_ database: Database, _ sql: String) throws {
        guard let connection = database.sqliteConnection else {
            throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed", sql: sql)
        }
        var handle: OpaquePointer?
        let code = sqlite3_prepare_v3(connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
        guard code == SQLITE_OK, let handle else { throw sqliteError(code, connection, sql) }
        self.handle = handle
        self.connection = connection
    }

    deinit { sqlite3_finalize(handle) }

    /// Steps to the next row.
    ///
    /// - Returns: Whether there is one.
    func step() throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw sqliteError(code, connection, sqlite3_sql(handle).map { String(cString: $0) })
        }
    }

    /// Makes the statement ready to be bound and run again.
    func reset() { sqlite3_reset(handle) }

    /// Runs a statement that gives no row.
    func run() throws {
        defer { reset() }
        _ = try step()
    }
}

// Parameters count from 1, columns from 0, as in SQLite.
extension Statement {
    func bindNull(_ index: Int) { sqlite3_bind_null(handle, Int32(index)) }

    func bind(_ index: Int, _ number: Int) { sqlite3_bind_int64(handle, Int32(index), Int64(number)) }

    func bind(_ index: Int, _ text: String) {
        let nothing: StaticString = ""
        var text = text
        text.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) {
                // An empty string has no address, and SQLite takes a null address for NULL.
                _ = sqlite3_bind_text64(
                    handle, Int32(index),
                    $0.baseAddress ?? UnsafeRawPointer(nothing.utf8Start).assumingMemoryBound(to: CChar.self),
                    UInt64($0.count), transient,
                    UInt8(SQLITE_UTF8))
            }
        }
    }

    func bind(_ index: Int, _ bytes: [UInt8]) {
        _ = bytes.withUnsafeBytes {
            sqlite3_bind_blob64(handle, Int32(index), $0.baseAddress, UInt64($0.count), transient)
        }
    }

    func isNull(_ column: Int) -> Bool { sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL }

    func integer(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

    func text(_ column: Int) -> String {
        String(decoding: textBytes(column), as: UTF8.self)
    }

    /// Valid until the next step.
    func textBytes(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        let start = sqlite3_column_text(handle, Int32(column))
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    }

    /// Valid until the next step.
    func blob(_ column: Int) -> UnsafeRawBufferPointer {
        let start = sqlite3_column_blob(handle, Int32(column))
        return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, Int32(column))))
    }
}

/// Tells SQLite to copy what it is given.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

private func sqliteError(_ code: Int32, _ connection: OpaquePointer, _ sql: String?) -> DatabaseError {
    DatabaseError(
        resultCode: ResultCode(rawValue: code),
        message: sqlite3_errmsg(connection).map { String(cString: $0) }, sql: sql)
}
