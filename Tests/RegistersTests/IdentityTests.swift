import Law
import Registers
import Testing

@Suite("A record's id from its key")
struct IdentityTests {
    private let register = RegisterDeclaration(
        id: "r", name: "某台账", about: "", key: ["on", "place", "ordinal"], happened: "on",
        fields: [
            FieldDeclaration(id: "on", label: "日期", type: .date),
            FieldDeclaration(id: "place", label: "地点", type: .text),
            FieldDeclaration(id: "ordinal", label: "场次", type: .integer),
        ])
    private let day = Value.day(Day(number: 20_457))

    private func id(_ place: Value, _ ordinal: Value = .null) -> String? {
        RecordIdentity.id(of: [day, place, ordinal], in: register)
    }

    @Test("it is readable, and two spellings of one key meet")
    func readable() {
        #expect(id(.text("人民广场")) == "2026-01-04/人民广场")
        #expect(id(.text("人民 广场"), .number(Number(2))) == "2026-01-04/人民广场/2")
        #expect(id(.text("Ａ座１\u{3000}层")) == id(.text("A座1层")))
        #expect(id(.null, .number(Number(2))) == "2026-01-04/-/2", "a gap is not an end")
        #expect(RecordIdentity.id(of: [.null, .null, .null], in: register) == nil)
    }

    @Test("what is long or would part a list is shortened, and stays different from its neighbours")
    func shortened() throws {
        let long = try #require(id(.text(String(repeating: "长", count: 80) + "甲")))
        let other = try #require(id(.text(String(repeating: "长", count: 80) + "乙")))
        #expect(long.count == 60 && other.count == 60 && long != other)
        #expect(long.dropLast(10).last == "~")
        #expect(
            id(.text(String(repeating: "长", count: 49)))?.count == 60, "sixty characters stay as they are")
        let parted = try #require(id(.text("甲、乙")))
        #expect(parted.hasPrefix("2026-01-04/甲乙~") && parted != id(.text("甲乙")) && parted != id(.text("甲，乙")))
        // SHA-256 of "2026-01-04/甲、乙", by sha256sum.
        #expect(parted.hasSuffix("~77c9ba3601"))
    }
}

@Suite("References and what every record must meet")
struct RecordCheckTests {
    private let unit = RegisterDeclaration(
        id: "unit", name: "单位", about: "", key: ["name"], happened: "from",
        fields: [
            FieldDeclaration(id: "name", label: "名称", type: .text, isRequired: true),
            FieldDeclaration(id: "from", label: "设立", type: .date),
            FieldDeclaration(id: "parent", label: "上级", type: .reference(register: "unit"), isList: true),
        ])

    private func record(_ id: String, _ name: String) -> Record {
        Record(register: "unit", id: id, knownAt: Moment(minutes: 0), values: [.text(name), .null, .null])
    }

    @Test("a record is found by its id and by its key; a key of two is a question")
    func index() {
        var index = ReferenceIndex()
        for record in [record("U1", "清河所"), record("U2", "柳林所"), record("U3", "柳林所"), record("U1", "清河所")] {
            index.add(record, of: unit)
        }
        #expect(index.answer("unit", "U2") == .record(id: "U2"))
        #expect(index.answer("unit", "清 河所") == .record(id: "U1"))
        #expect(index.answer("unit", "柳林所") == .several(ids: ["U2", "U3"]))
        #expect(index.answer("unit", "东山所") == .none && index.answer("officer", "U1") == .none)
    }

    @Test("required fields, references that lead nowhere, and a reference that is no id")
    func faults() {
        let check = RecordCheck(unit, of: RegisterSet(registers: [unit])) { _, text in
            text == "U1" || text == "清河所" ? .record(id: "U1") : .none
        }
        #expect(check.faults(of: [.text("甲"), .null, .list([.text("U1")])]).isEmpty)
        let faults = check.faults(of: [.null, .null, .list([.text("U1"), .text("清河所"), .text("U9")])])
        let long = String(repeating: "长", count: 32_768)
        #expect(check.faults(of: [.text(long), .null, .null]).map(\.fault) == [.tooLong(limit: 32_767)])
        #expect(check.faults(of: [.text(String(long.dropLast())), .null, .null]).isEmpty)
        #expect(faults.map(\.position) == [0, 2, 2])
        #expect(
            faults.map(\.fault) == [
                .missing, .noSuchRecord(register: "单位", text: "清河所"),
                .noSuchRecord(register: "单位", text: "U9"),
            ])
    }

    @Test("values have one form")
    func canonical() {
        #expect(RecordCheck.canonical(.text(" \u{3000}甲\r\n乙\u{7}丙\u{200B} ")) == .text("甲\n乙 丙"))
        #expect(RecordCheck.canonical(.text("  ")) == .null)
        #expect(RecordCheck.canonical(.list([.text(" "), .text("a ")])) == .list([.text("a")]))
        #expect(RecordCheck.canonical(.list([])) == .null)
    }
}
