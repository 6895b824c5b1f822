import Pack
import PackFiles
import Testing

@Suite("YAML as packs use it")
struct YAMLFileTests {
    private static func refusal(_ text: String) -> String? {
        do throws(PackError) {
            _ = try YAMLFile.parse(text, file: "a.yaml")
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test(
        "every scalar stays the text it is",
        arguments: ["2026-01-01", "on", "no", "0118", "1.50", "null", "~", "1_000"])
    func scalarsAreText(text: String) throws {
        #expect(try YAMLFile.parse("[\(text)]", file: "a.yaml").texts == [text])
    }

    @Test("places count lines and columns from one, a Chinese character as one column")
    func places() throws {
        let root = try YAMLFile.parse("# 说明\n甲乙: {丙: [一, 二]}\n", file: "a.yaml")
        guard case .mapping(let members) = root.content, case .mapping(let inner) = members[0].value.content
        else {
            Issue.record("no mapping")
            return
        }
        #expect("\(members[0].keyPlace)" == "a.yaml:2:1")
        #expect("\(inner[0].keyPlace)" == "a.yaml:2:6")
        #expect(try inner[0].value.elements.map { "\($0.place)" } == ["a.yaml:2:10", "a.yaml:2:13"])
    }

    @Test("a byte order mark and Windows line ends do not shift the places")
    func windows() throws {
        let root = try YAMLFile.parse("\u{FEFF}a: 1\r\nb: 2\r\n", file: "a.yaml")
        guard case .mapping(let members) = root.content else {
            Issue.record("no mapping")
            return
        }
        #expect(members.map { "\($0.key) \($0.keyPlace)" } == ["a a.yaml:1:1", "b a.yaml:2:1"])
        #expect(Self.refusal("\u{FEFF}a: &x 1\r\nb: 2\r\n")?.hasPrefix("a.yaml:1:4：") == true)
    }

    private static let anchors = "无法采用：规则包不用锚点和别名（& 与 *）；请把内容在每一处原样写出"
    private static let tags = "无法采用：规则包不用标签（!）；值照字面读取"

    @Test(
        "anchors, aliases and tags are refused where they stand",
        arguments: [
            ("a: &x 1\nb: *x\n", "a.yaml:1:4：“&x”\(anchors)"),
            ("a: 1\nb: &list\n  - 1\n", "a.yaml:2:4：“&list”\(anchors)"),
            ("- &x {a: 1}\n- *x\n", "a.yaml:1:3：“&x”\(anchors)"),
            ("&k a: 1\n", "a.yaml:1:1：“&k”\(anchors)"),
            ("a: [1, &x , 2]\n", "a.yaml:1:8：“&x”\(anchors)"),
            ("a: !!str 1\n", "a.yaml:1:4：“!!str”\(tags)"),
            ("a: !mine {b: 1}\n", "a.yaml:1:4：“!mine”\(tags)"),
            ("a:\n  - !!int \"1\"\n", "a.yaml:2:5：“!!int”\(tags)"),
            ("!!map {a: 1}\n", "a.yaml:1:1：“!!map”\(tags)"),
            ("a: *x\n", "a.yaml:1:4：不是合法的 YAML：规则包不用锚点和别名（& 与 *）"),
        ])
    func properties(text: String, told: String) {
        #expect(Self.refusal(text) == told)
    }

    @Test("the signs of anchors, aliases and tags may stand inside text")
    func signsInText() throws {
        let root = try YAMLFile.parse("['&x', \"*x\", '!x', a & b, 1*2]\n", file: "a.yaml")
        #expect(try root.texts == ["&x", "*x", "!x", "a & b", "1*2"])
        let block = try YAMLFile.parse("a: >-\n  &x\n  *y\n", file: "a.yaml")
        var mapping = try PackMapping(block)
        #expect(try mapping.required("a").text == "&x *y")
    }

    @Test(
        "a key written twice is refused",
        arguments: [
            ("a: 1\nb: 2\na: 3\n", "a.yaml:1:1：键“a”重复出现"),
            ("x:\n  - {b: 1, b: 1}\n", "a.yaml:2:6：键“b”重复出现"),
            ("1: a\n\"1\": b\n", "a.yaml:1:1：键“1”重复出现"),
        ])
    func duplicateKeys(text: String, told: String) {
        #expect(Self.refusal(text) == told)
    }

    @Test(
        "what is no YAML is refused at its place, in Chinese",
        arguments: [
            ("a: \"甲\n", "a.yaml:2:1：不是合法的 YAML：引号没有闭合"),
            ("a:\n\tb: 1\n", "a.yaml:2:1：不是合法的 YAML：这里的字符不能开头（缩进请用空格，不用制表符）"),
            ("a: b: c\n", "a.yaml:1:5：不是合法的 YAML：这里不能再有冒号；值里有“: ”时请加引号"),
            ("a: [1, 2\nb: 3\n", "a.yaml:2:2：不是合法的 YAML：方括号没有闭合，或两项之间缺少半角逗号"),
            ("a: {b: 1\n", "a.yaml:2:1：不是合法的 YAML：花括号没有闭合，或两项之间缺少半角逗号"),
            ("a: 1\n b: 2\n", "a.yaml:2:3：不是合法的 YAML：这里不能再有冒号；值里有“: ”时请加引号"),
            ("a: - 1\n", "a.yaml:1:4：不是合法的 YAML：列表（-）不能从这里开始；请另起一行"),
            ("a: 1\n---\nb: 2\n", "a.yaml:2:1：不是合法的 YAML：一个文件只能有一份内容，不能用 --- 再分"),
            ("", "a.yaml:1:1：此处应为若干“键: 值”，却是空文件"),
            ("# 只有说明\n", "a.yaml:1:1：此处应为若干“键: 值”，却是空文件"),
        ])
    func notYAML(text: String, told: String) {
        #expect(Self.refusal(text) == told)
    }

    @Test("a mapping that is a key, and nesting without end, are refused rather than read")
    func hostile() {
        #expect(Self.refusal("? {a: 1}\n: 2\n") == "a.yaml:1:3：此处应为文字，却是若干“键: 值”")
        let deep = String(repeating: "[", count: 200_000)
        #expect(Self.refusal(deep)?.contains("层数太深") == true)
    }
}
