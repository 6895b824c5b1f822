import Law
import Ledger
import Registers

extension RegisterTable {
    /// Binds a value to a parameter as its column stores it.
    func bind(_ value: Value, of form: FieldForm, at index: Int, in statement: borrowing Statement) {
        if form.isList, case .list = value {
            var writer = JSONWriter(capacity: 64)
            _ = writer.write(value, as: form)
            return statement.bind(index, String(decoding: writer.bytes, as: UTF8.self))
        }
        switch value {
        case .text(let text): statement.bind(index, text)
        case .number(let number):
            statement.bind(index, form.kind == .decimal ? Int(number.ticks) : number.whole ?? 0)
        case .day(let day): statement.bind(index, Int(day.number))
        case .moment(let moment): statement.bind(index, Int(moment.minutes))
        case .boolean(let flag): statement.bind(index, flag ? 1 : 0)
        case .null, .decimal, .duration, .months, .list, .context: statement.bindNull(index)
        }
    }

    /// Reads a column back; what `bind` stored gives the same value.
    func value(of form: FieldForm, at column: Int, in statement: borrowing Statement) -> Value {
        if statement.isNull(column) { return .null }
        if form.isList { return list(of: form, statement.textBytes(column)) }
        switch form.kind {
        case .text: return .text(statement.text(column))
        case .integer: return .number(Number(statement.integer(column)))
        case .decimal: return .number(Number(ticks: Int64(statement.integer(column))))
        case .date: return .day(Day(number: Int32(truncatingIfNeeded: statement.integer(column))))
        case .datetime: return .moment(Moment(minutes: Int32(truncatingIfNeeded: statement.integer(column))))
        case .boolean: return .boolean(statement.integer(column) != 0)
        }
    }

    private func list(of form: FieldForm, _ text: UnsafeBufferPointer<UInt8>) -> Value {
        guard let json = try? JSONValue(parsing: text) else { return .null }
        return Value(json, as: form) ?? .null
    }
}
