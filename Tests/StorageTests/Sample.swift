import Foundation
import Law
import Ledger
import Registers

@testable import Storage

/// An invented register with a field of every type, and stores of it in a folder that goes with the test.
enum Sample {
    static let register = RegisterDeclaration(
        id: "visit", name: "走访台账", about: "测试用。", key: ["number"], happened: "heldAt",
        fields: [
            FieldDeclaration(id: "number", label: "编号", type: .text, isRequired: true),
            FieldDeclaration(id: "heldAt", label: "时间", type: .datetime),
            FieldDeclaration(id: "dueOn", label: "期限", type: .date),
            FieldDeclaration(id: "people", label: "人数", type: .integer, unit: "人"),
            FieldDeclaration(id: "cost", label: "费用", type: .decimal, unit: "元"),
            FieldDeclaration(id: "isOpen", label: "公开", type: .boolean),
            FieldDeclaration(
                id: "kind", label: "种类",
                type: .code([.init(id: "talk", label: "讲座"), .init(id: "stall", label: "摆摊")])),
            FieldDeclaration(id: "case", label: "案件", type: .reference(register: "case")),
            FieldDeclaration(id: "themes", label: "主题", type: .text, isList: true),
            FieldDeclaration(id: "days", label: "日期", type: .date, isList: true),
        ])

    static let actor = Entry.Actor(id: "P001", role: "legal-officer", unit: "U1")

    static func moment(_ text: String) -> Moment {
        guard let moment = Moment(text) else { preconditionFailure(text) }
        return moment
    }

    static func day(_ text: String) -> Day {
        guard let day = Day(text) else { preconditionFailure(text) }
        return day
    }

    /// Every third record leaves its optional fields empty.
    static func values(_ number: Int, people: Int = 12) -> [Value] {
        let name = Value.text("第\(number)号")
        guard !number.isMultiple(of: 3) else { return [name] + [Value](repeating: .null, count: 9) }
        return [
            name, .moment(moment("2026-01-04T10:30").adding(minutes: number)), .day(day("2026-02-28")),
            .number(Number(people)), .number(Number(ticks: 125_000 + Int64(number))),
            .boolean(number.isMultiple(of: 2)), .text("talk"), .text("A-\(number)"),
            .list([.text("宪法"), .text("\"引号\"\n换行")]), .list([.day(day("2026-01-04"))]),
        ]
    }

    static func filing(_ number: Int, people: Int = 12, knownAt: String = "2026-01-05T09:00") -> Filing {
        Filing(
            register: "visit", id: "v\(String(format: "%04d", number))",
            values: values(number, people: people),
            knownAt: moment(knownAt), actor: actor)
    }

    /// Runs a body with a new store of the sample register, and removes its folder afterwards.
    @discardableResult
    static func store<Result>(
        registers: [RegisterDeclaration] = [register], sm2: [UInt8]? = nil,
        now: @escaping @Sendable () -> UTCTime = clock, _ body: (LedgerStore) throws -> Result
    ) throws -> Result {
        let store = try create(registers, sm2, now)
        defer { remove(store) }
        return try body(store)
    }

    static func store(_ body: (LedgerStore) async throws -> Void) async throws {
        let store = try create([register], nil, clock)
        defer { remove(store) }
        try await body(store)
    }

    private static func create(
        _ registers: [RegisterDeclaration], _ sm2: [UInt8]?, _ now: @escaping @Sendable () -> UTCTime
    ) throws -> LedgerStore {
        try LedgerStore.create(
            at: FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path,
            origin: "example.test/ledger", seed: Array(repeating: 7, count: 32), sm2: sm2,
            registers: registers, now: now)
    }

    private static func remove(_ store: LedgerStore) {
        try? store.close()
        try? FileManager.default.removeItem(atPath: store.folder.path)
    }

    static func open(_ store: LedgerStore, registers: [RegisterDeclaration] = [register]) throws
        -> LedgerStore
    {
        try LedgerStore(at: store.folder.path, registers: registers, now: clock)
    }

    static func reopen(_ store: LedgerStore, registers: [RegisterDeclaration] = [register]) throws
        -> LedgerStore
    {
        try store.close()
        return try open(store, registers: registers)
    }

    static let clock: @Sendable () -> UTCTime = { UTCTime(milliseconds: 1_767_580_200_000) }
}
