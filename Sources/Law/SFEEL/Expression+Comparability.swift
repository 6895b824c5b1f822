extension Expression {
    /// Refuses a comparison that could never be true, such as a code with a word that is not in its list.
    func compare(
        _ left: Expression, _ operation: String, _ right: Expression, _ types: [String: ValueType],
        needsOrder: Bool
    ) throws(SFEELError) {
        let (a, b) = (try left.type(in: types), try right.type(in: types))
        guard needsOrder else {
            return try right.mustEqual(a, b, operation: operation, from: left, at: column)
        }
        guard let a, let b, a.orders(with: b) else {
            throw Self.cannotCompare(a, operation, b, left, right, at: column)
        }
    }

    /// Refuses an equality between `other`, of type `wanted`, and this expression, of type `type`.
    func mustEqual(
        _ wanted: ValueType?, _ type: ValueType?, operation: String, from other: Expression,
        at place: Int? = nil
    ) throws(SFEELError) {
        guard let wanted, let type else { return }
        guard wanted.equates(with: type) else {
            throw Self.cannotCompare(wanted, operation, type, other, self, at: place ?? column)
        }
        try needCode(wanted)
        try other.needCode(type)
    }

    /// Refuses a word written out that is not in the code list it is compared with.
    fileprivate func needCode(_ wanted: ValueType) throws(SFEELError) {
        switch (form, wanted) {
        case (.literal(.text(let word)), .code(let words)):
            guard words.contains(word) else {
                throw SFEELError(.notACode(word, allowed: words), at: column)
            }
        case (.list(let elements), .list(let element)):
            for part in elements { try part.needCode(element) }
        default: break
        }
    }

    static func cannotCompare(
        _ a: ValueType?, _ operation: String, _ b: ValueType?, _ left: Expression, _ right: Expression,
        at column: Int
    ) -> SFEELError {
        for (type, other) in [(a, right), (b, left)] where type?.isTemporal == true {
            if case .literal(.text(let text)) = other.form {
                return SFEELError(.textForTime(text), at: other.column)
            }
        }
        return SFEELError(.cannotCompare(operation: operation, shown(a), shown(b)), at: column)
    }
}

extension UnaryTests {
    /// Refuses a cell that could never hold for an input of the type.
    package func check(input: ValueType, in types: [String: ValueType]) throws(SFEELError) {
        // The input of a cell stands outside the text; a name of its own lends it its type.
        var types = types
        types[Self.inputName] = input
        try check(against: Expression(.name(Self.inputName)), types)
    }

    private static let inputName = "?"

    func check(against input: Expression, _ types: [String: ValueType]) throws(SFEELError) {
        let type = try input.type(in: types)
        for test in tests ?? [] {
            switch test {
            case .compare(let operation, let bound):
                try bound.compare(input, operation.rawValue, bound, types, needsOrder: true)
            case .interval(let interval):
                try interval.low.compare(input, "..", interval.low, types, needsOrder: true)
                try interval.high.compare(input, "..", interval.high, types, needsOrder: true)
            case .value(let value):
                let found = try value.type(in: types)
                if case .list(let element) = found, type.map({ !$0.isList }) ?? true {
                    try value.mustEqual(
                        type.map(ValueType.list), .list(element), operation: "in", from: input)
                    try input.needCode(element)
                } else {
                    try value.mustEqual(type, found, operation: "in", from: input)
                }
            }
        }
    }
}

extension ValueType {
    var isList: Bool { if case .list = self { true } else { false } }

    var isTemporal: Bool { [.day, .moment, .duration, .months].contains(self) }

    /// Whether `=` between the two can be true.
    package func equates(with other: ValueType) -> Bool {
        switch (self, other) {
        case (.text, .code), (.code, .text), (.day, .moment), (.moment, .day): true
        case (.code(let a), .code(let b)): a.contains(where: b.contains)
        case (.list(let a), .list(let b)): a.equates(with: b)
        default: self == other
        }
    }

    /// Whether the two have a common order; codes have none.
    package func orders(with other: ValueType) -> Bool {
        switch (self, other) {
        case (.day, .moment), (.moment, .day): true
        case (.boolean, _), (.code, _), (.list, _): false
        default: self == other
        }
    }

    /// What an operation gives; `nil` when it has no meaning.
    package static func result(
        of operation: Expression.Arithmetic, _ a: ValueType, _ b: ValueType
    ) -> ValueType? {
        switch (operation, a, b) {
        case (_, .number, .number): .number
        case (.plus, .text, .text), (.plus, .text, .code), (.plus, .code, .text), (.plus, .code, .code): .text
        case (.plus, .duration, .duration), (.minus, .duration, .duration): .duration
        case (.plus, .months, .months), (.minus, .months, .months): .months
        case (.plus, .day, .duration), (.plus, .day, .months), (.minus, .day, .duration),
            (.minus, .day, .months),
            (.plus, .duration, .day), (.plus, .months, .day):
            .day
        case (.plus, .moment, .duration), (.plus, .moment, .months), (.minus, .moment, .duration),
            (.minus, .moment, .months), (.plus, .duration, .moment), (.plus, .months, .moment):
            .moment
        case (.minus, .day, .day), (.minus, .moment, .moment), (.minus, .day, .moment),
            (.minus, .moment, .day):
            .duration
        case (.times, .duration, .number), (.times, .number, .duration), (.divided, .duration, .number):
            .duration
        case (.times, .months, .number), (.times, .number, .months), (.divided, .months, .number): .months
        case (.divided, .duration, .duration), (.divided, .months, .months): .number
        default: nil
        }
    }
}
