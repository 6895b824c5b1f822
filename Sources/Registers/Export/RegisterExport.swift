package import Documents
import Law
import Ledger

/// Writes records so that importing the file again changes nothing.
package struct RegisterExport: Sendable {
    package let register: RegisterDeclaration
    private let coding: RecordCoding
    /// Where the fields stand that are written.
    private let positions: [Int]

    /// - Parameter showsPrivate: Whether private fields are written. Where they are not, their columns are left out, so
    ///   that importing the file again says nothing of them.
    package init(_ register: RegisterDeclaration, showsPrivate: Bool = false) {
        self.register = register
        coding = RecordCoding(register)
        positions = register.fields.indices.filter { showsPrivate || register.fields[$0].group == nil }
    }

    /// The record's id, then the register's fields in order.
    package var table: SheetTable {
        SheetTable(
            name: register.name,
            columns: [SheetTable.Column(heading: "记录编号", width: 22)]
                + positions.map { register.fields[$0] }
                .map { SheetTable.Column(heading: $0.label, width: $0.type.columnWidth) })
    }

    package func row(_ record: Record) -> SheetTable.Row {
        SheetTable.Row(
            [.text(record.id)] + positions.map { register.fields[$0].cell(of: record.values[$0]) })
    }

    /// One JSON object without a line end: `id`, `knownAt`, and the fields that have a value.
    package func line(_ record: Record) throws(RecordCodingError) -> String {
        let head = [
            JSONMember("id", .string(record.id)), JSONMember("knownAt", .string(record.knownAt.description)),
        ]
        var writer = JSONWriter()
        writer.write(canonical: .object(head + (try coding.json(record.values).members ?? [])))
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension FieldDeclaration {
    /// A value as a sheet's cell; what a spreadsheet's fifteen digits cannot hold stays text.
    fileprivate func cell(of value: Value) -> SheetTable.Value {
        let text = text(of: value)
        switch value {
        case .null: return .empty
        case .number(let number):
            let isExact = number.ticks.magnitude < 1_000_000_000_000_000
            return isExact ? .number(text) : .text(text)
        case .day(let day): return .day(serial: Int(day.number) + DateReading.days1900, text: text)
        case .moment(let moment):
            return .moment(serial: Double(moment.minutes) / 1440 + Double(DateReading.days1900), text: text)
        default: return .text(text)
        }
    }
}

extension FieldType {
    /// In characters of the default font, of which a Chinese one takes two.
    fileprivate var columnWidth: Double {
        switch self {
        case .integer, .decimal, .boolean: 10
        case .date: 12
        case .datetime: 18
        case .code: 16
        case .text, .reference: 24
        }
    }
}
