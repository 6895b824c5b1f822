import Pack
import PackFiles
import Testing

@Suite("Strict reading of a mapping")
struct PackMappingTests {
    private static func mapping(_ text: String) throws -> PackMapping {
        try PackMapping(try YAMLFile.parse(text, file: "a.yaml"))
    }

    /// What reading `text` is told.
    private static func refusal(_ text: String, _ read: (inout PackMapping) throws -> Void) -> String? {
        do {
            var mapping = try mapping(text)
            try read(&mapping)
            try mapping.finish()
            return nil
        } catch {
            return "\(error)"
        }
    }

    @Test("keys that are asked for are read, in whatever order they stand")
    func reads() throws {
        var mapping = try Self.mapping("b: 2\na: 一\n")
        #expect(try mapping.required("a").text == "一")
        #expect(try mapping.optional("b")?.integer == 2)
        #expect(mapping.optional("c") == nil)
        try mapping.finish()
    }

    @Test("a key that nobody asks for is refused where it stands, with the keys that were")
    func unknownKey() {
        let told = Self.refusal("a: 1\nbb: 2\n") { mapping in
            _ = try mapping.required("a")
            _ = mapping.optional("b")
        }
        #expect(told == "a.yaml:2:1：不认识的键“bb”；可用的键：a、b")
    }

    @Test("a key left out, or with nothing after its colon, is refused")
    func missingKey() {
        #expect(Self.refusal("b: 1\n") { _ = try $0.required("a") } == "a.yaml:1:1：缺少必填的键“a”")
        #expect(Self.refusal("b: 1\na:\n") { _ = try $0.required("a") } == "a.yaml:2:1：此处应为“a”的值，却是空")
    }

    @Test("a key left out because it was misspelt is told as the misspelling, where it stands")
    func misspeltKey() {
        #expect(
            Self.refusal("name: 一\nseverty: 1\n") { _ = try $0.required("severity") }
                == "a.yaml:2:1：不认识的键“severty”；可用的键：severity")
        #expect(
            Self.refusal("name: 一\nnote: 1\n") { _ = try $0.required("severity") }
                == "a.yaml:1:1：缺少必填的键“severity”")
    }

    @Test("what is no mapping is refused")
    func notAMapping() {
        #expect(Self.refusal("- 1\n") { _ in } == "a.yaml:1:1：此处应为若干“键: 值”，却是列表")
        #expect(Self.refusal("甲\n") { _ in } == "a.yaml:1:1：此处应为若干“键: 值”，却是“甲”")
    }

    private enum Word: String, CaseIterable { case fine, warning }

    @Test("a value of the wrong kind is refused, saying what should stand there")
    func wrongKinds() {
        func told(_ text: String, _ read: (PackNode) throws -> Void) -> String? {
            Self.refusal("a: \(text)\n") { try read(try $0.required("a")) }
        }
        #expect(told("[1]") { _ = try $0.text } == "a.yaml:1:4：此处应为文字，却是列表")
        #expect(told("{b: 1}") { _ = try $0.text } == "a.yaml:1:4：此处应为文字，却是若干“键: 值”")
        #expect(told("三") { _ = try $0.integer } == "a.yaml:1:4：此处应为整数，却是“三”")
        #expect(told("0") { _ = try $0.integer(in: 1...99) } == "a.yaml:1:4：此处应为1 至 99 的整数，却是“0”")
        #expect(told("yes") { _ = try $0.boolean } == "a.yaml:1:4：“yes”不在允许的取值之内；可用：true、false")
        #expect(told("1") { _ = try $0.elements } == "a.yaml:1:4：此处应为列表，却是“1”")
        #expect(told("[]") { _ = try $0.elements(atLeastOne: "条依据") } == "a.yaml:1:4：此处应为至少一条依据，却是空列表")
        #expect(told("[[1]]") { _ = try $0.texts } == "a.yaml:1:5：此处应为文字，却是列表")
        #expect(
            told("fines") { _ = try $0.word(of: Word.self) } == "a.yaml:1:4：“fines”不在允许的取值之内；可用：fine、warning")
    }

    @Test("values of the right kind are read")
    func rightKinds() throws {
        var mapping = try Self.mapping("n: -3\nm: 99\nt: true\nf: false\nlist: [1, 二]\none: 一\nword: fine\n")
        #expect(try mapping.required("n").integer == -3)
        #expect(try mapping.required("m").integer(in: 1...99) == 99)
        #expect(try mapping.required("t").boolean)
        #expect(try !mapping.required("f").boolean)
        #expect(try mapping.required("list").texts == ["1", "二"])
        #expect(try mapping.required("one").texts == ["一"])
        #expect(try mapping.required("word").word(of: Word.self) == .fine)
    }
}
