import Law
import Testing

/// The record of these tables: `x` is null.
private let record: [String: Value] = [
    "a": .number(Number(7)), "yes": .boolean(true), "no": .boolean(false), "name": .text("甲"),
    "case.complex": .boolean(true), "case.kind": .text("security"),
    "on": .day(Day(number: 20457)),  // 2026-01-04
    "at": .moment(Moment(Day(number: 20457), hour: 10, minute: 30)),
    "kinds": .list([.text("police"), .text("auxiliary")]), "none": .list([]),
    "some": .list([.text("police"), .null]),
]

private func value(_ text: String, _ nulls: NullReading = .asValue) throws -> Value {
    try Expression.parse(text).evaluate(nulls: nulls) { record[$0] ?? .null }
}

@Suite("S-FEEL: what conditions come to")
struct EvaluationTests {
    @Test(
        "Numbers bind as in arithmetic and have 34 digits",
        arguments: [
            ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("7 - 2 - 1", "4"), ("8 / 4 / 2", "1"),
            ("2 ** 3 ** 2", "64"),
            ("-2 ** 2", "4"), ("1 / 3", "0.3333333333333333333333333333333333"), ("2 / 3 * 3", "2"),
            ("0.1 + 0.2", "0.3"),
            ("2 ** -1", "0.5"),
            ("0.0001 * 0.5", "0.00005"), ("0.00001 * 100000", "1"), ("10**-5", "1e-5"), ("1.5e3", "1500"),
            ("(600000*0.0375/12)/(1-(1+0.0375/12)**-360)", "2778.693549432766768088520383236299"),
            (".5 + 1", "1.5"), ("- a", "-7"),
            ("- - a", "7"), ("-10--5", "-5"),
            ("(10+5)*(-5*3)", "-225"), ("10 + 20 / -5 - 3", "3"), ("1.2*10**3", "1200"),
            ("3 ** 4 ** 5", "3486784401"),
        ])
    func numbers(text: String, shown: String) throws {
        #expect(try value(text) == Value(try #require(Decimal(shown))))
    }

    @Test(
        "What has no meaning or does not fit is null",
        arguments: [
            "1 / 0", "1 + \"a\"", "true + 1", "a + null", "2 ** 0.5", "-\"a\"", "count(a)", "count(x)",
            "\"a\" - \"b\"", "on + 1", "on * 2", "unheardOf", "not(a)",
            "yes < no",
            "1 < \"a\"", "1 = \"1\"", "1 in x", "list contains(x, 1)", "at - 5",
            "duration(\"PT1H\") < duration(\"P1M\")",
            "date(\"9999-12-31\") - on", "date(\"9999-12-31\") + duration(\"P1D\")",
            "date(\"9999-12-31\") + duration(\"P1M\")",
            "on + duration(\"P999999Y\")", "at + duration(\"P999999D\")",
            "duration(\"P999999D\") * 99999999999999",
        ])
    func meaningless(text: String) throws {
        #expect(try value(text, .asUnknown) == .null)
    }

    @Test(
        "Comparisons on each side of each bound",
        arguments: [
            ("a = 7", true), ("a = 8", false), ("a != 7", false), ("a < 7", false), ("a < 7.0001", true),
            ("a <= 7", true),
            ("a > 7", false), ("a > 6.9999", true), ("a >= 7", true), ("a >= 7.0001", false),
            ("a between 7 and 8", true), ("a between 6 and 7", true), ("a between 7.1 and 8", false),
            ("a between 8 and 6", false), ("name = \"甲\"", true), ("name = \"\\u7532\"", true),
            ("\"\\U01F600\" != name", true), ("at = date and time(\"2026-01-04T10:30:00\")", true),
            ("\"ab\" < \"b\"", true),
            ("yes = true", true),
            ("yes = no", false), ("case.complex", true),
            ("case.kind = \"security\" and case.complex = true", true),
            ("kinds = [\"police\", \"auxiliary\"]", true), ("kinds = [\"police\"]", false),
            ("none = []", true),
        ])
    func comparisons(text: String, holds: Bool) throws {
        #expect(try value(text) == .boolean(holds))
    }

    @Test(
        "A day compares with a moment by the moment's day",
        arguments: [
            ("at = date(\"2026-01-04\")", true), ("at > date(\"2026-01-04\")", false),
            ("at <= date(\"2026-01-04\")", true),
            ("at >= date(\"2026-01-05\")", false), ("at > date(\"2026-01-03\")", true), ("on < at", false),
            ("on = date and time(\"2026-01-04T23:59\")", true),
            ("at = date and time(\"2026-01-04T10:30\")", true),
            ("at < date and time(\"2026-01-04T10:31\")", true), ("at = @\"2026-01-04T10:30\"", true),
            ("at in [date(\"2026-01-04\")..date(\"2026-01-05\"))", true),
            ("at in (date(\"2026-01-04\")..date(\"2026-01-05\"))", false),
        ])
    func daysAndMoments(text: String, holds: Bool) throws {
        #expect(try value(text) == .boolean(holds))
    }

