import Law
import Pack
import PackFiles
import Registers
import Testing

@Suite("Private and sealed fields of a declaration")
struct HiddenDeclarationTests {
    static let text = """
        register: a
        name: 某台账
        about: 某。
        key: [number]
        happened: when
        fields:
          - {id: number, label: 编号, type: text, required: true}
          - {id: when, label: 何时, type: date}
          - {id: who, label: 何人, type: text, private: people}
          - {id: others, label: 其他人, type: text, list: true, private: people}
          - {id: words, label: 何言, type: text, private: words}
        """

    static func read(_ text: String) throws(PackError) -> RegisterDeclaration {
        try RegisterDeclaration(YAMLFile.parse(text, file: "a.yaml"))
    }

    @Test("Fields of one group are hidden together; the others stay open")
    func groups() throws {
        let register = try Self.read(Self.text)
        #expect(register.privateGroups.map(\.id) == ["people", "words"])
        #expect(register.privateGroups.map(\.positions) == [[2, 3], [4]])
        #expect(register.openFields.map(\.id) == ["number", "when"])
        #expect(register.openPosition(of: "who") == nil && register.position(of: "who") == 2)
        #expect(!register.hidesNothing && register.sealedGroup == nil)
    }

    @Test("A sealed register leaves in clear what it says, and seals the rest")
    func sealed() throws {
        let text =
            Self.text.replacing(/, private: [a-z]+/, with: "")
            + "\nsealed: {to: [discipline, inspection], clear: [number, when]}\nretention: permanent\n"
        let register = try Self.read(text)
        #expect(
            register.sealing == Sealing(offices: ["discipline", "inspection"], clear: ["number", "when"]))
        #expect(register.sealedGroup?.positions == [2, 3, 4] && register.retention == "permanent")
        #expect(register.openFields.map(\.id) == ["number", "when"])
    }

    @Test(
        "A fault names its line and why",
        arguments: [
            (
                "type: text, private: words", "type: date, private: words",
                "a.yaml:11:5：“words”无法采用：私密和密封字段只能是文字"
            ),
            ("private: words", "private: words, required: true", "a.yaml:11:5：“words”无法采用：私密和密封字段不能必填"),
            ("private: words", "private: sealed", "a.yaml:11:49：“sealed”无法采用：私密组的名称"),
            ("private: words", "private: 话", "a.yaml:11:49：“话”无法采用"),
            (
                "type: text, required: true", "type: text, private: people",
                "a.yaml:7:3：“number”无法采用：记录编号和发生时间"
            ),
        ])
    func faults(good: String, bad: String, message: String) throws {
        let error = #expect(throws: PackError.self) { try Self.read(Self.text.replacing(good, with: bad)) }
        #expect(error?.description.hasPrefix(message) == true, "\(error.map(\.description) ?? "")")
    }

    @Test(
        "So does a fault in what is sealed",
        arguments: [
            ("{to: [discipline], clear: [number, when]}", "写明两个以上不同的机关"),
            ("{to: [discipline, discipline], clear: [number, when]}", "写明两个以上不同的机关"),
            ("{to: [discipline, inspection], clear: [number]}", "“when”无法采用：记录编号和发生时间"),
            ("{to: [discipline, inspection], clear: [number, when, what]}", "引用的字段“what”不存在"),
            ("{to: [discipline, inspection]}", "缺少必填的键“clear”"),
            ("{to: [discipline, inspection], clear: [number, when], by: x}", "不认识的键“by”"),
        ])
    func sealedFaults(sealed: String, message: String) throws {
        let text = Self.text.replacing(/, private: [a-z]+/, with: "") + "\nsealed: \(sealed)\n"
        let error = #expect(throws: PackError.self) { try Self.read(text) }
        #expect(error?.description.contains(message) == true, "\(error.map(\.description) ?? "")")
        let both = Self.text + "\nsealed: {to: [discipline, inspection], clear: [number, when]}\n"
        #expect(throws: PackError.self) { try Self.read(both) }
    }

    @Test("What an export writes in the cells is understood as nothing said")
    func marks() {
        for mark in [HiddenMark.sealed, HiddenMark.notShown, HiddenMark.missing, HiddenMark.erased(seq: 12)] {
            #expect(HiddenMark.value(.text(mark)).isNull)
            #expect(HiddenMark.value(.list([.text(mark)])).isNull)
        }
        #expect(HiddenMark.value(.text("密封袋")) == .text("密封袋"))
        #expect(HiddenMark.value(.list([.text("甲"), .text("密封")])) == .list([.text("甲")]))
    }
}
