import Law
import Testing

@Suite("names and conditions in the words of registers and facts")
struct WordingTests {
    private func words(_ condition: String, of kind: String = "decision") throws -> String {
        let pack = try SmallPack.pack()
        let subject = kind == "case" ? Subject(register: "case") : Subject(register: "event", kind: kind)
        return Wording(pack.schema, pack.facts, subject: subject).words(try Expression.parse(condition))
    }

    @Test(
        "a condition reads as a sentence",
        arguments: [
            ("reviewed", "“审核通过”为是"),
            ("not(reviewed)", "“审核通过”为否"),
            ("fine > 500 and case.complex", "罚款超过500，且“复杂”为是"),
            ("fine >= 500 or level < 2", "罚款不少于500，或者层级少于2"),
            ("passed and (fine > 1 or fine = null)", "“通过”为是，且（罚款超过1，或者罚款没有记载）"),
            ("endedAt != null", "结束有记载"),
            ("at <= endedAt", "时间不晚于结束"),
            (#"at >= date and time("2026-01-01T00:00:00")"#, "时间不早于2026年1月1日0时00分"),
            ("not(fine > 1 and passed)", "并非（罚款超过1，且“通过”为是）"),
            ("fine in [1..5)", "罚款不少于1，且罚款少于5"),
            (#"relatesTo = "x""#, "所属事件为“x”"),
        ])
    func sentence(condition: String, expected: String) throws {
        #expect(try words(condition) == expected)
    }

    @Test("a code is told by the words of the field that a name stands for, near or far")
    func codes() throws {
        #expect(try words(#"kind = "appraisal""#) == "种类为“鉴定”")
        #expect(try words("decidedAt >= actAt", of: "case") == "决定时间不早于行为时间")
        #expect(try words("started < decidedAt", of: "case") == "开始早于决定时间")
    }

    @Test("related records are named with what narrows them")
    func related() throws {
        let pack = try SmallPack.pack()
        let fact = try #require(pack.facts.declarations.first { $0.name == "reviewed" })
        let clause = try #require(fact.related)
        let wording = Wording(pack.schema, pack.facts, subject: Subject(register: "event", kind: "decision"))
        #expect(wording.words(clause) == "review（通过为是）")
        #expect(wording.label("case.complex") == "复杂")
        #expect(wording.label("nowhere") == "nowhere")
    }
}
