package import Law
package import Ledger

/// A record's values as JSON: in ledger entries, NDJSON files and the API.
///
/// | field | JSON |
/// |---|---|
/// | text, code, reference | string |
/// | integer | integer |
/// | decimal | integer when whole, otherwise a string, `"12.5"` |
/// | date | `"2026-01-04"` |
/// | datetime | `"2026-01-04T10:30"` |
/// | boolean | `true`, `false` |
/// | list | array of these |
///
/// A null value is left out. Made once for a declaration; the order and the spelling of its names are then known.
package struct RecordCoding: Sendable {
    package let declaration: RegisterDeclaration
    /// Positions in canonical order, each with its name as `"name":`.
    private let columns: [(position: Int, form: FieldForm, name: [UInt8])]

    package init(_ declaration: RegisterDeclaration) {
        self.declaration = declaration
        columns = declaration.fields.enumerated()
            .sorted { precedes($0.element.id, $1.element.id) }
            .map { position, field in
                var writer = JSONWriter()
                writer.write(field.id)
                writer.write(byte: UInt8(ascii: ":"))
                return (position, FieldForm(field), writer.bytes)
            }
    }

    /// Writes the values as one object in canonical form.
    ///
    /// - Throws: `RecordCodingError.mismatch` when a value is not of its field's type.
    package func write(_ values: [Value], into writer: inout JSONWriter) throws(RecordCodingError) {
        precondition(values.count == declaration.fields.count, "a value for each field of \(declaration.id)")
        writer.write(byte: UInt8(ascii: "{"))
        var isFirst = true
        for (position, form, name) in columns where !values[position].isNull {
            if !isFirst { writer.write(byte: UInt8(ascii: ",")) }
            isFirst = false
            writer.write(raw: name)
            guard writer.write(values[position], as: form) else { throw mismatch(position) }
        }
        writer.write(byte: UInt8(ascii: "}"))
    }

    private func mismatch(_ position: Int) -> RecordCodingError {
        let field = declaration.fields[position]
        return .mismatch(field: field.id, type: field.type)
    }

    package func json(_ values: [Value]) throws(RecordCodingError) -> JSONValue {
        let members = try columns.map { position, _, _ throws(RecordCodingError) -> JSONMember? in
            try self.member(values[position], of: declaration.fields[position])
        }
        return .object(members.compactMap(\.self))
    }

    private func member(_ value: Value, of field: FieldDeclaration) throws(RecordCodingError) -> JSONMember? {
        guard !value.isNull else { return nil }
        var writer = JSONWriter()
        guard writer.write(value, as: FieldForm(field)), let json = try? JSONValue(parsing: writer.bytes)
        else {
            throw .mismatch(field: field.id, type: field.type)
        }
        return JSONMember(field.id, json)
    }

    /// Reads values in the order of the declaration's fields; a field that the object lacks is null.
    ///
    /// - Parameter source: The ledger may hold fields and codes that the declaration has since given up; a file may not.
    package func values(from json: JSONValue, source: Source) throws(RecordCodingError) -> [Value] {
        guard let members = json.members else { throw .notAnObject }
        var values = [Value](repeating: .null, count: declaration.fields.count)
        for member in members where member.value != .null {
            guard let position = declaration.position(of: member.name) else {
                if source == .file { throw .unknown(field: member.name) }
                continue
            }
            let field = declaration.fields[position]
            guard let value = Value(member.value, as: field),
                source == .ledger || value.hasCodes(of: field.type)
            else { throw .mismatch(field: field.id, type: field.type) }
            values[position] = value
        }
        return values
    }

    package enum Source: Sendable {
        case ledger
        case file
    }
}

/// Why JSON is not a record of the register, or a value not of its field.
package enum RecordCodingError: Error, Hashable, Sendable {
    case notAnObject
    case unknown(field: String)
    case mismatch(field: String, type: FieldType)
}

extension RecordCodingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .notAnObject: "一条记录应当是一个 JSON 对象。"
        case .unknown(let field): "本台账没有字段 \(field)；请核对字段名。"
        case .mismatch(let field, let type): "字段 \(field) 应当是\(type.jsonForm)。"
        }
    }
}

extension FieldType {
    fileprivate var jsonForm: String {
        switch self {
        case .text: "文本"
        case .integer: "整数"
        case .decimal: "整数，或带引号的小数如 \"12.5\""
        case .date: "日期，如 \"2026-01-04\""
        case .datetime: "时间，如 \"2026-01-04T10:30\""
        case .boolean: "true 或 false"
        case .code(let codes): "代码：" + codes.map { "\($0.id)（\($0.label)）" }.joined(separator: "、")
        case .reference(let register): "台账 \(register) 中一条记录的编号"
        }
    }
}
