extension ExpressionParser {
    mutating func primary() throws(SFEELError) -> Expression {
        let column = token.column
        switch token.kind {
        case .number(let number):
            skip()
            return Expression(.literal(number), at: column)
        case .text(let text):
            skip()
            return Expression(.literal(.text(text)), at: column)
        case .word(let word):
            return try named(word, at: column)
        case .name(let name):
            return try known(name, at: column)
        case .sign("("):
            return try nested { parser throws(SFEELError) in
                parser.skip()
                let inner = try parser.expression()
                try parser.expect(")")
                return inner
            }
        case .sign("["):
            let elements = try nested { parser throws(SFEELError) in
                parser.skip()
                return try parser.expressions(until: "]")
            }
            return Expression(.list(elements), at: column)
        case .sign("@"):
            skip()
            return Expression(.literal(try quoted("日期、时间或时长") { Self.temporal($0) }), at: column)
        case .sign, .end:
            throw unexpected("值、名称或括号")
        }
    }

    /// A name of the scope, or the call of a function of the scope.
    private mutating func known(_ name: String, at column: Int) throws(SFEELError) -> Expression {
        skip()
        guard functions.contains(name) else { return Expression(.name(name), at: column) }
        let arguments = try nested { parser throws(SFEELError) in
            try parser.expect("(")
            return try parser.expressions(until: ")")
        }
        return Expression(.call(name, arguments), at: column)
    }

    private mutating func named(_ word: String, at column: Int) throws(SFEELError) -> Expression {
        if let function = functionHere() {
            skip(function.words)
            let form = try nested { parser throws(SFEELError) in try parser.call(function.name, at: column) }
            return Expression(form, at: column)
        }
        if let keyword = Self.keywords[word] {
            skip()
            return Expression(.literal(keyword), at: column)
        }
        guard !Self.reserved.contains(word) else { throw unexpected("值、名称或括号") }
        guard token(after: 1).kind != .sign("(") else { throw SFEELError(.unknownFunction(word), at: column) }
        skip()
        return Expression(.name(word), at: column)
    }

    /// The function whose name, of up to three words, stands here before a bracket.
    private func functionHere() -> (name: String, words: Int)? {
        var name = ""
        for words in 1...3 {
            guard case .word(let word) = token(after: words - 1).kind else { return nil }
            name += (words == 1 ? "" : " ") + word
            guard token(after: words).kind == .sign("("), Self.functions.contains(name) else { continue }
            return (name, words)
        }
        return nil
    }

    private mutating func call(_ name: String, at column: Int) throws(SFEELError) -> Expression.Form {
        try expect("(")
        switch name {
        case "date": return .literal(try bracketed("日期，如 date(\"2026-01-01\")") { Day($0).map(Value.day) })
        case "date and time":
            return .literal(
                try bracketed("时间，如 date and time(\"2026-01-01T08:00\")") { Self.moment($0) })
        case "duration":
            return .literal(
                try bracketed("时长，如 duration(\"PT8H\")、\"P30D\" 或 \"P6M\"") { Value(duration: $0) })
        default: break
        }
        let arguments = try expressions(until: ")")
        let expected = name == "list contains" ? 2 : 1
        guard arguments.count == expected else {
            throw SFEELError(
                .wrongArguments(function: name, expected: expected, found: arguments.count), at: column)
        }
        switch name {
        case "not": return .not(arguments[0])
        case "count": return .count(arguments[0])
        default: return .listContains(arguments[0], arguments[1])
        }
    }

    private mutating func expressions(until end: String) throws(SFEELError) -> [Expression] {
        var found: [Expression] = []
        if take(end) { return found }
        repeat { found.append(try expression()) } while take(",")
        guard take(end) else { throw unexpected("“,”或“\(end)”") }
        return found
    }

    private mutating func bracketed(
        _ kind: String, read: (String) -> Value?
    ) throws(SFEELError) -> Value {
        let value = try quoted(kind, read: read)
        try expect(")")
        return value
    }

    private mutating func quoted(_ kind: String, read: (String) -> Value?) throws(SFEELError) -> Value {
        guard case .text(let text) = token.kind else { throw unexpected("双引号里的" + kind) }
        guard let value = read(text) else {
            throw SFEELError(.badLiteral(text, expected: kind), at: token.column)
        }
        skip()
        return value
    }

    private static func temporal(_ text: String) -> Value? {
        Day(text).map(Value.day) ?? moment(text) ?? Value(duration: text)
    }

    /// A moment to the minute: seconds that would be lost are refused.
    private static func moment(_ text: String) -> Value? {
        guard text.utf8.count < 19 || text.hasSuffix(":00") else { return nil }
        return Moment(text).map(Value.moment)
    }

    private static let keywords: [String: Value] = [
        "true": .boolean(true), "false": .boolean(false), "null": .null,
    ]
    private static let functions: Set = [
        "date", "date and time", "duration", "count", "list contains", "not",
    ]
    private static let reserved: Set = ["and", "or", "in", "between", "not"]
}
