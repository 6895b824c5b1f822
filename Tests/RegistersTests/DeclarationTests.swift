import Pack
import PackFiles
import Registers
import Testing

@Suite("Register declarations")
struct DeclarationTests {
    @Test("every register of the bureau's pack loads, and each blank of the report has its register")
    func pack() throws {
        let set = try PackRegisters.load()
        for id in [
            "study-session", "rotation-class", "outreach-event", "appointment", "lecture", "unit",
            "legal-officer",
            "internal-rule", "inbound-transfer", "joint-meeting", "normative-document", "major-decision",
            "recording",
        ] {
            #expect(set[id] != nil, "\(id)")
        }
        let kinds = try #require(set["study-session"]?.field("kinds"))
        guard case .code(let codes) = kinds.type else { throw Missing() }
        #expect(codes.contains { $0.label == "集中研讨" } && kinds.isList && kinds.isRequired)
        #expect(set["event"]?.position(of: "at") == 3)
    }

    @Test("no register holds a name, a number or an address of a member of the public")
    func leastData() throws {
        let forbidden = ["姓名", "身份证", "住址", "电话", "手机", "人脸", "户籍"]
        for register in try PackRegisters.load().registers {
            for field in register.fields {
                #expect(!forbidden.contains { field.label.contains($0) }, "\(register.id).\(field.id)")
            }
        }
    }

    @Test(
        "a fault names its line",
        arguments: [
            ("key: [when]", "key: [whem]", "r.yaml:4:6：引用的字段“whem”不存在"),
            ("happened: when", "happened: what", "r.yaml:5:11：“what”无法采用"),
            ("register: r\n", "register: s\n", "r.yaml:8:54：引用的台账“s”不存在"),
            ("id: what", "id: when", "r.yaml:10:10：字段“when”已在别处定义"),
            ("id: what", "id: knownAt", "r.yaml:7:10：“knownAt”无法采用"),
            ("label: 何事", "label: 何 时", "r.yaml:10:23：列名“何时”已在别处定义"),
            ("type: text", "type: txt", "r.yaml:7:33：“txt”不在允许的取值之内"),
            ("about: 某", "abuot: 某", "r.yaml:3:1：不认识的键“abuot”；可用的键：about"),
            ("about: 某\n", "", "r.yaml:1:1：缺少必填的键“about”"),
            ("type: text}", "type: text, colour: red}", "r.yaml:7:39：不认识的键“colour”"),
        ])
    func faults(good: String, bad: String, message: String) throws {
        let text = """
            register: a
            name: 甲
            about: 某
            key: [when]
            happened: when
            fields:
              - {id: what, label: 何事, type: text}
              - {id: other, label: 另, type: reference, register: r
            }
              - {id: when, label: 何时, type: date}

            """
        let other = text.replacing("register: a", with: "register: r").replacing(
            "register: r\n}", with: "register: a}")
        #expect(text.contains(good))
        #expect(throws: Never.self) { try Self.set(text, other) }
        let error = #expect(throws: PackError.self) { try Self.set(text.replacing(good, with: bad), other) }
        #expect(error?.description.hasPrefix(message) == true, "\(String(describing: error))")
    }

    private static func set(_ text: String, _ other: String) throws -> RegisterSet {
        try RegisterSet([
            YAMLFile.parse(text, file: "r.yaml"), YAMLFile.parse(other, file: "other.yaml"),
        ])
    }

    struct Missing: Error {}
}
