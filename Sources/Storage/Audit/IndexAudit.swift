import GRDB
import Ledger
import Registers

/// Holds one register's index rows to the entries, both in order of entry.
final class IndexAudit {
    private let table: RegisterTable
    private let database: Database
    private let rows: Statement
    private var reader: RowReader
    /// The row under the cursor is not used up yet.
    private var hasRow: Bool
    private var extra: [Int] = []
    private var writer = JSONWriter(capacity: 1024)

    init(_ table: RegisterTable, _ database: Database) throws {
        self.table = table
        self.database = database
        reader = RowReader(table)
        rows = try Statement(database, "\(reader.selection) ORDER BY seq")
        hasRow = try rows.step()
    }

    /// - Returns: What is wrong with the row of an entry; `nil` when it is right.
    func compare(_ seq: Int, _ entry: EntryOutline) throws -> String? {
        while hasRow, rows.integer(0) < seq {
            extra.append(rows.integer(0))
            hasRow = try rows.step()
        }
        guard hasRow, rows.integer(0) == seq else { return "索引中缺少这一条。" }
        let isRight = isSame(entry)
        hasRow = try rows.step()
        return isRight ? nil : "索引中的内容与条目不符：显示的不是登记的。"
    }

    private func isSame(_ entry: EntryOutline) -> Bool {
        let record = reader.record(in: rows)
        writer.clear()
        writer.write(Int64(record.revision))
        guard entry.says(writer.bytes, entry.revision) else { return false }
        writer.clear()
        writer.write(CivilTime(record.knownAt))
        guard entry.says(writer.bytes, entry.knownAt) else { return false }
        writer.clear()
        writer.write(record.id)
        guard entry.says(writer.bytes, entry.record) else { return false }
        writer.clear()
        guard (try? table.coding.write(record.values, into: &writer)) != nil else { return false }
        if entry.says(writer.bytes, entry.fields) { return true }
        // The entry may hold a field that the declaration no longer has.
        guard let json = try? JSONValue(parsing: entry[entry.fields]),
            let values = try? table.coding.values(from: json, source: .ledger)
        else { return false }
        return values == record.values
    }

    /// Rows that no entry accounts for.
    func extraRows() throws -> [Int] {
        while hasRow, extra.count < AuditReport.mostFaults {
            extra.append(rows.integer(0))
            hasRow = try rows.step()
        }
        return extra
    }

    /// Rows whose time of being what was known does not end when the next version says.
    func wrongVersions() throws -> [Int] {
        let name = table.name
        let statement = try Statement(
            database,
            """
            SELECT a.seq FROM \(name) a WHERE a.known_until IS NOT NULL AND a.known_until IS NOT
                (SELECT min(b.known_at) FROM \(name) b WHERE b.id = a.id AND b.revision > a.revision)
            UNION SELECT a.seq FROM \(name) b JOIN \(name) a ON a.id = b.id AND a.revision < b.revision
                WHERE b.revision > 1 AND a.known_until IS NULL
            LIMIT \(AuditReport.mostFaults)
            """)
        var seqs: [Int] = []
        while try statement.step() { seqs.append(statement.integer(0)) }
        return seqs
    }
}
