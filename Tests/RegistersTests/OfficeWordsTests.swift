import Documents
import Foundation
import Law
import Pack
import PackFiles
import Registers
import Testing

@Suite("The words offices use are understood, and what they leave out is not invented")
struct OfficeWordsTests {
    private func plan(_ register: String, _ text: String) throws -> ImportPlan {
        let registers = try PackRegisters.load()
        let importer = RegisterImport(
            try #require(registers[register]), of: registers, mapping: .none, knownAt: OfficeSheet.knownAt,
            resolve: OfficeSheet.resolve)
        return try importer.plan(.sheet(SheetBytes.memory(Array(text.utf8)).open()))
    }

    @Test("another word for a code is read as the code, and shown under the code's own label")
    func synonyms() throws {
        let registers = try PackRegisters.load()
        let officers = try #require(registers["officer"])
        let plan = try plan(
            "officer",
            "警号,所在单位,人员类别,到岗日期,执法资格起始日期\nF2001,清河派出所,辅警,2021-07-01,\nＰ１,清河派出所,民警,2021-07-01,2022-01-01\n")
        #expect(plan.refused == [])
        #expect(plan.notices == [], "the heading of the qualification is known")
        #expect(plan.records.map { officers.text(of: $0, "kind") } == ["警务辅助人员", "人民警察"])
        #expect(plan.records.map { officers.text(of: $0, "certifiedFrom") } == ["", "2022-01-01"])
    }

    @Test(
        "an event sheet without ordinals: what happened once is the first, what happened twice is a question")
    func ordinals() throws {
        let head = "案件编号,程序环节,时间,地点\n"
        let once = try plan(
            "event", head + "A1,受案,2026-01-25 10:00,\nA1,询问,2026年1月26日10时30分,办案中心\n")
        #expect(once.refused == [])
        #expect(once.records.map(\.id) == ["A1/accepted/1", "A1/inquiry/1"])
        let twice = try plan("event", head + "A1,询问,2026-01-26 10:30,\nA1,询问,2026-01-27 10:30,\n")
        #expect(twice.refused.map { $0.problems.map(\.fault) } == [[.repeats(row: 2)]])
        let told = try plan(
            "event",
            "案件编号,程序环节,第几次,时间\nA1,询问,,2026-01-26 10:30\nA1,询问,２,2026-01-27 10:30\n")
        #expect(told.records.map(\.id) == ["A1/inquiry/1", "A1/inquiry/2"])
    }

    @Test("the running number of a sheet of parties says nothing about who they are")
    func runningNumber() throws {
        let plan = try plan(
            "party",
            "序号,案件编号,角色,主体类别,年龄段,登记时间\n17,A1,违法嫌疑人,自然人,18至69周岁,2026-01-25 10:00\n18,A1,受害人,个人,,2026-01-25 10:00\n"
        )
        #expect(plan.refused == [])
        #expect(plan.records.map(\.id) == ["A1/offender/1", "A1/victim/1"])
    }

    @Test("an empty file is called empty")
    func empty() throws {
        let error = #expect(throws: ImportError.self) { try plan("unit", "") }
        #expect(error.map { "\($0)" }?.hasPrefix("文件是空的") == true)
    }

    @Test(
        "words that two codes share, and a default that is no whole number, are errors of the pack",
        arguments: [
            "{id: b, label: c, type: code, codes: {x: [甲, 乙], y: [丙, 乙]}}",
            "{id: b, label: c, type: text, default: 1}",
            "{id: b, label: c, type: integer, default: 一}",
            "{id: b, label: c, type: integer, list: true, default: 1}",
        ])
    func badPacks(field: String) throws {
        let yaml =
            "register: a\nname: b\nabout: c\nkey: [d]\nhappened: d\nfields:\n"
            + "  - {id: d, label: e, type: date}\n  - \(field)\n"
        #expect(throws: PackError.self) { try RegisterDeclaration(YAMLFile.parse(yaml, file: "a.yaml")) }
    }
}
