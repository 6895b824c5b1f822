import Law
import Pack
import Testing

@testable import Service

@Suite("A DMN model decides what its file says")
struct ModelTests {
    private typealias M = SmallModel

    @Test("Names with blanks, one blank written as several, and names beginning like others")
    func names() throws {
        let body =
            M.input("i1", "当事人 姓名", "string") + M.input("i2", "当事人", "string")
            + M.decision(
                "d1", "问候", type: "string", needs: ["i1", "i2"], M.literal(#""您好 " + 当事人   姓名 + 当事人"#))
        let found = try M.decide("问候", body, ["当事人 姓名": .text("甲"), "当事人": .text("乙")])
        #expect(found.value == .text("您好 甲乙"))
    }

    @Test(
        "A structure's parts, knowledge called in a text and in a box, and a power with a negative exponent")
    func knowledge() throws {
        let item = """
            <itemDefinition name="tLoan"><itemComponent name="amount"><typeRef>number</typeRef></itemComponent>
            <itemComponent name="yearly rate"><typeRef>feel:number</typeRef></itemComponent>
            <itemComponent name="term"><typeRef>number</typeRef></itemComponent></itemDefinition>
            """
        let knowledge = """
            <businessKnowledgeModel id="b1" name="PMT"><variable name="PMT"/><encapsulatedLogic>
            <formalParameter name="p"/><formalParameter name="r"/><formalParameter name="n"/>
            \(M.literal("(p*r/12)/(1-(1+r/12)**-n)"))</encapsulatedLogic></businessKnowledgeModel>
            """
        func binding(_ name: String, _ text: String) -> String {
            #"<binding><parameter name="\#(name)"/>\#(M.literal(text))</binding>"#
        }
        let box =
            "<invocation>\(M.literal("PMT"))" + binding("p", "loan.amount") + binding("n", "loan.term")
            + binding("r", "loan.yearly rate") + "</invocation>"
        let body =
            item + knowledge + M.input("i1", "loan", "tns:tLoan")
            + M.decision(
                "d1", "written", type: "number", needs: ["i1"], knows: ["b1"],
                M.literal("PMT(loan.amount, loan.yearly rate, loan.term) + 100"))
            + M.decision("d2", "boxed", type: "number", needs: ["i1"], knows: ["b1"], box)
        let loan: Value = .context([
            "amount": M.number("600000"), "yearly rate": M.number("0.0375"), "term": M.number("360"),
        ])
        #expect(
            try M.decide("written", body, ["loan": loan]).value
                == M.number("2878.693549432766768088520383236299"))
        #expect(
            try M.decide("boxed", body, ["loan": loan]).value
                == M.number("2778.693549432766768088520383236299"))
    }

    @Test("Decisions require each other; a context's entries see those before them")
    func chain() throws {
        let context = """
            <context><contextEntry><variable name="half"/>\(M.literal("n / 2"))</contextEntry>
            <contextEntry>\(M.literal("half + 1"))</contextEntry></context>
            """
        let body =
            M.input("i1", "n") + M.decision("d1", "一半多一", type: "number", needs: ["i1"], context)
            + M.decision("d2", "大", type: "boolean", needs: ["d1"], M.literal("一半多一 > 3"))
        #expect(try M.decide("一半多一", body, ["n": M.number("5")]).value == M.number("3.5"))
        #expect(try M.decide("大", body, ["n": M.number("5")]).value == .boolean(true))
        #expect(try M.decide("大", body, ["n": M.number("4")]).value == .boolean(false))
        #expect(try M.decide("大", body).value == .null)
    }

    @Test("What is not of its type is null: a number where a text is wanted, a value that is not allowed")
    func types() throws {
        let item = """
            <itemDefinition name="tKind"><typeRef>string</typeRef><allowedValues><text>"a","b"</text></allowedValues></itemDefinition>
            <itemDefinition name="tKinds" isCollection="true"><typeRef>tKind</typeRef></itemDefinition>
            """
        let body =
            item + M.input("i1", "k", "tKind") + M.decision("d1", "same", needs: ["i1"], M.literal("k"))
            + M.decision("d2", "wrong", type: "string", M.literal("1 + 1"))
            + M.decision("d3", "one", type: "tKinds", needs: ["i1"], M.literal("k"))
            + M.decision("d4", "out", type: "number", M.literal("[7]"))
        #expect(try M.decide("same", body, ["k": .text("a")]).value == .text("a"))
        #expect(try M.decide("same", body, ["k": .text("c")]).value == .null)
        #expect(try M.decide("wrong", body).fault == "结果“2”不合所声明的类型")
        #expect(try M.decide("one", body, ["k": .text("b")]).value == .list([.text("b")]))
        #expect(try M.decide("out", body).value == M.number("7"))
    }

