extension Expression {
    /// Finds out what kind of value the expression gives, and refuses what could never hold.
    ///
    /// - Parameter types: The names that may be used and what they give.
    /// - Returns: `nil` when it is always null.
    /// - Throws: `unknownName`, `notACode`, `cannotCompare`, `cannotCompute`, `wrongType` or `textForTime`, at the place.
    @discardableResult
    package func type(in types: [String: ValueType]) throws(SFEELError) -> ValueType? {
        switch form {
        case .literal(let value): return value.type
        case .name(let name):
            guard let type = types[name] else {
                throw SFEELError(
                    .unknownName(name, allowed: Self.nearest(to: name, in: types.keys)), at: column)
            }
            return type
        case .list(let elements): return try elementType(elements, types).map(ValueType.list)
        case .negative(let operand):
            let type = try operand.type(in: types)
            guard Self.isOne(of: [.number, .duration, .months], type) else {
                throw SFEELError(
                    .wrongType(place: "负号后面", expected: "数字或时长", found: Self.shown(type)), at: column)
            }
            return type
        case .arithmetic(let operation, let left, let right):
            return try computed(operation, left, right, types)
        case .comparison(let operation, let left, let right):
            let (a, b) = (try Operand(left, in: types), try Operand(right, in: types))
            if operation.isEquality {
                try a.mustEqual(b, operation.rawValue, at: column)
            } else {
                try a.mustOrder(b, operation.rawValue, at: column)
            }
        case .and(let left, let right): try needTruth(of: [left, right], around: "“and”两边", types)
        case .or(let left, let right): try needTruth(of: [left, right], around: "“or”两边", types)
        case .not(let operand): try needTruth(of: [operand], around: "“not”里", types)
        case .between(let value, let low, let high):
            let middle = try Operand(value, in: types)
            for bound in [low, high] {
                try middle.mustOrder(Operand(bound, in: types), "between", at: column)
            }
        case .matches(let value, let tests): try tests.check(Operand(value, in: types), types)
        case .count(let list):
            _ = try needList(list, in: "count", types)
            return .number
        case .listContains(let list, let element):
            let inner = try needList(list, in: "list contains", types)
            try Operand(inner, nil).mustEqual(
                Operand(element, in: types), "list contains", at: element.column)
        case .call: return nil
        }
        return .boolean
    }

    /// Checks a whole condition, which must be a question of yes or no.
    package func checkCondition(in types: [String: ValueType]) throws(SFEELError) {
        let type = try type(in: types)
        guard Self.isOne(of: [.boolean], type) else {
            throw SFEELError(.wrongType(place: "条件", expected: "是非判断", found: Self.shown(type)), at: 1)
        }
    }

    private func needTruth(
        of operands: [Expression], around place: String, _ types: [String: ValueType]
    ) throws(SFEELError) {
        for operand in operands {
            let type = try operand.type(in: types)
            guard Self.isOne(of: [.boolean], type) else {
                throw SFEELError(
                    .wrongType(place: place, expected: "是非判断", found: Self.shown(type)), at: operand.column)
            }
        }
    }

    private func needList(
        _ list: Expression, in function: String, _ types: [String: ValueType]
    ) throws(SFEELError) -> ValueType? {
        switch try list.type(in: types) {
        case .list(let element): return element
        case nil: return nil
        case let other:
            throw SFEELError(
                .wrongType(place: "函数“\(function)”里", expected: "列表", found: Self.shown(other)),
                at: list.column)
        }
    }

    private func elementType(
        _ elements: [Expression], _ types: [String: ValueType]
    ) throws(SFEELError) -> ValueType? {
        var found: ValueType?
        for element in elements {
            guard let type = try element.type(in: types) else { continue }
            if let found, !found.equates(with: type) {
                throw SFEELError(
                    .wrongType(place: "列表里", expected: Self.shown(found), found: Self.shown(type)),
                    at: element.column)
            }
            found = found ?? type
        }
        return found
    }

    private func computed(
        _ operation: Arithmetic, _ left: Expression, _ right: Expression, _ types: [String: ValueType]
    ) throws(SFEELError) -> ValueType? {
        guard let a = try left.type(in: types), let b = try right.type(in: types) else { return nil }
        guard let result = ValueType.result(of: operation, a, b) else {
            throw SFEELError(
                .cannotCompute(operation: operation.rawValue, a.description, b.description), at: column)
        }
        return result
    }

    static func shown(_ type: ValueType?) -> String { type?.description ?? "null" }

    private static func isOne(of allowed: [ValueType], _ type: ValueType?) -> Bool {
        type.map(allowed.contains) ?? true
    }

    /// The two dozen names that share the longest beginning with the wrong one.
    private static func nearest(to name: String, in names: some Collection<String>) -> [String] {
        func shared(_ other: String) -> Int { zip(name, other).prefix { $0 == $1 }.count }
        return Array(names.sorted { (shared($1), $0) < (shared($0), $1) }.prefix(24))
    }
}

extension Expression.Comparison {
    package var isEquality: Bool { self == .equal || self == .notEqual }
}

extension Value {
    /// What kind of value it is; `nil` for null and for a list of which nothing is known.
    package var type: ValueType? {
        switch self {
        case .null, .context: nil
        case .boolean: .boolean
        case .number, .decimal: .number
        case .text: .text
        case .day: .day
        case .moment: .moment
        case .duration: .duration
        case .months: .months
        case .list(let values): values.lazy.compactMap(\.type).first.map(ValueType.list)
        }
    }
}
