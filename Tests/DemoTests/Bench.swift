import Demo
import Law
import Pack
import Registers
import Supervision

/// The rule book of both packs over a demo year, and what it answers.
struct Bench {
    let registers: RegisterSet
    let book: RuleBook

    /// - Parameter edited: What becomes of the text of a file of rules.
    init(_ edited: (String) -> String = { $0 }) throws {
        registers = try DemoPack.registers()
        let schema = Schema(registers)
        let laws = try LawBook(DemoPack.file("national/laws.yaml"))
        let facts = try FactBook(DemoPack.folder("national/facts"), in: schema)
        let frames = try FrameBook(DemoPack.folder("national/frames"), laws: laws)
        let benchmarks = try BenchmarkBook(
            circumstances: DemoPack.folder("police-bureau/circumstances"),
            factors: DemoPack.folder("national/factors"),
            benchmarks: DemoPack.folder("police-bureau/benchmarks"), schema: schema, facts: facts,
            frames: frames, laws: laws)
        let pack = RulePack(
            schema: schema, laws: laws, facts: facts, frames: frames, calendar: try DemoPack.calendar(),
            benchmarks: benchmarks)
        let rules = try DemoPack.folder("national/rules", edited) + DemoPack.folder("police-bureau/rules")
        book = try RuleBook(pack.rules(rules), pack: pack)
    }

    func demo(seed: UInt64, cases: Int, options: DemoOptions = DemoOptions()) -> DemoYear {
        DemoYear(
            seed: seed, cases: cases, options: options, registers: registers, calendar: book.pack.calendar)
    }

    /// The lines of the key that the rule book would write: every 违规 and 不明, of 待核 rules too.
    ///
    /// - Parameter listing: What the run lists: with more than those two, every record is judged in full.
    func answers(
        _ demo: DemoYear, listing: Set<Answer> = [.broken, .cannotTell]
    ) throws -> Set<KeyLine> {
        let tables = try CaseTables(book, from: DemoRecords(demo), knownAt: nil)
        let run = tables.judge(asOf: DemoYear.asOf, listing: listing)
        return Set(
            run.findings.filter { $0.answer == .broken || $0.answer == .cannotTell }.map {
                KeyLine(
                    rule: $0.rule, register: $0.register, record: $0.record,
                    answer: $0.answer == .broken ? .broken : .cannotTell)
            })
    }

    /// What is broken when judged from a moment on, by the rules that look at no moment of judging themselves.
    func broken(_ demo: DemoYear, asOf: Moment) throws -> Set<KeyLine> {
        let tables = try CaseTables(book, from: DemoRecords(demo), knownAt: nil)
        let timeless = Set(book.rules.filter { $0.pivot.name != "asOf" }.map(\.id))
        return Set(
            tables.judge(asOf: asOf, listing: [.broken]).findings.filter { timeless.contains($0.rule) }.map {
                KeyLine(rule: $0.rule, register: $0.register, record: $0.record, answer: .broken)
            })
    }

    /// The rules that some record of the demo satisfies, or has still time to.
    func rulesKept(_ demo: DemoYear) throws -> Set<String> {
        let tables = try CaseTables(book, from: DemoRecords(demo), knownAt: nil)
        let run = tables.judge(asOf: DemoYear.asOf, listing: [.kept, .notYetDue])
        return Set(run.findings.map(\.rule))
    }
}
