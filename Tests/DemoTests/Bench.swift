import Demo
import Law
import Pack
import Registers

/// The national rule book over a demo year, and what it answers.
struct Bench {
    let registers: RegisterSet
    let book: RuleBook

    init() throws {
        registers = try DemoPack.registers()
        let schema = Schema(registers.registers.map(\.schema))
        let laws = try LawBook(DemoPack.file("national/laws.yaml"))
        let pack = RulePack(
            schema: schema, laws: laws, facts: try FactBook(DemoPack.file("national/facts.yaml"), in: schema),
            frames: try FrameBook(DemoPack.folder("national/frames"), laws: laws),
            calendar: try DemoPack.calendar())
        book = try RuleBook(pack.rules(DemoPack.folder("national/rules")), pack: pack)
    }

    func demo(seed: UInt64, cases: Int, options: DemoOptions = DemoOptions()) -> DemoYear {
        DemoYear(
            seed: seed, cases: cases, options: options, registers: registers, calendar: book.pack.calendar)
    }

    /// The lines of the key that the rule book would write: every 违规 and 不明.
    func answers(_ demo: DemoYear) -> Set<KeyLine> {
        var builder = TableBuilder(layout: book.layout)
        for record in demo.flatMap(\.records) {
            builder.add(record.register, id: record.id, values: record.values)
        }
        let tables = book.tables(builder)
        let judged = book.judge(tables, asOf: DemoYear.asOf, keeping: [.broken, .cannotTell])
        return Set(judged.findings.compactMap { line($0, tables) })
    }

    private func line(_ finding: Finding, _ tables: RecordTables) -> KeyLine? {
        let rule = book.rules[Int(finding.rule)]
        guard let table = tables.tables.first(where: { $0.subject == rule.subject }) else { return nil }
        return KeyLine(
            rule: rule.id, register: rule.subject.register, record: table.ids[Int(finding.row)],
            answer: finding.answer == .broken ? .broken : .cannotTell)
    }
}

extension RegisterDeclaration {
    var schema: RegisterSchema {
        RegisterSchema(
            id: id, name: name, happened: happened,
            fields: fields.map {
                FieldSchema(id: $0.id, label: $0.label, kind: $0.type.kind, isList: $0.isList)
            })
    }
}

extension FieldType {
    var kind: FieldKind {
        switch self {
        case .text: .text
        case .integer, .decimal: .number
        case .date: .day
        case .datetime: .moment
        case .boolean: .boolean
        case .code(let codes): .code(codes.map(\.id))
        case .reference(let register): .reference(register: register)
        }
    }
}
