import Law
import Registers

/// Turns drafts into the records the registers declare.
///
/// Fields that a declaration has and the draft does not name stay null; a name that the declaration lacks is a
/// programmer's error, found by the first record written.
struct RecordWriter: Sendable {
    private let layouts: [String: Layout]

    init(_ declarations: [RegisterDeclaration]) {
        layouts = Dictionary(uniqueKeysWithValues: declarations.map { ($0.id, Layout($0)) })
    }

    /// - Parameter id: `nil` for the id that an import would give the same key.
    func record(
        _ register: String, id: String? = nil, knownAt: Moment, _ fields: KeyValuePairs<String, Value>
    ) -> Record {
        record(register, id: id, knownAt: knownAt, named: fields)
    }

    /// The same, of fields gathered one by one.
    func record(
        _ register: String, id: String? = nil, knownAt: Moment,
        named fields: some Sequence<(key: String, value: Value)>
    ) -> Record {
        guard let layout = layouts[register] else { preconditionFailure("no register \(register)") }
        let values = layout.values(fields)
        guard let id = id ?? RecordIdentity.id(of: values, in: layout.declaration) else {
            preconditionFailure("a record of \(register) without a key")
        }
        return Record(register: register, id: id, knownAt: knownAt, values: values)
    }

    /// Where the fields of a register stand.
    private final class Layout: Sendable {
        let declaration: RegisterDeclaration
        private let names: [String]

        init(_ declaration: RegisterDeclaration) {
            self.declaration = declaration
            names = declaration.fields.map(\.id)
        }

        /// Drafts name fields nearly in the order of the declaration, so each is looked for after the last.
        func values(_ fields: some Sequence<(key: String, value: Value)>) -> [Value] {
            var values = [Value](repeating: .null, count: names.count)
            var next = 0
            for (name, value) in fields {
                let place = place(of: name, from: next)
                values[place] = value
                next = place + 1
            }
            return values
        }

        private func place(of name: String, from start: Int) -> Int {
            for offset in 0..<names.count {
                let place = start + offset < names.count ? start + offset : start + offset - names.count
                if names[place] == name { return place }
            }
            preconditionFailure("register \(declaration.id) has no field \(name)")
        }
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
