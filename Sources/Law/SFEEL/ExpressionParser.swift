/// Reads conditions by recursive descent, loosest binding first: `or`, `and`, comparison, `+ -`, `* /`, `**`, sign.
///
/// Source: DMN 1.5, 10.3.1.2, grammar rules 1–53, as far as S-FEEL goes.
struct ExpressionParser {
    /// Brackets and signs inside each other: more than a reader can follow, far less than the stack can bear.
    static let deepest = 40

    private let tokens: [Token]
    private var index = 0
    private var depth = 0

    let functions: Set<String>

    init(_ text: String, known: KnownNames) throws(SFEELError) {
        tokens = try Tokenizer.tokens(of: text, known: known)
        functions = known.functions
    }

    var token: Token { tokens[min(index, tokens.count - 1)] }

    /// The token so many places further on.
    func token(after count: Int) -> Token { tokens[min(index + count, tokens.count - 1)] }

    mutating func skip(_ count: Int = 1) { index += count }

    func at(_ sign: String) -> Bool { token.kind == .sign(sign) }
    func at(word: String) -> Bool { token.kind == .word(word) }

    /// Passes a sign if it stands here.
    mutating func take(_ sign: String) -> Bool {
        guard at(sign) else { return false }
        skip()
        return true
    }

    mutating func expect(_ sign: String) throws(SFEELError) {
        guard take(sign) else { throw unexpected("“\(sign)”") }
    }

    func unexpected(_ wanted: String) -> SFEELError {
        SFEELError(.expected(wanted, found: token.shown), at: token.column)
    }

    func finish() throws(SFEELError) {
        guard token.kind == .end else { throw unexpected("运算符或结尾") }
    }

    /// Tries a reading that may turn out wrong; then nothing was read.
    mutating func attempt<T>(_ read: (inout ExpressionParser) throws(SFEELError) -> T?) -> T? {
        var copy = self
        guard let result = try? read(&copy) else { return nil }
        self = copy
        return result
    }

    /// Reads what a bracket or a sign that stands here opens.
    mutating func nested<T>(
        _ read: (inout ExpressionParser) throws(SFEELError) -> T
    ) throws(SFEELError) -> T {
        guard depth < Self.deepest else { throw SFEELError(.tooDeep(limit: Self.deepest), at: token.column) }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }

    mutating func expression() throws(SFEELError) -> Expression {
        var left = try conjunction()
        while at(word: "or") {
            let column = token.column
            skip()
            left = Expression(.or(left, try conjunction()), at: column)
        }
        return left
    }

    private mutating func conjunction() throws(SFEELError) -> Expression {
        var left = try comparison()
        while at(word: "and") {
            let column = token.column
            skip()
            left = Expression(.and(left, try comparison()), at: column)
        }
        return left
    }

    private mutating func comparison() throws(SFEELError) -> Expression {
        var left = try sum()
        while true {
            let column = token.column
            if case .sign(let sign) = token.kind, let operation = Expression.Comparison(rawValue: sign) {
                skip()
                left = Expression(.comparison(operation, left, try sum()), at: column)
            } else if at(word: "between") {
                skip()
                let low = try sum()
                guard at(word: "and") else { throw unexpected("“and”") }
                skip()
                left = Expression(.between(left, low, try sum()), at: column)
            } else if at(word: "in") {
                skip()
                left = Expression(.matches(left, try testsAfterIn()), at: column)
            } else {
                return left
            }
        }
    }

    mutating func sum() throws(SFEELError) -> Expression {
        var left = try product()
        while at("+") || at("-") {
            left = try operation(left) { parser throws(SFEELError) in try parser.product() }
        }
        return left
    }

    private mutating func product() throws(SFEELError) -> Expression {
        var left = try power()
        while at("*") || at("/") {
            left = try operation(left) { parser throws(SFEELError) in try parser.power() }
        }
        return left
    }

    private mutating func power() throws(SFEELError) -> Expression {
        var left = try signed()
        while at("**") { left = try operation(left) { parser throws(SFEELError) in try parser.signed() } }
        return left
    }

    private mutating func operation(
        _ left: Expression, right: (inout ExpressionParser) throws(SFEELError) -> Expression
    ) throws(SFEELError) -> Expression {
        guard case .sign(let sign) = token.kind, let operation = Expression.Arithmetic(rawValue: sign) else {
            throw unexpected("运算符")
        }
        let column = token.column
        skip()
        return Expression(.arithmetic(operation, left, try right(&self)), at: column)
    }

    private mutating func signed() throws(SFEELError) -> Expression {
        let column = token.column
        guard at("-") else { return try primary() }
        let operand = try nested { parser throws(SFEELError) in
            parser.skip()
            return try parser.signed()
        }
        if case .literal(let value) = operand.form, case .number = value.type {
            return Expression(.literal(value.negated), at: column)
        }
        return Expression(.negative(operand), at: column)
    }
}
