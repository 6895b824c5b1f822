import Foundation
import Law
import Pack
import PackFiles

/// The kinds of pack file that the law is made of, each with its decoder.
enum LawFile: String, CaseIterable {
    case laws, calendar, facts, frames, rules

    var schema: String { "\(rawValue).schema.json" }

    static let fixtures = Repository.root.appending(path: "Tests/PackTests/Fixtures")

    func fixture() throws -> PackNode {
        let text = try String(contentsOf: Self.fixtures.appending(path: "\(rawValue).yaml"), encoding: .utf8)
        return try YAMLFile.parse(text, file: "\(rawValue).yaml")
    }
}

/// Reads a file of each kind as the program does, against the invented laws and registers of the fixtures.
struct Decoders {
    private let pack: RulePack

    init() throws {
        let laws = try LawBook(try LawFile.laws.fixture())
        pack = RulePack(
            schema: Self.registers, laws: laws, facts: .empty, frames: .empty,
            calendar: try WorkCalendar(try LawFile.calendar.fixture()))
    }

    /// - Returns: Why the file is refused; `nil` when it is read.
    func refusal(of node: PackNode, as kind: LawFile) -> PackError? {
        do throws(PackError) {
            switch kind {
            case .laws: _ = try LawBook(node)
            case .calendar: _ = try WorkCalendar(node)
            case .facts: _ = try FactBook(node, in: pack.schema)
            case .frames: _ = try FrameBook([node], laws: pack.laws)
            case .rules: _ = try pack.rules([node])
            }
            return nil
        } catch {
            return error
        }
    }

    private static let registers = Schema([
        RegisterSchema(id: "case", name: "案件", happened: "openedAt", fields: [field("openedAt", .moment)]),
        RegisterSchema(
            id: "event", name: "事件", happened: "at",
            fields: [
                field("kind", .code(["filed", "done"])), field("case", .reference(register: "case")),
                field("at", .moment), field("endedAt", .moment), field("passed", .boolean),
                field("amount", .number), field("rank", .number), field("act", .text), field("tier", .text),
                field("person", .reference(register: "person")),
                FieldSchema(
                    id: "people", label: "人员", kind: .reference(register: "person"), isList: true),
            ]),
        RegisterSchema(
            id: "film", name: "录像", happened: "from",
            fields: [
                field("event", .reference(register: "event")), field("from", .moment),
                field("until", .moment),
            ]),
        RegisterSchema(id: "person", name: "人员", happened: "since", fields: [field("rank", .number)]),
    ])

    private static func field(_ id: String, _ kind: FieldKind) -> FieldSchema {
        FieldSchema(id: id, label: id, kind: kind)
    }
}
