/// Every combination of circumstances that the conditions of an act's tiers can tell apart.
///
/// Each circumstance is cut at the constants it is compared with; one value stands for each piece, so that walking
/// through all combinations is an exact check for gaps and overlaps.
struct CircumstanceSpace {
    struct Axis {
        let circumstance: Circumstance
        let values: [Value]
        /// The values that are bounds themselves: where 以上 and 以下 meet.
        let bounds: Set<Value>
    }

    /// Combinations beyond which nobody could check the table by reading it either.
    static let mostCombinations = 50_000

    let axes: [Axis]

    /// - Returns: `nil` when there are too many combinations, or a circumstance has no pieces that could be named.
    init?(_ conditions: [Expression], in book: CircumstanceBook) {
        var axes: [Axis] = []
        var count = 1
        for name in Set(conditions.flatMap(\.names)).sorted() {
            guard let circumstance = book.circumstance(name) else { return nil }
            let constants = conditions.flatMap { $0.constants(of: name) }
            guard let pieces = TableSpace.pieces(of: circumstance.type, cutAt: constants) else { return nil }
            let values = pieces.filter { value in
                circumstance.allowed?.hold(for: value, { _ in .null }) ?? true
            }
            count *= max(1, values.count)
            guard count <= Self.mostCombinations, !values.isEmpty else { return nil }
            axes.append(Axis(circumstance: circumstance, values: values, bounds: Set(constants)))
        }
        self.axes = axes
    }

    /// Calls `body` with every combination, each value by its circumstance's id.
    func forEach<Failure: Error>(_ body: ([String: Value]) throws(Failure) -> Void) throws(Failure) {
        var places = [Int](repeating: 0, count: axes.count)
        while true {
            var combination: [String: Value] = [:]
            for (axis, place) in zip(axes, places) {
                combination[axis.circumstance.id] = axis.values[place]
            }
            try body(combination)
            guard let next = places.indices.last(where: { places[$0] + 1 < axes[$0].values.count }) else {
                return
            }
            places[next] += 1
            for later in places.indices where later > next { places[later] = 0 }
        }
    }

    /// `个人赌资＝999，公共场所＝是`
    func shown(_ combination: [String: Value]) -> String {
        axes.map { "\($0.circumstance.label)＝\(combination[$0.circumstance.id] ?? .null)" }
            .joined(separator: "，")
    }
}

extension Expression {
    /// Whether it is made of single names compared with constants.
    var comparesWithConstants: Bool {
        switch form {
        case .name: true
        case .and(let a, let b), .or(let a, let b): a.comparesWithConstants && b.comparesWithConstants
        case .not(let one): one.comparesWithConstants
        case .comparison(_, let a, let b): (a.isName && b.isConstant) || (a.isConstant && b.isName)
        case .between(let value, let low, let high): value.isName && low.isConstant && high.isConstant
        case .matches(let value, let tests): value.isName && tests.parts.allSatisfy(\.isConstant)
        case .literal, .list, .negative, .arithmetic, .count, .listContains, .call: false
        }
    }

    /// The constants that a name is compared with.
    func constants(of name: String) -> [Value] {
        switch form {
        case .and(let a, let b), .or(let a, let b):
            a.constants(of: name) + b.constants(of: name)
        case .not(let one): one.constants(of: name)
        case .comparison, .between, .matches:
            names == [name] ? parts.filter(\.isConstant).flatMap(\.constant) : []
        default: []
        }
    }

    private var isName: Bool { if case .name = form { true } else { false } }
    /// A constant that is recorded: tests against `null` would ask whether something is recorded.
    private var isConstant: Bool {
        names.isEmpty && !constant.isEmpty && constant.allSatisfy { !$0.isNull }
    }
    private var constant: [Value] {
        if case .list(let values) = evaluate({ _ in .null }) { return values }
        return [evaluate { _ in .null }]
    }
}
