/// Everything a table may be asked, cut into pieces in which all its tests stay the same.
///
/// Each input is cut at the bounds that its tests name; a representative of each piece stands for the whole of it.
/// Walking the columns one by one, combinations that leave the same rows are followed once.
struct TableSpace {
    /// A set of rows that apply together, and one combination of inputs for which they do.
    struct Corner {
        let rows: [Int]
        let inputs: [Value]
    }

    /// Sets of rows followed at once: a table that needs more is too tangled to be checked by a reader either.
    static let mostCorners = 20_000

    /// For each input its representatives, with the rows whose test of it they pass.
    private let columns: [[(value: Value, rows: [Bool])]]
    private let rowCount: Int

    /// - Returns: `nil` when a bound is no constant, or an input has no pieces that could be named.
    init?(_ table: DecisionTable, _ version: DecisionTable.Version) {
        rowCount = version.rows.count
        var columns: [[(value: Value, rows: [Bool])]] = []
        for (place, input) in table.inputs.enumerated() {
            let tests = version.rows.map { $0.tests[place] }
            guard let values = Self.representatives(of: input, tests) else { return nil }
            columns.append(
                values.map { value in
                    (value, tests.map { $0.hold(for: value) { _ in .null } == true })
                })
        }
        self.columns = columns
    }

    /// Every set of rows that applies to some combination of recorded inputs; `nil` beyond `mostCorners`.
    func corners() -> [Corner]? {
        var reached: [[Int]: [Value]] = [Array(0..<rowCount): []]
        for column in columns {
            var next: [[Int]: [Value]] = [:]
            for (rows, inputs) in reached {
                for (value, passes) in column {
                    let left = rows.filter { passes[$0] }
                    if next[left] == nil { next[left] = inputs + [value] }
                }
            }
            guard next.count <= Self.mostCorners else { return nil }
            reached = next
        }
        return reached.map { Corner(rows: $0.key, inputs: $0.value) }
            .sorted { ($0.rows.count, "\($0.inputs)") < ($1.rows.count, "\($1.inputs)") }
    }

    private static func representatives(of input: DecisionTable.Input, _ tests: [UnaryTests]) -> [Value]? {
        let all = tests + (input.allowed.map { [$0] } ?? [])
        guard all.allSatisfy(\.names.isEmpty) else { return nil }
        let bounds = all.flatMap(\.parts).flatMap { $0.evaluate { _ in .null }.elements }
            .filter { !$0.isNull }
        guard let pieces = Self.pieces(of: input.type, cutAt: bounds) else { return nil }
        return pieces.filter { input.allowed?.hold(for: $0) { _ in .null } ?? true }
    }

    static func pieces(of type: TableType, cutAt bounds: [Value]) -> [Value]? {
        switch type {
        case .of(.boolean): return [.boolean(false), .boolean(true)]
        case .of(.code(let words)): return words.map(Value.text)
        case .of(.text):
            // A text that no test names stands for all the others.
            let named = Set(bounds)
            return named.sorted { "\($0)" < "\($1)" } + [.text("（其他）")]
        case .whole: return between(bounds, step: .number(Number(1)))
        case .of(.number): return between(bounds, step: nil)
        case .of(.day): return between(bounds, step: .duration(minutes: 1440))
        case .of(.moment): return between(bounds.flatMap(\.edgesOfDay), step: .duration(minutes: 1))
        case .of(.duration): return between(bounds, step: .duration(minutes: 1))
        case .of(.months): return between(bounds, step: .months(1))
        case .of(.list), .any: return nil
        }
    }

    /// The bounds, something between each two, and something before the first and after the last.
    ///
    /// - Parameter step: The smallest difference there is; `nil`: there is none.
    private static func between(_ bounds: [Value], step: Value?) -> [Value]? {
        var sorted: [Value] = []
        for bound in bounds.sorted(by: { ($0.order(against: $1) ?? 0) < 0 }) where sorted.last != bound {
            sorted.append(bound)
        }
        let one = step ?? .number(Number(1))
        guard let first = sorted.first, let last = sorted.last else { return [one] }
        var pieces = [first.minus(one)]
        for (low, high) in zip(sorted, sorted.dropFirst()) {
            pieces.append(low)
            let inner = step.map(low.plus) ?? low.plus(high).divided(by: .number(Number(2)))
            guard let order = inner.order(against: high) else { return nil }
            if order < 0, inner != low { pieces.append(inner) }
        }
        return (pieces + [last, last.plus(one)]).filter { !$0.isNull }
    }
}

extension Value {
    fileprivate var elements: [Value] { if case .list(let elements) = self { elements } else { [self] } }

    /// A day as the moments where it begins and ends.
    fileprivate var edgesOfDay: [Value] {
        guard case .day(let day) = self else { return [self] }
        let start = Moment(day)
        return [.moment(start), .moment(start.adding(minutes: 1439))]
    }
}
