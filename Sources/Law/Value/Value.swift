/// What a field holds and what a condition computes with.
///
/// `null` is "the record does not say". It is never `false` and never zero.
package enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    case number(Number)
    /// A number that no field could hold, because it is longer than a `Number`; one that could is always a `number`.
    indirect case decimal(Decimal)
    case text(String)
    case day(Day)
    case moment(Moment)
    /// A days-and-time duration, in minutes.
    case duration(minutes: Int)
    /// A years-and-months duration, in months.
    case months(Int)
    case list([Value])
    /// Values by name, as a DMN model's structures have them; no field holds one.
    case context([String: Value])

    package var isNull: Bool { self == .null }

    /// The number in the form in which equal numbers are equal values.
    package init(_ decimal: Decimal) { self = decimal.number.map(Value.number) ?? .decimal(decimal) }

    /// The number, whatever its length; `nil` of anything else.
    package var decimal: Decimal? {
        switch self {
        case .number(let number): Decimal(number)
        case .decimal(let decimal): decimal
        default: nil
        }
    }
}

extension Value: CustomStringConvertible {
    /// The value as the pages and proofs show it.
    package var description: String {
        switch self {
        case .null: "（未记载）"
        case .boolean(let value): value ? "是" : "否"
        case .number(let value): value.description
        case .decimal(let value): value.description
        case .text(let value): value
        case .day(let value): value.description
        case .moment(let value): value.description
        case .duration(let minutes): Self.shown(minutes: minutes)
        case .months(let months): "\(months)个月"
        case .list(let values): values.map(\.description).joined(separator: "、")
        case .context(let values):
            values.sorted { $0.key < $1.key }.map { "\($0.key)：\($0.value)" }.joined(separator: "；")
        }
    }
}
