import Law
import Pack
import Testing

@Suite("Decision tables: what is refused before use, and in which words")
struct TableCheckingTests {
    private func fault(_ text: String) -> String {
        do {
            _ = try SmallTable.book(text)
            return "accepted"
        } catch { return "\(error)" }
    }

    @Test("Two rows that apply together where one may")
    func overlap() {
        let rows = [["<= 3", "-", "\"low\""], [">= 3", "-", "\"high\""]]
        #expect(
            fault(SmallTable.text(rows: rows))
                == "tables.yaml:12:17：“trial”无法采用：第1行与第2行在 次数＝3，后果＝light 时同时适用；唯一（U）的表只许一行适用")
        #expect(fault(SmallTable.text("A", rows: rows)).contains("任一（A）的表同时适用的行结果应相同"))
        #expect(fault(SmallTable.text("F", rows: rows)) == "accepted")
    }

    @Test("Inputs for which no row says anything")
    func gap() {
        let rows = [["< 3", "-", "\"low\""], ["> 3", "-", "\"high\""]]
        #expect(fault(SmallTable.text(rows: rows)).contains("表有空档：次数＝3，后果＝light 时没有一行适用"))
        #expect(fault(SmallTable.text("C", rows: rows)) == "accepted")
        let said = "{output: tier, type: code, values: [low, high], otherwise: 'null'}"
        #expect(fault(SmallTable.text(output: said, rows: rows)) == "accepted")
    }

    @Test("Between two neighbouring whole numbers there is nothing, between two others there is")
    func wholeNumbers() {
        let rows = [["<= 3", "-", "\"low\""], [">= 4", "-", "\"high\""]]
        #expect(fault(SmallTable.text(rows: rows)) == "accepted")
        let n = "{input: n, label: 数额, type: number}"
        #expect(fault(SmallTable.text(n: n, rows: rows)).contains("表有空档：数额＝3.5"))
    }

    @Test("The bounds of the input close the table")
    func allowed() {
        let rows = [["[0..3]", "-", "\"low\""], ["(3..10]", "-", "\"high\""]]
        #expect(fault(SmallTable.text(rows: rows)).contains("次数＝11"))
        let n = "{input: n, label: 次数, type: integer, allowed: '[0..10]'}"
        #expect(fault(SmallTable.text(n: n, rows: rows)) == "accepted")
    }

    @Test(
        "A cell that does not fit its column",
        arguments: [
            (["\"3\"", "-", "\"low\""], "数字与文字"), (["-", "\"heavy\"", "\"low\""], "heavy"),
            (["-", "-", "\"middle\""], "“middle”不在允许的取值之内；可用：low、high"), (["-", "-", "3"], "此处应为代码，却是数字"),
            (["< most", "-", "\"low\""], "格子里只写常数"), (["-", "-", "low"], "格子里只写常数"),
            (["-", "\"low\""], "此处应为2 格条件，却是1 格"),
        ])
    func cells(row: [String], word: String) {
        #expect(fault(SmallTable.text("C", rows: [row])).contains(word))
    }

    @Test("A policy that ranks needs an order, and the policy is one of DMN's")
    func policies() {
        let output = "{output: points, type: number}"
        #expect(
            fault(SmallTable.text("P", output: output, rows: [["-", "-", "1"]])).contains(
                "请写 values 或 priority"))
        #expect(
            fault(SmallTable.text("X", rows: [["-", "-", "1"]])).contains("可用：U、A、P、F、R、O、C、C+、C<、C>、C#"))
    }

    @Test("Every table that is accepted has one answer for each of its inputs", arguments: 0..<60)
    func laws(seed: Int) throws {
        var random = SplitMix64(seed: seed)
        let cells = ["-", "< 3", ">= 3", "3", "[1..4]", "(4..9]", "not(3)", "1, 5", "> 9"]
        let kinds = ["-", "\"light\"", "\"grave\"", "not(\"light\")"]
        let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
            [
                cells.randomElement(using: &random) ?? "-", kinds.randomElement(using: &random) ?? "-",
                "\"low\"",
            ]
        }
        let text = SmallTable.text(rows: rows)
        let answers: [Int] = try {
            let loose = try #require(try SmallTable.book(SmallTable.text("C", rows: rows)).table("trial"))
            return (0...12).flatMap { n in
                ["light", "grave"].map { loose.decide(n, $0)?.hits.count ?? -1 }
            }
        }()
        #expect((fault(text) == "accepted") == answers.allSatisfy { $0 == 1 }, "\(rows)")
    }
}
