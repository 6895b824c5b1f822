/// Makes one answer of the rows that apply and those that may.
struct TableWeighing {
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
