/// One side of a comparison: what it gives and, unless it is the input of a cell, how it is written.
struct Operand {
    let type: ValueType?
    let expression: Expression?

    init(_ type: ValueType?, _ expression: Expression?) {
        self.type = type
        self.expression = expression
    }

    init(_ expression: Expression, in types: [String: ValueType]) throws(SFEELError) {
        self.init(try expression.type(in: types), expression)
    }

    /// Refuses an equality that could never be true, such as a code with a word that is not in its list.
    func mustEqual(_ other: Operand, _ operation: String, at column: Int) throws(SFEELError) {
        guard let type, let otherType = other.type else { return }
        guard type.equates(with: otherType) else { throw cannotCompare(other, operation, at: column) }
        try other.expression?.needCode(type)
        try expression?.needCode(otherType)
    }

    /// Refuses a comparison of sizes between things that have no common order.
    func mustOrder(_ other: Operand, _ operation: String, at column: Int) throws(SFEELError) {
        guard let type, let otherType = other.type, type.orders(with: otherType) else {
            throw cannotCompare(other, operation, at: column)
        }
    }

    private func cannotCompare(_ other: Operand, _ operation: String, at column: Int) -> SFEELError {
        for (type, written) in [(type, other.expression), (other.type, expression)]
        where type?.isTemporal == true {
            guard let written, case .literal(.text(let text)) = written.form else { continue }
            return SFEELError(.textForTime(text), at: written.column)
        }
        let (left, right) = (Expression.shown(type), Expression.shown(other.type))
        return SFEELError(.cannotCompare(operation: operation, left, right), at: column)
    }
}

extension Expression {
    /// Refuses a word written out that is not in the code list it is compared with.
    fileprivate func needCode(_ wanted: ValueType) throws(SFEELError) {
        switch (form, wanted) {
        case (.literal(.text(let word)), .code(let words)):
            guard words.contains(word) else { throw SFEELError(.notACode(word, allowed: words), at: column) }
        case (.list(let elements), .list(let element)):
            for part in elements { try part.needCode(element) }
        default: break
        }
    }
}

extension UnaryTests {
    /// Refuses a cell that could never hold for an input of the type.
    package func check(input: ValueType, in types: [String: ValueType]) throws(SFEELError) {
        try check(Operand(input, nil), types)
    }

    func check(_ input: Operand, _ types: [String: ValueType]) throws(SFEELError) {
        for test in tests ?? [] {
            switch test {
            case .compare(let operation, let bound) where operation.isEquality:
                try input.mustEqual(Operand(bound, in: types), operation.rawValue, at: bound.column)
            case .compare(let operation, let bound):
                try input.mustOrder(Operand(bound, in: types), operation.rawValue, at: bound.column)
            case .interval(let interval):
                for bound in [interval.low, interval.high] {
                    try input.mustOrder(Operand(bound, in: types), "..", at: bound.column)
                }
            case .value(let value):
                let wanted = try Operand(value, in: types)
                try input.wrapped(for: wanted).mustEqual(wanted, "in", at: value.column)
                if case .list(let element) = wanted.type { try input.expression?.needCode(element) }
            }
        }
    }
}

extension Operand {
    /// Against a list it is an element that is looked for, unless it is a list itself.
    fileprivate func wrapped(for wanted: Operand) -> Operand {
        guard case .list = wanted.type, let type, !type.isList else { return self }
        return Operand(.list(type), nil)
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
