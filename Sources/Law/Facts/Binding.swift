/// What a name stands for: a column, or the moment of judging.
package struct Binding: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        case asOf
        case column(Program.Source)
        /// Computed where it is asked for, from names of the record, or of its case.
        case formula(Formula, isOfCase: Bool)
    }

    package let name: String
    package let label: String
    package let kind: FieldKind
    package let isList: Bool
    /// Whether it is a number without places that a narrow lane holds.
    let isWhole: Bool
    /// Whether it was derived; an empty own field says "not done", an empty fact may say "on record, without its value".
    package let isFact: Bool
    let source: Source

    /// The column, when it is one.
    var column: Program.Source? {
        guard case .column(let source) = source else { return nil }
        return source
    }
}

extension FieldKind {
    /// What conditions see of such a field.
    func valueType(isList: Bool) -> ValueType {
        let type: ValueType =
            switch self {
            case .text, .reference: .text
            case .number: .number
            case .day: .day
            case .moment: .moment
            case .boolean: .boolean
            case .code(let words): .code(words)
            }
        return isList ? .list(type) : type
    }

    /// As messages name it.
    var chinese: String { valueType(isList: false).description }
}