    @Test(
        "Dates and durations compute",
        arguments: [
            ("at - date and time(\"2026-01-04T02:00\")", "duration(\"PT8H30M\")"),
            ("on - date(\"2025-12-05\")", "duration(\"P30D\")"), ("at - on", "duration(\"PT10H30M\")"),
            ("on - at", "duration(\"-PT10H30M\")"), ("on + duration(\"P1D\")", "date(\"2026-01-05\")"),
            ("on + duration(\"PT23H59M\")", "date(\"2026-01-04\")"),
            ("on + duration(\"PT24H\")", "date(\"2026-01-05\")"),
            ("on - duration(\"PT1M\")", "date(\"2026-01-03\")"),
            ("duration(\"P1D\") + on", "date(\"2026-01-05\")"),
            ("at + duration(\"PT14H\")", "@\"2026-01-05T00:30\""),
            ("date(\"2025-08-31\") + duration(\"P6M\")", "date(\"2026-02-28\")"),
            ("at - duration(\"P1Y\")", "@\"2025-01-04T10:30\""),
            ("duration(\"P1Y2M\")", "duration(\"P14M\")"),
            ("duration(\"P1D\") + duration(\"PT1H\")", "duration(\"PT25H\")"),
            ("duration(\"PT8H\") * 3", "duration(\"P1D\")"),
            ("2 * duration(\"P6M\")", "duration(\"P1Y\")"), ("duration(\"PT1H\") / 2", "duration(\"PT30M\")"),
            ("duration(\"P1D\") / duration(\"PT8H\")", "3"), ("duration(\"P1Y\") / duration(\"P6M\")", "2"),
            ("-duration(\"PT1H\")", "duration(\"-PT1H\")"), ("\"甲\" + \"乙\"", "\"甲乙\""),
        ])
    func times(text: String, same: String) throws {
        #expect(try value(text) == value(same))
        #expect(try value(text) != .null)
    }

    @Test(
        "Null, as DMN reads it",
        arguments: [
            ("x = null", true), ("null = null", true), ("a = null", false), ("x != null", false),
            ("a != null", true),
            ("x = 7", false), ("x != 7", true), ("x < 7", nil), ("x >= 7", nil), ("x between 1 and 2", nil),
            ("a between x and 9", nil), ("a between x and 6", false), ("x in [1..3)", nil),
            ("x in (< 5, null)", true),
            ("null in some", true), ("\"guard\" in some", false), ("count(some) = 2", true), ("not(x)", nil),
        ] as [(String, Bool?)])
    func nullAsStandard(text: String, holds: Bool?) throws {
        #expect(try value(text).truth == holds)
    }

    @Test(
        "Null, as what the record does not say",
        arguments: [
            ("x = null", true), ("null = x", true), ("a != null", true), ("x = 7", nil), ("x != 7", nil),
            ("7 = x", nil),
            ("x = x", nil), ("x in (1, 2)", nil), ("x in (1, null)", true), ("x in not(null)", false),
            ("a in not(null)", true),
            ("\"police\" in some", true), ("\"guard\" in some", nil), ("\"guard\" in kinds", false),
            ("x in kinds", nil), ("x in none", false), ("list contains(some, null)", true),
        ] as [(String, Bool?)])
    func nullAsUnknown(text: String, holds: Bool?) throws {
        #expect(try value(text, .asUnknown).truth == holds)
    }

    @Test("and, or, not in three values")
    func threeValues() throws {
        let words: [(String, Bool?)] = [("true", true), ("false", false), ("null", nil)]
        for (a, p) in words {
            #expect(try value("not(\(a))").truth == p.map { !$0 })
            for (b, q) in words {
                let both: Bool? = p == false || q == false ? false : p == nil || q == nil ? nil : true
                let either: Bool? = p == true || q == true ? true : p == nil || q == nil ? nil : false
                #expect(try value("\(a) and \(b)").truth == both, "\(a) and \(b)")
                #expect(try value("\(a) or \(b)").truth == either, "\(a) or \(b)")
            }
        }
        #expect(try value("true or false and false").truth == true)
        #expect(try value("7 and true").truth == nil)
    }

    @Test(
        "Membership",
        arguments: [
            ("\"police\" in kinds", true), ("\"guard\" in kinds", false),
            ("list contains(kinds, \"police\")", true),
            ("a in [1, 7]", true), ("a in [1, 2]", false), ("a in (1, 7)", true), ("a in 7", true),
            ("a in < 7", false),
            ("a in <= 7", true), ("a in (< 3, > 6)", true), ("a in [7..9]", true), ("a in (7..9]", false),
            ("a in ]7..9]", false), ("a in [1..7]", true), ("a in [1..7)", false), ("a in [1..7[", false),
            ("a in not(7)", false), ("a in not(1, 2)", true), ("a in ([1..3], [6..8])", true),
            ("kinds in kinds", true),
            ("count(kinds) = 2", true), ("count(none) = 0", true), ("a in [a..a]", true), ("a in (a)", true),
        ])
    func membership(text: String, holds: Bool) throws {
        #expect(try value(text) == .boolean(holds))
    }
}
