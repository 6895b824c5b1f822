import Law
import Registers

/// Reads records from rows of a register's table, whole or some of their fields only.
struct RowReader {
    private let table: RegisterTable
    /// The fields that are read, in the order of the columns.
    private let positions: [Int]
    /// Kept from row to row, so that a record nobody keeps costs no memory.
    private var values: [Value]

    /// - Parameter fields: The positions of the fields to read, the others being null; `nil` reads all.
    init(_ table: RegisterTable, fields: Set<Int>? = nil) {
        self.table = table
        positions = table.forms.indices.filter { fields?.contains($0) ?? true }
        values = [Value](repeating: .null, count: table.forms.count)
    }

    /// The rows it reads, to be narrowed by a `WHERE`.
    var selection: String {
        let fields = positions.map { RegisterTable.column(table.declaration.fields[$0].id) }
        return "SELECT \((RegisterTable.leading + fields).joined(separator: ",")) FROM \(table.name)"
    }

    mutating func record(in statement: borrowing Statement) -> Record {
        for (place, position) in positions.enumerated() {
            values[position] = table.value(
                of: table.forms[position], at: RegisterTable.leading.count + place, in: statement)
        }
        return Record(
            register: table.declaration.id, id: statement.text(1), revision: statement.integer(2),
            knownAt: Moment(minutes: Int32(truncatingIfNeeded: statement.integer(3))),
            seq: statement.integer(0), values: values)
    }

    /// The rest of the statement's rows.
    mutating func records(_ statement: borrowing Statement) throws -> [Record] {
        var records: [Record] = []
        while try statement.step() { records.append(record(in: statement)) }
        return records
    }
}
