import Foundation
import Testing

@testable import Service

@Suite("dmn test: a model held against test files of the TCK's form")
struct DMNTestRunTests {
    private typealias M = SmallModel

    private func run(_ body: String, _ cases: String) throws -> DMNTestRun {
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-dmn-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (model, tests) = (folder.appending(path: "m.dmn"), folder.appending(path: "m-test-01.xml"))
        try Data(M.xml(body)).write(to: model)
        try Data(
            """
            <testCases xmlns="http://www.omg.org/spec/DMN/20160719/testcase" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
            <modelName>m.dmn</modelName>\(cases)</testCases>
            """.utf8
        ).write(to: tests)
        return try DMNTestRun(model: model.path, tests: [tests.path])
    }

    private func result(_ name: String, _ expected: String) -> String {
        "<resultNode name=\"\(name)\" type=\"decision\"><expected>\(expected)</expected></resultNode>"
    }

    private let logic =
        SmallModel.input("i1", "A", "boolean") + SmallModel.input("i2", "B", "boolean")
        + SmallModel.decision("d1", "且", type: "boolean", needs: ["i1", "i2"], SmallModel.literal("A and B"))
        + SmallModel.decision("d2", "或", type: "boolean", needs: ["i1", "i2"], SmallModel.literal("A or B"))
        + SmallModel.decision("d3", "非", type: "boolean", needs: ["i1"], SmallModel.literal("not(A)"))

    @Test("Three values, null written with xsi:nil")
    func ternary() throws {
        let found = try run(
            logic,
            """
            <testCase id="001"><inputNode name="A"><value xsi:nil="true"/></inputNode><inputNode name="B"><value>false</value></inputNode>
            \(result("且", "<value>false</value>"))\(result("或", "<value xsi:nil=\"true\"/>"))\(result("非", "<value xsi:nil=\"true\"/>"))</testCase>
            """)
        #expect(found.results.map(\.passed) == [true, true, true])
    }

    @Test("What differs is told: expected, found, and why it is null")
    func differs() throws {
        let body = M.decision("d1", "a", M.literal("1 / 3")) + M.decision("d2", "b", M.literal("max(1, 2)"))
        let found = try run(
            body,
            """
            <testCase id="7">\(result("a", "<value xsi:type=\"xsd:decimal\">0.33333333</value>"))\(result("a", "<value>0.3333</value>"))
            \(result("a", "<value xsi:type=\"xsd:string\">0.33333333</value>"))\(result("b", "<value>2</value>"))\(result("c", "<value/>"))</testCase>
            """)
        #expect(found.results.map(\.passed) == [true, false, false, false, false])
        #expect(found.failed == 4)
        #expect(
            found.lines[1] == "不符\tm-test-01.xml 7\ta\n\t应为 0.3333，实为 0.3333333333333333333333333333333333")
        #expect(found.lines[3].contains("没有函数“max”"))
        #expect(found.lines[4].contains("模型里没有这个决策"))
        #expect(found.lines.last == "试验：通过 1，不符 4")
    }

    @Test("Lists in order, structures by name, older files that say computed")
    func shapes() throws {
        let outputs = "<output name=\"甲\"/><output name=\"乙\"/>"
        let table = M.table(
            "hitPolicy=\"RULE ORDER\"", inputs: ["n"], outputs: outputs,
            rows: [["> 1", "1", "\"x\""], ["> 2", "2", "\"y\""]])
        let body = M.input("i1", "n") + M.decision("d1", "t", needs: ["i1"], table)
        func item(_ a: String, _ b: String) -> String {
            "<item><component name=\"乙\"><value>\(b)</value></component><component name=\"甲\"><value>\(a)</value></component></item>"
        }
        func test(_ list: String, _ tag: String = "expected") -> String {
            "<testCase><inputNode name=\"n\"><value>3</value></inputNode><resultNode name=\"t\"><\(tag)><list>\(list)</list></\(tag)></resultNode></testCase>"
        }
        let found = try run(
            body,
            test(item("1", "x") + item("2", "y")) + test(item("2", "y") + item("1", "x"))
                + test(item("1", "x"))
                + test(item("1", "x") + item("2", "y"), "computed"))
        #expect(found.results.map(\.passed) == [true, false, false, true])
    }

    @Test("A file that is not there, or is no test file")
    func files() {
        #expect(throws: ServiceError.self) { try DMNTestRun(model: "/no/such.dmn", tests: []) }
    }
}
