/// How `=`, `!=` and membership take a value that is `null`.
package enum NullReading: Sendable {
    /// As DMN has it: null equals null and nothing else, so `complex = true` is false when `complex` is null.
    case asValue
    /// Null is what the record does not say, so an equality with it is unknown, unless it was asked for
    /// with the literal: `complex = true` is null, `complex = null` is true.
    case asUnknown
}

extension Value {
    /// - Returns: `nil` (unknown) when the two are of kinds that do not compare.
    package func equals(_ other: Value, nulls: NullReading = .asValue) -> Bool? {
        switch (self, other) {
        case (.null, _), (_, .null): nulls == .asUnknown ? nil : self == other
        case (.boolean(let a), .boolean(let b)): a == b
        case (.text(let a), .text(let b)): a == b
        case (.list(let a), .list(let b)):
            a.count == b.count ? Value.all(zip(a, b).lazy.map { $0.equals($1, nulls: nulls) }) : false
        case (.context(let a), .context(let b)):
            a.keys == b.keys
                ? Value.all(a.lazy.map { $0.value.equals(b[$0.key] ?? .null, nulls: nulls) }) : false
        default: order(against: other).map { $0 == 0 }
        }
    }

    /// Negative, zero or positive as the first comes before, with or after the second; a day against a moment
    /// looks at the moment's day only.
    ///
    /// - Returns: `nil` when one is null or the kinds have no common order.
    package func order(against other: Value) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): Self.sign(a, b)
        case (.number, .decimal), (.decimal, .number), (.decimal, .decimal):
            decimal.flatMap { a in other.decimal.map { Self.sign(a, $0) } }
        case (.text(let a), .text(let b)): Self.sign(a, b)
        case (.day(let a), .day(let b)): Self.sign(a, b)
        case (.moment(let a), .moment(let b)): Self.sign(a, b)
        case (.day(let a), .moment(let b)): Self.sign(a, b.day)
        case (.moment(let a), .day(let b)): Self.sign(a.day, b)
        case (.duration(let a), .duration(let b)): Self.sign(a, b)
        case (.months(let a), .months(let b)): Self.sign(a, b)
        default: nil
        }
    }

    /// Kleene's conjunction: one false settles it, one unknown otherwise leaves it open.
    static func all(_ truths: some Sequence<Bool?>) -> Bool? {
        var isOpen = false
        for truth in truths {
            guard let truth else { isOpen = true; continue }
            if !truth { return false }
        }
        return isOpen ? nil : true
    }

    /// Kleene's disjunction: one true settles it, one unknown otherwise leaves it open.
    static func any(_ truths: some Sequence<Bool?>) -> Bool? {
        var isOpen = false
        for truth in truths {
            guard let truth else { isOpen = true; continue }
            if truth { return true }
        }
        return isOpen ? nil : false
    }

    /// The truth of a boolean; anything else is unknown.
    package var truth: Bool? {
        if case .boolean(let truth) = self { truth } else { nil }
    }

    init(truth: Bool?) { self = truth.map(Value.boolean) ?? .null }

    private static func sign<T: Comparable>(_ a: T, _ b: T) -> Int { a < b ? -1 : a == b ? 0 : 1 }
}
