import Law
import Testing

@Suite("S-FEEL: what is refused, and in which words")
struct ParsingTests {
    @Test(
        "A condition that cannot be read",
        arguments: [
            ("", "第1个字处，此处应为值、名称或括号，却是结尾"),
            ("a =", "第4个字处，此处应为值、名称或括号，却是结尾"),
            ("a = = 1", "第5个字处，此处应为值、名称或括号，却是“=”"),
            ("a b", "第3个字处，此处应为运算符或结尾，却是“b”"),
            ("a == 1", "第4个字处，此处应为值、名称或括号，却是“=”"),
            ("a <> 1", "第4个字处，此处应为值、名称或括号，却是“>”"),
            ("(a = 1", "第7个字处，此处应为“)”，却是结尾"),
            ("a = 1)", "第6个字处，此处应为运算符或结尾，却是“)”"),
            ("[1, 2", "第6个字处，此处应为“,”或“]”，却是结尾"),
            ("a and", "第6个字处，此处应为值、名称或括号，却是结尾"),
            ("and a", "第1个字处，此处应为值、名称或括号，却是“and”"),
            ("not a", "第1个字处，此处应为值、名称或括号，却是“not”"),
            ("a between 1 or 2", "第13个字处，此处应为“and”，却是“or”"),
            ("a in [1..2", "第11个字处，此处应为“]”或“)”，却是结尾"),
            ("a in = ", "第8个字处，此处应为值、名称或括号，却是结尾"),
            ("a = “b”", "第5个字处，““”是全角符号，请改用半角的 \""),
            ("a ＝ 1", "第3个字处，“＝”是全角符号，请改用半角的 ="),
            ("（a = 1)", "第1个字处，“（”是全角符号，请改用半角的 ("),
            ("a = 'b'", "第5个字处，文字要用双引号，写成 \"…\""),
            ("a & b", "第3个字处，条件里不能有“&”"),
            ("a = \"b", "第5个字处，文字少了结尾的双引号"),
            ("a = \"b\\q\"", "第7个字处，文字里的“\\q”无法识别；可用 \\\" \\\\ \\n \\r \\t \\u4E00 \\U01F600"),
            (
                "1.23456789012345678901234567890123456",
                "第1个字处，“1.23456789012345678901234567890123456”不是数字（最多34位有效数字）"
            ),
            ("a = 1e7000", "第5个字处，“1e7000”不是数字（最多34位有效数字）"),
            ("date(\"2026-02-30\")", "第6个字处，“2026-02-30”不是日期，如 date(\"2026-01-01\")"),
            ("date(a)", "第6个字处，此处应为双引号里的日期，如 date(\"2026-01-01\")，却是“a”"),
            (
                "date and time(\"2026-01-01\")",
                "第15个字处，“2026-01-01”不是时间，如 date and time(\"2026-01-01T08:00\")"
            ),
            ("duration(\"8 hours\")", "第10个字处，“8 hours”不是时长，如 duration(\"PT8H\")、\"P30D\" 或 \"P6M\""),
            (
                "date and time(\"2026-01-01T08:00:30\")",
                "第15个字处，“2026-01-01T08:00:30”不是时间，如 date and time(\"2026-01-01T08:00\")"
            ),
            ("\"\\uD800\"", "第2个字处，文字里的“\\u”无法识别；可用 \\\" \\\\ \\n \\r \\t \\u4E00 \\U01F600"),
            ("duration(\"PT30S\")", "第10个字处，“PT30S”不是时长，如 duration(\"PT8H\")、\"P30D\" 或 \"P6M\""),
            ("@\"8\"", "第2个字处，“8”不是日期、时间或时长"),
            ("sum(xs)", "第1个字处，没有函数“sum”；可用的函数：count、list contains、not、date、date and time、duration"),
            ("count()", "第1个字处，函数“count”要1个参数，却给了0个"),
            ("a or list contains(xs)", "第6个字处，函数“list contains”要2个参数，却给了1个"),
            (String(repeating: "(", count: 41) + "1", "第41个字处，括号套得太深，最多40层"),
            (String(repeating: "[", count: 41) + "1", "第41个字处，括号套得太深，最多40层"),
            (String(repeating: "not(", count: 41) + "1", "第164个字处，括号套得太深，最多40层"),
            (String(repeating: "-", count: 41) + "1", "第41个字处，括号套得太深，最多40层"),
            (String(repeating: "1", count: 2001), "第2001个字处，条件太长，最多2000个字"),
        ])
    func unreadable(text: String, message: String) {
        let error = #expect(throws: SFEELError.self) { try Expression.parse(text) }
        #expect(error?.description == message)
    }

