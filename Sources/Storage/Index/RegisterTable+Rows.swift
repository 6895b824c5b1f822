import Law
import Ledger
import Registers

extension RegisterTable {
    /// Binds a value to a parameter as its column stores it.
    func bind(_ value: Value, of field: FieldDeclaration, at index: Int, in statement: borrowing Statement) {
        if field.isList, case .list = value {
            var writer = JSONWriter(capacity: 64)
            _ = writer.write(value, as: field)
            return statement.bind(index, String(decoding: writer.bytes, as: UTF8.self))
        }
        switch value {
        case .text(let text): statement.bind(index, text)
        case .number(let number):
            statement.bind(index, field.type == .decimal ? Int(number.ticks) : number.whole ?? 0)
        case .day(let day): statement.bind(index, Int(day.number))
        case .moment(let moment): statement.bind(index, Int(moment.minutes))
        case .boolean(let flag): statement.bind(index, flag ? 1 : 0)
        case .null, .duration, .months, .list: statement.bindNull(index)
        }
    }

    /// Reads a column back; what `bind` stored gives the same value.
    func value(of field: FieldDeclaration, at column: Int, in statement: borrowing Statement) -> Value {
        if statement.isNull(column) { return .null }
        if field.isList { return list(of: field, statement.textBytes(column)) }
        switch field.type {
        case .text, .code, .reference: return .text(statement.text(column))
        case .integer: return .number(Number(statement.integer(column)))
        case .decimal: return .number(Number(ticks: Int64(statement.integer(column))))
        case .date: return .day(Day(number: Int32(truncatingIfNeeded: statement.integer(column))))
        case .datetime: return .moment(Moment(minutes: Int32(truncatingIfNeeded: statement.integer(column))))
        case .boolean: return .boolean(statement.integer(column) != 0)
        }
    }

    private func list(of field: FieldDeclaration, _ text: UnsafeBufferPointer<UInt8>) -> Value {
        guard let json = try? JSONValue(parsing: text) else { return .null }
        return Value(json, as: field) ?? .null
    }

    /// A row of `columns`.
    func record(in statement: borrowing Statement) -> Record {
        var values: [Value] = []
        values.reserveCapacity(declaration.fields.count)
        for (position, field) in declaration.fields.enumerated() {
            values.append(value(of: field, at: Self.leading.count + position, in: statement))
        }
        return Record(
            register: declaration.id, id: statement.text(1), revision: statement.integer(2),
            knownAt: Moment(minutes: Int32(truncatingIfNeeded: statement.integer(3))),
            seq: statement.integer(0),
            values: values)
    }
}
