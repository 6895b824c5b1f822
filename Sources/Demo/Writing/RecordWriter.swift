import Law
import Registers

/// Turns drafts into the records the registers declare.
///
/// Fields that a declaration has and the draft does not name stay null; a name that the declaration lacks is a
/// programmer's error, found by the first record written.
struct RecordWriter: Sendable {
    private let declarations: [String: RegisterDeclaration]

    init(_ declarations: [RegisterDeclaration]) {
        self.declarations = Dictionary(uniqueKeysWithValues: declarations.map { ($0.id, $0) })
    }

    /// - Parameter id: `nil` for the key fields' values with `/` between them.
    func record(
        _ register: String, id: String? = nil, knownAt: Moment, _ fields: KeyValuePairs<String, Value>
    ) -> Record {
        guard let declaration = declarations[register] else {
            preconditionFailure("no register \(register)")
        }
        var values = [Value](repeating: .null, count: declaration.fields.count)
        for (name, value) in fields {
            guard let position = declaration.position(of: name) else {
                preconditionFailure("register \(register) has no field \(name)")
            }
            values[position] = value
        }
        let id = id ?? Self.key(of: values, declaration)
        return Record(register: register, id: id, knownAt: knownAt, values: values)
    }

    private static func key(of values: [Value], _ declaration: RegisterDeclaration) -> String {
        declaration.key.compactMap { field in
            declaration.position(of: field).map { values[$0] }.flatMap { $0.isNull ? nil : $0.description }
        }.joined(separator: "/")
    }
}

extension Value {
    static func of(_ moment: Moment?) -> Value { moment.map(Value.moment) ?? .null }
    static func of(_ day: Day?) -> Value { day.map(Value.day) ?? .null }
    static func of(_ text: String?) -> Value { text.map(Value.text) ?? .null }
    static func of(_ flag: Bool?) -> Value { flag.map(Value.boolean) ?? .null }
    static func of(_ count: Int?) -> Value { count.map { .number(Number($0)) } ?? .null }
    static func of<Code: RawRepresentable<String>>(_ code: Code?) -> Value { of(code?.rawValue) }
    static func of(_ texts: [String]) -> Value { texts.isEmpty ? .null : .list(texts.map(Value.text)) }
}
