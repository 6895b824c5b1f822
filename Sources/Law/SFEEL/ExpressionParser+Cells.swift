extension ExpressionParser {
    /// A cell: `-`, `not(tests)` or tests with commas between.
    mutating func cell() throws(SFEELError) -> UnaryTests {
        if at("-"), token(after: 1).kind == .end {
            skip()
            return UnaryTests(nil)
        }
        if at(word: "not"), token(after: 1).kind == .sign("(") {
            skip(2)
            let tests = try tests()
            try expect(")")
            return UnaryTests(tests, isNegated: true)
        }
        return UnaryTests(try tests())
    }

    /// After `in`: one test, tests in brackets, or `not(tests)`.
    mutating func testsAfterIn() throws(SFEELError) -> UnaryTests {
        if at(word: "not"), token(after: 1).kind == .sign("(") { return try cell() }
        if let interval = try interval() { return UnaryTests([.interval(interval)]) }
        guard take("(") else { return UnaryTests([try test()]) }
        let tests = try tests()
        try expect(")")
        return UnaryTests(tests)
    }

    private mutating func tests() throws(SFEELError) -> [UnaryTests.Test] {
        var found: [UnaryTests.Test] = []
        repeat { found.append(try test()) } while take(",")
        return found
    }

    private mutating func test() throws(SFEELError) -> UnaryTests.Test {
        if case .sign(let sign) = token.kind, let operation = Expression.Comparison(rawValue: sign) {
            skip()
            return .compare(operation, try sum())
        }
        if let interval = try interval() { return .interval(interval) }
        return .value(try sum())
    }

    /// `[1..3]`, `(1..3)`, `]1..3[` and their mixtures, if one begins here.
    ///
    /// A bracket also opens a list or a group, so the reading is certain only after the two dots.
    private mutating func interval() throws(SFEELError) -> UnaryTests.Interval? {
        guard at("[") || at("(") || at("]") else { return nil }
        let includesLow = at("[")
        let low = attempt { parser throws(SFEELError) in
            parser.skip()
            let low = try parser.sum()
            return parser.take("..") ? low : nil
        }
        guard let low else { return nil }
        let high = try sum()
        let includesHigh = at("]")
        guard includesHigh || at(")") || at("[") else { throw unexpected("“]”或“)”") }
        skip()
        return UnaryTests.Interval(low: low, includesLow: includesLow, high: high, includesHigh: includesHigh)
    }
}
