import Law
import Testing

@Suite("Decision tables: one answer of the rows that apply")
struct DecidingTests {
    private let number = "{output: points, type: number, priority: '30, 20, 10'}"

    private func values(_ numbers: [Int]) -> Value { .list(numbers.map { .number(Number($0)) }) }

    @Test("Unique: the row that applies, and each side of its bound")
    func unique() throws {
        let table = try SmallTable.table(rows: [
            ["< 3", "-", "\"low\""], [">= 3", "\"light\"", "\"low\""], [">= 3", "\"grave\"", "\"high\""],
        ])
        #expect(table.decide(2, "grave")?.value == .text("low"))
        #expect(table.decide(3, "grave")?.value == .text("high"))
        #expect(table.decide(3, "grave")?.hits == [2])
    }

    @Test("First: the earlier of two rows that apply")
    func first() throws {
        let table = try SmallTable.table("F", rows: [["> 5", "-", "\"high\""], ["-", "-", "\"low\""]])
        #expect(table.decide(6, "light")?.value == .text("high"))
        #expect(table.decide(5, "light")?.value == .text("low"))
    }

    @Test("Any: rows that apply together say the same")
    func any() throws {
        let table = try SmallTable.table(
            "A",
            rows: [
                ["> 5", "-", "\"high\""], ["-", "\"grave\"", "\"high\""], ["<= 5", "\"light\"", "\"low\""],
            ])
        #expect(table.decide(6, "grave")?.value == .text("high"))
        #expect(table.decide(6, "grave")?.hits == [0, 1])
        #expect(table.decide(5, "light")?.value == .text("low"))
    }

    @Test("Priority: the value that stands first in the list, wherever its row stands")
    func priority() throws {
        let output = "{output: tier, type: code, values: [high, low]}"
        let table = try SmallTable.table(
            "P", output: output, rows: [["-", "-", "\"low\""], ["> 5", "-", "\"high\""]])
        #expect(table.decide(6, "light")?.value == .text("high"))
        #expect(table.decide(1, "light")?.value == .text("low"))
    }

    @Test(
        "All rows, as a list or put together",
        arguments: [
            ("C", [10, 30, 10]), ("R", [10, 30, 10]), ("O", [30, 10, 10]), ("C+", [50]), ("C<", [10]),
            ("C>", [30]),
            ("C#", [3]),
        ])
    func collected(hits: String, expected: [Int]) throws {
        let table = try SmallTable.table(
            hits, output: number, rows: [["-", "-", "10"], ["> 5", "-", "30"], ["-", "\"grave\"", "10"]])
        let answer = try #require(table.decide(6, "grave"))
        #expect(answer.value == (hits.count == 1 ? values(expected) : .number(Number(expected[0]))))
    }

    @Test("No row applies: null, the count 0, or what is said of that")
    func nothing() throws {
        let rows = [["> 5", "-", "10"]]
        #expect(try SmallTable.table("C", output: number, rows: rows).decide(1, "light")?.value == .null)
        #expect(
            try SmallTable.table("C#", output: number, rows: rows).decide(1, "light")?.value
                == .number(Number(0)))
        let said = "{output: points, type: number, otherwise: '7'}"
        #expect(
            try SmallTable.table("U", output: said, rows: rows).decide(1, "light")?.value
                == .number(Number(7)))
        #expect(try SmallTable.table("C", output: said, rows: rows).decide(1, "light")?.value == values([7]))
    }

    @Test("An input that it may not be is a fault, and no answer")
    func notAllowed() throws {
        let table = try SmallTable.table(rows: [["-", "-", "\"low\""]])
        let answer = try #require(table.decide(-1, "light"))
        #expect(answer.value == .null)
        #expect(answer.fault == .notAllowed(input: 0))
    }

    @Test("What is not recorded: DMN passes the row over, judging leaves the answer open unless all agree")
    func missing() throws {
        let table = try SmallTable.table(rows: [
            ["< 3", "-", "\"low\""], [">= 3", "\"light\"", "\"low\""], [">= 3", "\"grave\"", "\"high\""],
        ])
        #expect(table.decide(nil, "light")?.fault == .gap)
        #expect(table.decide(nil, "light", .asUnknown)?.value == .text("low"))
        #expect(table.decide(nil, "light", .asUnknown)?.open == [0, 1])
        #expect(table.decide(nil, "grave", .asUnknown)?.value == .null)
        #expect(table.decide(2, nil, .asUnknown)?.value == .text("low"))
        #expect(table.decide(3, nil, .asUnknown)?.value == .null)
    }

    @Test("Under First an open row later than a sure one does not matter, an earlier one does")
    func openFirst() throws {
        let table = try SmallTable.table(
            "F", rows: [["> 5", "-", "\"high\""], ["-", "\"grave\"", "\"high\""], ["-", "-", "\"low\""]])
        #expect(table.decide(6, nil, .asUnknown)?.value == .text("high"))
        #expect(table.decide(5, nil, .asUnknown)?.value == .null)
        #expect(table.decide(nil, "grave", .asUnknown)?.value == .text("high"))
    }

    @Test("Several outputs come as a context")
    func outputs() throws {
        let text = """
            tables:
              - id: two
                name: 两项
                hits: U
                inputs: [{input: n, type: integer}]
                outputs: [{output: least, type: number}, {output: most, type: number}]
                versions: [{rows: [{when: ['<= 1'], then: ['200', '500']}, {when: ['> 1'], then: ['500', '1000']}]}]
            """
        let table = try #require(try SmallTable.book(text).table("two"))
        let version = try #require(table.version(on: nil))
        let answer = table.decide([.number(Number(2))], in: version)
        #expect(answer.value == .context(["least": .number(Number(500)), "most": .number(Number(1000))]))
    }

    @Test("A day picks its version")
    func versions() throws {
        let text = """
            tables:
              - id: dated
                name: 有期间的表
                hits: U
                inputs: [{input: n, type: integer}]
                outputs: [{output: most, type: number}]
                versions:
                  - {from: 2013-01-01, until: 2025-12-31, basis: [{law: OLD, article: "43"}], rows: [{when: ['-'], then: ['500']}]}
                  - {from: 2026-01-01, basis: [{law: NEW, article: "51"}], rows: [{when: ['-'], then: ['1000']}]}
            """
        let table = try #require(try SmallTable.book(text).table("dated"))
        func most(_ on: String) -> Value? {
            table.version(on: day(on)).map { table.decide([.null], in: $0).value }
        }
        #expect(most("2025-12-31") == .number(Number(500)))
        #expect(most("2026-01-01") == .number(Number(1000)))
        #expect(most("2012-12-31") == nil)
    }
}
