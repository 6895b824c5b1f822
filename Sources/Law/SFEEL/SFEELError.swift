/// Why a condition was refused.
///
/// The pack loader puts the file and the line before it. The messages are in Chinese because the people who write rules read them.
package struct SFEELError: Error, Hashable, Sendable {
    package enum Fault: Hashable, Sendable {
        case expected(String, found: String)
        case fullWidth(Character, instead: String)
        case badCharacter(Character)
        case singleQuote
        case unfinishedText
        case badEscape(Character)
        case badLiteral(String, expected: String)
        case unknownFunction(String)
        case wrongArguments(function: String, expected: Int, found: Int)
        case tooLong(limit: Int)
        case tooDeep(limit: Int)
        case unknownName(String, allowed: [String])
        case notACode(String, allowed: [String])
        case wrongType(place: String, expected: String, found: String)
        case cannotCompare(operation: String, String, String)
        case cannotCompute(operation: String, String, String)
        case textForTime(String)
    }

    package let fault: Fault
    /// The character of the condition where the fault is, counted from 1.
    package let column: Int

    package init(_ fault: Fault, at column: Int) {
        self.fault = fault
        self.column = column
    }
}

extension SFEELError: CustomStringConvertible {
    package var description: String { "第\(column)个字处，\(message)" }

    private var message: String {
        switch fault {
        case .expected(let wanted, let found): "此处应为\(wanted)，却是\(found)"
        case .fullWidth(let character, let instead): "“\(character)”是全角符号，请改用半角的 \(instead)"
        case .badCharacter(let character): "条件里不能有“\(character)”"
        case .singleQuote: "文字要用双引号，写成 \"…\""
        case .unfinishedText: "文字少了结尾的双引号"
        case .badEscape(let character): #"文字里的“\\#(character)”无法识别；可用 \" \\ \n \r \t \u4E00 \U01F600"#
        case .badLiteral(let text, let expected): "“\(text)”不是\(expected)"
        case .unknownFunction(let name): "没有函数“\(name)”；可用的函数：\(Self.functions)"
        case .wrongArguments(let function, let expected, let found):
            "函数“\(function)”要\(expected)个参数，却给了\(found)个"
        case .tooLong(let limit): "条件太长，最多\(limit)个字"
        case .tooDeep(let limit): "括号套得太深，最多\(limit)层"
        case .unknownName(let name, let allowed):
            "没有名为“\(name)”的字段或事实；可用的有：\(Self.words(allowed))"
        case .notACode(let word, let allowed): "“\(word)”不在代码表内；可用的代码：\(Self.words(allowed))"
        case .wrongType(let place, let expected, let found): "\(place)应为\(expected)，却是\(found)"
        case .cannotCompare(let operation, let left, let right): "\(left)与\(right)不能用“\(operation)”比较"
        case .cannotCompute(let operation, let left, let right): "\(left)与\(right)不能用“\(operation)”计算"
        case .textForTime(let text):
            "日期、时间或时长不能与文字比较；请写成 date(\"2026-01-01\")、date and time(\"2026-01-01T08:00\")"
                + " 或 duration(\"PT8H\")，而不是 \"\(text)\""
        }
    }

    private static let functions = "count、list contains、not、date、date and time、duration"

    private static func words(_ words: [String]) -> String {
        words.isEmpty ? "（无）" : words.joined(separator: "、")
    }
}