    @Test(
        "Hit policies as DMN spells them",
        arguments: [
            ("hitPolicy=\"FIRST\"", "[\"a\"]"), ("hitPolicy=\"PRIORITY\"", "[\"b\"]"),
            ("hitPolicy=\"RULE ORDER\"", "[\"a\", \"b\", \"a\"]"),
            ("hitPolicy=\"OUTPUT ORDER\"", "[\"b\", \"a\", \"a\"]"),
            ("hitPolicy=\"COLLECT\"", "[\"a\", \"b\", \"a\"]"),
            ("hitPolicy=\"COLLECT\" aggregation=\"COUNT\"", "[3]"),
            ("", "null"), ("hitPolicy=\"ANY\"", "null"),
        ])
    func policies(attributes: String, expected: String) throws {
        let outputs = "<output><outputValues><text>\"b\", \"a\"</text></outputValues></output>"
        let table = M.table(
            attributes, inputs: ["n"], outputs: outputs,
            rows: [["> 1", "\"a\""], ["> 2", "\"b\""], ["-", "\"a\""]])
        let body = M.input("i1", "n") + M.decision("d1", "t", needs: ["i1"], table)
        let value = try M.decide("t", body, ["n": M.number("3")]).value
        let wanted = try Expression.parse(expected).evaluate { _ in .null }
        guard case .list(let elements) = wanted, elements.count == 1 else {
            #expect(value == wanted)
            return
        }
        #expect(value == elements[0])
    }

    @Test("Several outputs, one with a sign in its name; priorities from the item definition; a default")
    func outputs() throws {
        let item = """
            <itemDefinition name="tStatus"><itemComponent name="准/否"><typeRef>string</typeRef>
            <allowedValues><text>"准","否"</text></allowedValues></itemComponent>
            <itemComponent name="档"><typeRef>number</typeRef></itemComponent></itemDefinition>
            """
        let outputs = """
            <output name="准/否" typeRef="string"><defaultOutputEntry><text>"否"</text></defaultOutputEntry></output>
            <output name="档" typeRef="number"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
            """
        let table = M.table(
            "hitPolicy=\"PRIORITY\"", inputs: ["n"], outputs: outputs,
            rows: [["> 5", "\"否\"", "1"], ["> 9", "\"准\"", "2"]])
        let body =
            item + M.input("i1", "n") + M.decision("d1", "t", type: "tStatus", needs: ["i1"], table)
            + M.decision("d2", "u", needs: ["d1"], M.literal("t.准/否"))
        func decide(_ n: String) throws -> Value { try M.decide("t", body, ["n": M.number(n)]).value }
        #expect(try decide("10") == .context(["准/否": .text("准"), "档": M.number("2")]))
        #expect(try decide("6") == .context(["准/否": .text("否"), "档": M.number("1")]))
        #expect(try decide("5") == .context(["准/否": .text("否"), "档": M.number("0")]))
        #expect(try M.decide("u", body, ["n": M.number("10")]).value == .text("准"))
    }

    @Test("An empty cell asks nothing; no rule that applies gives null, and says so")
    func empty() throws {
        let table = M.table(
            "", inputs: ["n", "k"], outputs: "<output/>", rows: [["> 1", "", "1"], ["<= 0", "-", "2"]])
        let body =
            M.input("i1", "n") + M.input("i2", "k", "string")
            + M.decision("d1", "t", needs: ["i1", "i2"], table)
        #expect(try M.decide("t", body, ["n": M.number("2")]).value == M.number("1"))
        #expect(try M.decide("t", body, ["n": M.number("1")]).fault == "没有一行适用")
    }

    @Test("Logic beyond this program stops that decision alone, and its place is told")
    func beyond() throws {
        let body =
            M.decision("d1", "far", M.literal("sum([1, 2])")) + M.decision("d2", "near", M.literal("1 + 2"))
        #expect(try M.decide("near", body).value == M.number("3"))
        let far = try M.decide("far", body)
        #expect(far.value == .null)
        #expect(far.fault?.hasPrefix("m.dmn:3:") == true && far.fault?.contains("没有函数“sum”") == true)
    }

    @Test("Decisions that require each other in a circle end")
    func circle() throws {
        let body =
            M.decision("d1", "a", needs: ["d2"], M.literal("b + 1"))
            + M.decision("d2", "b", needs: ["d1"], M.literal("a + 1"))
        #expect(try M.decide("a", body).value == .null)
    }
}
