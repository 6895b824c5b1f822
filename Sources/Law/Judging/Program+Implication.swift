/// What a truth says of another, as far as the steps that make them show.
extension Program {
    /// A truth that is `yes` just where both are, leaving out the one that the other implies.
    ///
    /// For who asks for `yes` alone: where the one left out is not known, the other may say `no`.
    mutating func both(_ a: Int, _ b: Int) -> Int {
        if implies(a, b) { return a }
        if implies(b, a) { return b }
        return register(for: .and(a, b))
    }

    /// Whether the second truth is seen to be `yes` wherever the first one is.
    func implies(_ a: Int, _ b: Int) -> Bool {
        guard a != b else { return true }
        guard let one = operation(filling: a, of: .truth), let other = operation(filling: b, of: .truth)
        else { return false }
        switch (one, other) {
        case (_, .and(let x, let y)), (_, .chooseTruth(_, let x, let y)):
            return implies(a, x) && implies(a, y)
        case (.or(let x, let y), _), (.chooseTruth(_, let x, let y), _):
            return implies(x, b) && implies(y, b)
        case (.and(let x, let y), _): return implies(x, b) || implies(y, b)
        case (_, .or(let x, let y)): return implies(a, x) || implies(a, y)
        case (.compareConstant(let first, let x, let bound), .compareConstant(let second, let y, let other)):
            return implies(first, x, bound, second, y, other)
        default: return false
        }
    }

    /// Whether one number's bound implies another's.
    private func implies(
        _ first: Expression.Comparison, _ x: Int, _ bound: Int32, _ second: Expression.Comparison, _ y: Int,
        _ other: Int32
    ) -> Bool {
        switch (first, second) {
        // Of so many days no more are working days.
        case (.atMost, .atMost):
            return bound <= other && (x == y || other >= 0 && areWorkingDays(y, of: x))
        case (.atLeast, .atLeast):
            return bound >= other && (x == y || bound > 0 && areWorkingDays(x, of: y))
        default: return false
        }
    }

    /// Whether one register counts the working days of the stretch of which another counts all days.
    private func areWorkingDays(_ working: Int, of all: Int) -> Bool {
        guard case .between(let start, let end)? = operation(filling: working, of: .narrow),
            case .between(let first, let last)? = operation(filling: all, of: .narrow)
        else { return false }
        return operation(filling: start, of: .narrow) == .workingDays(first)
            && operation(filling: end, of: .narrow) == .workingDays(last)
    }
}
