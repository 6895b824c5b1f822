import Law
import Testing

@Suite("S-FEEL: the cells of decision tables")
struct UnaryTestsTests {
    @Test(
        "On each side of each bound",
        arguments: [
            ("-", 0, true), ("5", 5, true), ("5", 6, false), ("< 5", 4, true), ("< 5", 5, false),
            ("<= 5", 5, true),
            ("<= 5", 6, false), ("> 5", 5, false), ("> 5", 6, true), (">= 5", 4, false), (">= 5", 5, true),
            ("[1..3]", 1, true), ("[1..3]", 3, true), ("[1..3]", 0, false), ("[1..3]", 4, false),
            ("(1..3)", 1, false),
            ("(1..3)", 2, true), ("(1..3)", 3, false), ("[1..3)", 3, false), ("]1..3]", 1, false),
            ("[1..3[", 3, false),
            ("1, 3", 3, true), ("1, 3", 2, false), ("< 2, [5..6]", 5, true), ("< 2, [5..6]", 4, false),
            ("not(5)", 5, false),
            ("not(5)", 4, true), ("not(1, [3..4])", 3, false), ("not(1, [3..4])", 2, true), ("-5", -5, true),
            ("-5", 5, false),
            ("[-3..-1]", -2, true), ("limit", 9, true), ("< limit", 9, false), ("< limit + 1", 9, true),
            ("[1, 2]", 2, true),
            ("(1 + 1) * 2", 4, true), ("= 5", 5, true), ("= 5", 4, false), ("!= 5", 5, false),
            ("!= 5, > 4", 5, true), ("not(-)", 1, nil),
        ] as [(String, Int, Bool?)])
    func bounds(text: String, input: Int, holds: Bool?) throws {
        guard let holds else {
            #expect(throws: SFEELError.self) { try UnaryTests.parse(text) }
            return
        }
        let found = try UnaryTests.parse(text).hold(for: .number(Number(input))) { name in
            name == "limit" ? .number(Number(9)) : .null
        }
        #expect(found == holds)
    }

    @Test(
        "Of an input that is not recorded",
        arguments: [
            ("-", true, true), ("null", true, true), ("not(null)", false, false), ("5", false, nil),
            ("< 5", nil, nil),
            ("not(5)", true, nil), ("5, null", true, true), ("[1..3]", nil, nil), ("< 5, 7", nil, nil),
        ] as [(String, Bool?, Bool?)])
    func missing(text: String, asValue: Bool?, asUnknown: Bool?) throws {
        let tests = try UnaryTests.parse(text)
        #expect(tests.hold(for: .null) { _ in .null } == asValue)
        #expect(tests.hold(for: .null, nulls: .asUnknown) { _ in .null } == asUnknown)
    }

    @Test(
        "A cell that does not fit its input",
        arguments: [
            ("\"5\"", "第1个字处，数字与文字不能用“in”比较"), ("< \"5\"", "第3个字处，数字与文字不能用“<”比较"),
            ("[1..\"5\"]", "第5个字处，数字与文字不能用“..”比较"), ("limt", "第1个字处，没有名为“limt”的字段或事实；可用的有：limit"),
        ])
    func unfit(text: String, message: String) throws {
        let tests = try UnaryTests.parse(text)
        let error = #expect(throws: SFEELError.self) {
            try tests.check(input: .number, in: ["limit": .number])
        }
        #expect(error?.description == message)
    }

    @Test("A cell of codes")
    func codes() throws {
        let codes = ValueType.code(["minor", "grave"])
        try UnaryTests.parse("\"minor\", \"grave\"").check(input: codes, in: [:])
        try UnaryTests.parse("not(\"minor\")").check(input: codes, in: [:])
        let error = #expect(throws: SFEELError.self) {
            try UnaryTests.parse("\"minor\", \"heavy\"").check(input: codes, in: [:])
        }
        #expect(error?.description == "第10个字处，“heavy”不在代码表内；可用的代码：minor、grave")
    }
}
