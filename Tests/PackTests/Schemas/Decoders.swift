import Foundation
import Law
import Pack
import PackFiles
import Registers
import Reporting

/// Reads a file of each kind as the program does, against the invented laws and registers of the fixtures,
/// or the registers of the bureau's pack.
struct Decoders {
    private let pack: RulePack
    private let tables: TableBook
    private let names: DecisionNames
    private let benchmarks: BenchmarkContext
    private let bureau: RegisterSet
    private let indicators: [Indicator]
    private let claims: [Claim]
    /// A rule whose example a principle may show.
    private let shown: RuleBook

    init() throws {
        let laws = try LawBook(try PackKind.laws.fixture())
        tables = try TableBook([try PackKind.tables.fixture()], laws: laws)
        pack = RulePack(
            schema: Self.registers, laws: laws, facts: .empty, frames: .empty,
            calendar: try WorkCalendar(try PackKind.calendar.fixture()))
        names = DecisionNames(pack.schema, facts: pack.facts)
        benchmarks = BenchmarkContext(
            frames: try FrameBook([try PackKind.frames.fixture()], laws: laws), laws: laws,
            circumstances: try CircumstanceBook([try PackKind.circumstances.fixture()], names: names))
        shown = try RuleBook(pack.rules([YAMLFile.parse(Self.shownRule, file: "shown.yaml")]), pack: pack)
        bureau = try RegisterSet(
            try PackFolder(at: PackKind.bureau.path).files(in: "registers").map(\.node))
        indicators = try Indicator.list(try PackKind.indicators.fixture(), declarations: bureau)
        claims = try Claim.list(try PackKind.claims.fixture(), declarations: bureau)
    }

    /// - Returns: Why the file is refused; `nil` when it is read.
    func refusal(of node: PackNode, as kind: PackKind) -> PackError? {
        do throws(PackError) {
            switch kind {
            case .laws: _ = try LawBook(node)
            case .calendar: _ = try WorkCalendar(node)
            case .facts: _ = try FactBook([node], in: pack.schema, tables: tables)
            case .frames: _ = try FrameBook([node], laws: pack.laws)
            case .tables: _ = try TableBook([node], laws: pack.laws)
            case .rules: _ = try pack.rules([node])
            case .principles: _ = try PrincipleBook([node], beside: shown)
            case .circumstances: _ = try CircumstanceBook([node], names: names)
            case .factors: _ = try Factor.list([node], laws: pack.laws, names: names)
            case .benchmarks: _ = try Benchmark.list([node], in: benchmarks)
            case .retention: _ = try RetentionClasses([node])
            case .register: _ = try RegisterDeclaration(node)
            case .indicators: _ = try Indicator.list(node, declarations: bureau)
            case .claims: _ = try Claim.list(node, declarations: bureau)
            case .report: _ = try ReportTemplate(node, indicators: indicators, claims: claims)
            }
            return nil
        } catch {
            return error
        }
    }

    private static let shownRule = """
        subject: 试验
        rules:
          - id: shown
            no: T09
            name: 试验规则
            judges: event:filed
            form: requires
            confidence: V
            severity: minor
            pivot: at
            remedy: 补办。
            versions: [{from: 2026-01-01, basis: [{law: JIA26, article: "1"}], that: passed}]
            examples: [{title: 通过, record: {at: "2026-01-05T10:00", passed: true}, answer: kept}]
        """

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
