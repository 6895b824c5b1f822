/// What a table answers, and why.
package struct TableAnswer: Hashable, Sendable {
    /// Of several outputs a context by their names; of the policies that give all rows a list.
    package let value: Value
    /// The rows that apply, counted from 0 in the order of the table.
    package let hits: [Int]
    /// The rows that may apply: what they ask is not recorded.
    package let open: [Int]
    package let fault: TableFault?
}

/// Why a table has no answer.
package enum TableFault: Hashable, Sendable {
    /// Rows of a table that allows one only.
    case overlap([Int])
    /// Rows of a table in which all that apply have to say the same.
    case contradiction([Int])
    /// No row applies and nothing is said of that.
    case gap
    /// The input of that place is not what it may be.
    case notAllowed(input: Int)
    /// Values that cannot be put together.
    case notAdded
}

extension DecisionTable {
    /// Decides for given inputs.
    ///
    /// - Parameters:
    ///   - inputs: One value for each input, in order.
    ///   - nulls: `.asValue` as DMN has it: a test that is not true does not apply. `.asUnknown` as judging needs it:
    ///     a test over what is not recorded leaves its row open, and the answer is null unless every row that
    ///     may decide says the same.
    ///   - scope: What the names in cells stand for; the cells of a pack's tables have none.
    package func decide(
        _ inputs: [Value], in version: Version, nulls: NullReading = .asValue,
        _ scope: @escaping (String) -> Value = { _ in .null }
    ) -> TableAnswer {
        for (place, (input, value)) in zip(self.inputs, inputs).enumerated()
        where !value.isNull && !input.allows(value, scope) {
            return TableAnswer(value: .null, hits: [], open: [], fault: .notAllowed(input: place))
        }
        var (hits, open): ([Int], [Int]) = ([], [])
        for (place, row) in version.rows.enumerated() {
            let tests = zip(row.tests, inputs).lazy.map { $0.hold(for: $1, nulls: nulls, scope) }
            switch Value.all(tests) {
            case true?: hits.append(place)
            case nil where nulls == .asUnknown: open.append(place)
            default: break
            }
        }
        let weighing = TableWeighing(table: self, version: version, scope: scope)
        let (value, fault) = weighing.answer(hits: hits, open: open)
        return TableAnswer(value: value, hits: hits, open: open, fault: fault)
    }
}

extension DecisionTable.Input {
    /// Whether a recorded value is among those the input may have.
    fileprivate func allows(_ value: Value, _ scope: (String) -> Value) -> Bool {
        if case .of(.code(let words)) = type, case .text(let word) = value { return words.contains(word) }
        return allowed?.hold(for: value, scope) != false
    }
}

/// Makes one answer of the rows that apply and those that may.
private struct TableWeighing {
    let table: DecisionTable
    let version: DecisionTable.Version
    let scope: (String) -> Value

    func answer(hits: [Int], open: [Int]) -> (Value, TableFault?) {
        guard !hits.isEmpty || !open.isEmpty else { return nothing }
        switch table.hitPolicy {
        case .unique:
            guard hits.count <= 1 else { return (.null, .overlap(hits)) }
            return (agreed(hits.isEmpty ? open : hits, isSure: !hits.isEmpty), nil)
        case .any:
            let said = Set(hits.map(value))
            guard said.count <= 1 else { return (.null, .contradiction(hits)) }
            return (agreed(hits.isEmpty ? open : hits, isSure: !hits.isEmpty), nil)
        case .first:
            let decisive = open.filter { $0 < hits.first ?? .max } + hits.prefix(1)
            return (agreed(decisive, isSure: !hits.isEmpty), nil)
        case .priority:
            let best = ranked(hits).first
            let decisive = open.filter { row in best.map { outranks(row, $0) } ?? true }
            return (agreed(decisive + (best.map { [$0] } ?? []), isSure: best != nil), nil)
        case .collect, .ruleOrder, .outputOrder:
            return open.isEmpty ? collected(hits) : (.null, nil)
        }
    }

    /// What is said when no row applies.
    private var nothing: (Value, TableFault?) {
        if case .collect(.count) = table.hitPolicy { return (.number(Number(0)), nil) }
        guard table.outputs.contains(where: { $0.otherwise != nil }) else {
            return (.null, table.hitPolicy.isSingle ? .gap : nil)
        }
        let value = composed(table.outputs.map { $0.otherwise?.evaluate(scope) ?? .null })
        return (table.hitPolicy.isSingle ? value : .list([value]), nil)
    }

    /// What all rows that may decide say; null when they differ.
    private func agreed(_ rows: [Int], isSure: Bool) -> Value {
        var said = Set(rows.map(value))
        if !isSure, table.outputs.contains(where: { $0.otherwise != nil }) { said.insert(nothing.0) }
        return said.count == 1 ? said.first ?? .null : .null
    }

    private func collected(_ hits: [Int]) -> (Value, TableFault?) {
        let rows = table.hitPolicy == .outputOrder ? ranked(hits) : hits
        let values = rows.map(value)
        guard case .collect(let aggregator?) = table.hitPolicy else { return (.list(values), nil) }
        let result = aggregator.puttingTogether(values)
        return (result, result.isNull ? .notAdded : nil)
    }

    private func value(_ row: Int) -> Value {
        composed(version.rows[row].outputs.map { $0.evaluate(scope) })
    }

    private func composed(_ values: [Value]) -> Value {
        guard values.count != 1 else { return values[0] }
        return .context(
            Dictionary(zip(table.outputs.map(\.name), values), uniquingKeysWith: { first, _ in first }))
    }

    /// Stable: rows of the same rank stay in the order of the table.
    private func ranked(_ rows: [Int]) -> [Int] {
        rows.sorted { outranks($0, $1) || (!outranks($1, $0) && $0 < $1) }
    }

    private func outranks(_ a: Int, _ b: Int) -> Bool { ranks(a).lexicographicallyPrecedes(ranks(b)) }

    /// For each output the place of its value in the list of values; a value not in the list comes last.
    private func ranks(_ row: Int) -> [Int] {
        zip(table.outputs, version.rows[row].outputs).map { output, expression in
            output.values.firstIndex(of: expression.evaluate(scope)) ?? output.values.count
        }
    }
}

extension HitPolicy.Aggregator {
    /// - Returns: null when there is nothing or it has no common order or sum.
    func puttingTogether(_ values: [Value]) -> Value {
        guard self != .count else { return .number(Number(values.count)) }
        guard var result = values.first else { return .null }
        for value in values.dropFirst() {
            switch self {
            case .sum: result = result.plus(value)
            case .least, .most:
                guard let order = value.order(against: result) else { return .null }
                if self == .least ? order < 0 : order > 0 { result = value }
            case .count: break
            }
        }
        return result
    }
}

extension TableFault: CustomStringConvertible {
    /// In the words of those who write tables; rows and inputs counted from 1.
    package var description: String {
        switch self {
        case .overlap(let rows): "\(Self.list(rows))同时适用，而表只许一行适用"
        case .contradiction(let rows): "\(Self.list(rows))同时适用，而结果不同"
        case .gap: "没有一行适用"
        case .notAllowed(let input): "第\(input + 1)项输入的值不在可能的值之内"
        case .notAdded: "结果不能汇总"
        }
    }

    private static func list(_ rows: [Int]) -> String {
        rows.map { "第\($0 + 1)行" }.joined(separator: "、")
    }
}
