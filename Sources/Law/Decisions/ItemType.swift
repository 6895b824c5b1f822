/// What a variable of a DMN model may hold: an item definition, or one of FEEL's own types.
///
/// Source: DMN 1.5, 7.3.3 (item definitions), 10.3.2.9.4 (conversions).
package indirect enum ItemType: Hashable, Sendable {
    case any
    case simple(ValueType)
    /// Values by name.
    case structure([Part])
    case list(ItemType)
    /// One of the type that passes the tests.
    case restricted(ItemType, UnaryTests)

    package struct Part: Hashable, Sendable {
        package let name: String
        package let type: ItemType
    }

    /// FEEL's own types, and the names that older tools give them; `nil` when it is none of them.
    package init?(feel name: String) {
        switch name {
        case "Any", "any": self = .any
        // Types whose values are not told apart here.
        case "time", "context", "list", "range", "function": self = .any
        case "number", "integer", "long", "double", "decimal": self = .simple(.number)
        case "string": self = .simple(.text)
        case "boolean": self = .simple(.boolean)
        case "date": self = .simple(.day)
        case "date and time", "dateTime": self = .simple(.moment)
        case "days and time duration", "dayTimeDuration": self = .simple(.duration)
        case "years and months duration", "yearMonthDuration": self = .simple(.months)
        default: return nil
        }
    }

    /// The value as the type has it: itself, or made a list of one or taken out of one; null when it does not conform.
    package func converted(_ value: Value) -> Value {
        if value.isNull || conforms(value) { return value }
        if case .list(let element) = base {
            let one = element.converted(value)
            return one.isNull ? .null : .list([one])
        }
        if case .list(let elements) = value, elements.count == 1 { return converted(elements[0]) }
        if base == .simple(.moment), case .day(let day) = value { return .moment(Moment(day)) }
        return .null
    }

    /// Without its restrictions.
    private var base: ItemType { if case .restricted(let inner, _) = self { inner.base } else { self } }

    private func conforms(_ value: Value) -> Bool {
        if value.isNull { return true }
        switch self {
        case .any: return true
        case .simple(let type): return value.type == type
        case .structure(let parts):
            guard case .context(let values) = value else { return false }
            return parts.allSatisfy { part in values[part.name].map { part.type.conforms($0) } ?? true }
        case .list(let element):
            guard case .list(let values) = value else { return false }
            return values.allSatisfy { element.conforms($0) }
        case .restricted(let inner, let tests):
            guard inner.conforms(value) else { return false }
            if case .list = inner.base, case .list(let values) = value {
                return values.allSatisfy { tests.hold(for: $0) { _ in .null } == true }
            }
            return tests.hold(for: value) { _ in .null } == true
        }
    }

    /// The dotted names that lead into a variable of the type: `loan.rate`.
    func paths(of name: String, depth: Int = 0) -> [String] {
        switch self {
        case .structure(let parts) where depth < 8:
            [name] + parts.flatMap { $0.type.paths(of: name + "." + $0.name, depth: depth + 1) }
        case .list(let inner), .restricted(let inner, _): inner.paths(of: name, depth: depth)
        case .structure, .any, .simple: [name]
        }
    }
}
