import Pack
import PackFiles
import Registers
import Reporting
import Testing

@Suite("Strict reading of indicators and claims")
struct PackTests {
    private static let head = "indicators:\n  - id: X1\n    name: 示例\n    unit: 次\n    definition: 示例。\n"

    @Test(
        "an indicator with a fault is refused at its place",
        arguments: [
            ("    of: no-such\n    count: records", "x.yaml:6:9：引用的台账“no-such”不存在"),
            ("    of: lecture\n    count: some", "x.yaml:7:12：“some”不在允许的取值之内；可用：records、distinct 字段、sum 字段"),
            ("    of: lecture\n    count: distinct colour", "x.yaml:7:12：引用的字段“colour”不存在"),
            (
                "    of: lecture\n    where: 'colour = 1'\n    count: records",
                "x.yaml:7:12：“colour = 1”无法采用：第1个字处，没有名为“colour”的字段或事实"
            ),
            (
                "    of: lecture\n    where: 'appointment.kind = \"dean\"'\n    count: records",
                "x.yaml:7:12：“appointment.kind = \"dean\"”无法采用："
            ),
            ("    of: lecture\n    period: yearly\n    count: records", "x.yaml:7:13：“yearly”不在允许的取值之内"),
            ("    of: appointment\n    period: in-force\n    count: records", "x.yaml:2:5：缺少必填的键“from”"),
            (
                "    of: lecture\n    window: 12-07..12-01\n    count: records",
                "x.yaml:7:13：“12-07..12-01”无法采用"
            ),
            ("    of: lecture\n    count: records\n    colour: red", "x.yaml:8:5：不认识的键“colour”"),
        ])
    func indicator(yaml: String, message: String) throws {
        let root = try YAMLFile.parse(Self.head + yaml, file: "x.yaml")
        let error = #expect(throws: PackError.self) {
            try Indicator.list(root, declarations: Bureau.declarations)
        }
        let description = try #require(error).description
        #expect(description.hasPrefix(message), "\(description)")
    }

    @Test("an id that occurs twice is refused")
    func twice() throws {
        let one = "  - {id: X1, name: 示例, unit: 次, definition: 示例, of: lecture, count: records}\n"
        let root = try YAMLFile.parse("indicators:\n" + one + one, file: "x.yaml")
        let error = #expect(throws: PackError.self) {
            try Indicator.list(root, declarations: Bureau.declarations)
        }
        #expect(error?.fault == .duplicate(kind: "指标", id: "X1"))
    }

    @Test(
        "a claim with a fault is refused",
        arguments: [
            ("form: most", "“most”不在允许的取值之内；可用：every、coverage、numbering、reconcile、none"),
            ("form: every\n    of: case", "缺少必填的键“that”"),
            ("form: every\n    of: case\n    that: 'number'", "“number”无法采用"),
            (
                "form: every\n    of: case\n    that: 'complex = true'\n    label: number\n    counted: 件\n"
                    + "    sentences: {holds: 全, narrow: '{most}', empty: 无}", "“most”不在允许的取值之内；可用：period"
            ),
            (
                "form: every\n    of: case\n    that: 'complex = true'\n    label: number\n    counted: 件\n"
                    + "    sentences: {holds: 全。, narrow: 部分, empty: 无}", "“全。”无法采用：句末的“。”由程序补上"
            ),
        ])
    func claim(yaml: String, message: String) throws {
        let root = try YAMLFile.parse(
            "claims:\n  - id: x\n    name: 示例\n    definition: 示例\n    \(yaml)\n", file: "x.yaml")
        let error = #expect(throws: PackError.self) {
            try Claim.list(root, declarations: Bureau.declarations)
        }
        let description = try #require(error).description
        #expect(description.contains(message), "\(description)")
    }
}
