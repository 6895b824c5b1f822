import Ledger

/// What stands in the JSON documents of Docs/formats/commands.md where there may be nothing to say.
extension JSONValue {
    /// A value as it is written, or `null`.
    static func text(_ value: (some CustomStringConvertible)?) -> JSONValue {
        value.map { .string($0.description) } ?? .null
    }

    /// A count or a place, or `null`.
    static func number(_ value: Int?) -> JSONValue { value.map { .integer(Int64($0)) } ?? .null }

    static func texts(_ values: some Sequence<String>) -> JSONValue { .array(values.map { .string($0) }) }
}