    @Test(
        "A condition that does not fit the record",
        arguments: [
            (
                "case.complx = true",
                "第1个字处，没有名为“case.complx”的字段或事实；可用的有：case.complex、category、age、at、kinds、long、name、on、term、when"
            ),
            ("category = \"securty\"", "第12个字处，“securty”不在代码表内；可用的代码：security、traffic"),
            ("\"securty\" != category", "第1个字处，“securty”不在代码表内；可用的代码：security、traffic"),
            ("category in (\"security\", \"fire\")", "第26个字处，“fire”不在代码表内；可用的代码：security、traffic"),
            ("category in [\"security\", \"fire\"]", "第26个字处，“fire”不在代码表内；可用的代码：security、traffic"),
            ("category in not(\"fire\")", "第17个字处，“fire”不在代码表内；可用的代码：security、traffic"),
            ("\"guard\" in kinds", "第1个字处，“guard”不在代码表内；可用的代码：police、auxiliary"),
            ("list contains(kinds, \"guard\")", "第22个字处，“guard”不在代码表内；可用的代码：police、auxiliary"),
            ("age = \"14\"", "第5个字处，数字与文字不能用“=”比较"),
            ("age < name", "第5个字处，数字与文字不能用“<”比较"),
            ("age < null", "第5个字处，数字与null不能用“<”比较"),
            ("category < \"traffic\"", "第10个字处，代码与文字不能用“<”比较"),
            ("case.complex > false", "第14个字处，是非与是非不能用“>”比较"),
            (
                "at > \"2026-01-01\"",
                "第6个字处，日期、时间或时长不能与文字比较；请写成 date(\"2026-01-01\")、date and time(\"2026-01-01T08:00\") 或 duration(\"PT8H\")，而不是 \"2026-01-01\""
            ),
            (
                "at - on > \"8 hours\"",
                "第11个字处，日期、时间或时长不能与文字比较；请写成 date(\"2026-01-01\")、date and time(\"2026-01-01T08:00\") 或 duration(\"PT8H\")，而不是 \"8 hours\""
            ),
            ("long > term", "第6个字处，时长与月数不能用“>”比较"),
            ("age between 1 and name", "第5个字处，数字与文字不能用“between”比较"),
            ("age in [1..name]", "第12个字处，数字与文字不能用“..”比较"),
            ("age in < name", "第10个字处，数字与文字不能用“<”比较"),
            ("age in kinds", "第8个字处，数字列表与代码列表不能用“in”比较"),
            ("age + name = 1", "第5个字处，数字与文字不能用“+”计算"),
            ("at * 2 = at", "第4个字处，时间与数字不能用“*”计算"),
            ("-name = 1", "第1个字处，负号后面应为数字或时长，却是文字"),
            ("age and true", "第1个字处，“and”两边应为是非判断，却是数字"),
            ("true or name", "第9个字处，“or”两边应为是非判断，却是文字"),
            ("not(age)", "第5个字处，“not”里应为是非判断，却是数字"),
            ("count(age) = 1", "第7个字处，函数“count”里应为列表，却是数字"),
            ("age in [1, \"2\"]", "第12个字处，列表里应为数字，却是文字"),
            ("age + 1", "第1个字处，条件应为是非判断，却是数字"),
        ])
    func unfit(text: String, message: String) throws {
        let condition = try Expression.parse(text)
        let error = #expect(throws: SFEELError.self) { try condition.checkCondition(in: types) }
        #expect(error?.description == message)
    }

    @Test(
        "A condition that fits",
        arguments: [
            "case.complex", "case.complex = true and category = \"security\"",
            "category in (\"security\", \"traffic\")",
            "category = null", "null = category", "name = category", "at > date(\"2026-01-01\")", "on <= at",
            "at - on <= duration(\"PT8H\")", "long + long = duration(\"P1D\")",
            "on + term > date(\"2026-01-01\")",
            "\"police\" in kinds", "count(kinds) >= 2", "age * 2 + 1 between 3 and 9", "not(age in [1..3))",
            "null",
            "long / duration(\"PT1H\") > age", "case.complex in true", "category in not(null)",
            "kinds = [\"police\"]",
            "age in []", "date(\"2026-01-01\") in [on..at]",
        ])
    func fit(text: String) throws {
        try Expression.parse(text).checkCondition(in: types)
    }

    @Test("The names a condition reads, each once")
    func names() throws {
        let text =
            "case.a = 1 and (b in [c..d] or list contains(e, case.a)) and not(f) and g between h and -i"
        #expect(try Expression.parse(text).names == ["case.a", "b", "c", "d", "e", "f", "g", "h", "i"])
        #expect(try UnaryTests.parse("< a, [b..c], a, \"d\"").names == ["a", "b", "c"])
        #expect(
            try Expression.parse("案由 = \"甲\" and date = count and duration > 1").names
                == ["案由", "date", "count", "duration"])
    }

    @Test("Forty brackets are not too deep", arguments: [("(", ")"), ("[", "]"), ("not(", ")"), ("-", "")])
    func deep(open: String, close: String) throws {
        let text = String(repeating: open, count: 40) + "x" + String(repeating: close, count: 40)
        #expect(try Expression.parse(text).names == ["x"])
    }

    @Test("Two conditions are equal when they say the same")
    func equality() throws {
        #expect(try Expression.parse("a=1 and b") == Expression.parse("( a  = 1.0 )  and b"))
        #expect(try Expression.parse("a = 1") != Expression.parse("a = 2"))
        #expect(try Expression.parse("a and b or c") == Expression.parse("(a and b) or c"))
        #expect(try Expression.parse("a or b and c") != Expression.parse("(a or b) and c"))
    }
}

private let types: [String: ValueType] = [
    "case.complex": .boolean, "category": .code(["security", "traffic"]), "name": .text, "age": .number,
    "at": .moment,
    "on": .day, "long": .duration, "term": .months, "kinds": .list(.code(["police", "auxiliary"])),
    "when": .moment,
]
