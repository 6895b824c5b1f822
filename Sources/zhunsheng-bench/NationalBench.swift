import ArgumentParser
import Demo
import Law
import Registers
import Service
import Supervision

/// The national rule book over the demo's cases, fed straight from their generator.
struct NationalBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "national", abstract: "用随程序的全部规则判断演示案件，不经过账本。")

    @Option(help: "案件数，至多一百万")
    var cases = 100_000

    @Option(help: "判断几次")
    var runs = 3

    @Option(help: "同时用几个核")
    var threads = 2

    @Flag(help: "逐条列出每条规则单独判断所用的时间")
    var each = false

    @Option(help: "只把这条规则单独判断一百次，供剖析之用")
    var rule: String?

    func validate() throws {
        guard (1...DemoYear.mostCases).contains(cases) else {
            throw ValidationError("--cases 写 1 到 \(DemoYear.mostCases)。")
        }
    }

    func run() throws {
        let packs = try BureauPacks.load(folders: BureauPacks.shippedFolders())
        let book = packs.rules
        // Asked before the minutes that the records take.
        let only = try rule.map { try place(of: $0, in: book) }
        let year = DemoYear(
            seed: 1, cases: cases, registers: packs.registers, calendar: book.pack.calendar)
        let (builder, feeding) = CPU.timed { Self.feed(year, book) }
        Line.seconds("make and lay out the records", feeding)
        let (records, sorting) = CPU.timed { builder.finish() }
        Line.seconds("sort them by case and kind", sorting)
        let (tables, deriving) = CPU.timed { book.derived(records) }
        Line.seconds("derive the facts", deriving)
        print(
            "records: \(tables.tables.reduce(0) { $0 + $1.count }), bytes per case: \(tables.bytes / max(1, cases))"
        )

        let asOf = DemoYear.asOf
        if let only { return repeatOneRule(only, book, tables, asOf) }
        var found = 0
        let threads = threads
        let whole = (0..<runs).map { _ in
            CPU.timed {
                let judgements = Judgements(
                    joining: parts(threads) {
                        book.judge(tables, asOf: asOf, share: Share(part: $0, of: threads))
                    })
                found = judgements.findings.count
            }.1
        }
        Line.seconds("judge by \(book.rules.count) rules", whole.median, least: whole.least)
        print("findings: \(found)")
        Line.peak()
        timeOneCase(book, tables, asOf)
        timeOneRule(book, tables, asOf)
    }

    private static func feed(_ year: DemoYear, _ book: RuleBook) -> TableBuilder {
        var builder = TableBuilder(layout: book.layout)
        let read = Set(book.layout.schema.registers.map(\.id).filter(builder.reads))
        for batch in year {
            for record in batch.records where read.contains(record.register) {
                builder.add(record.register, id: record.id, values: record.values)
            }
        }
        return builder
    }

    private func timeOneCase(_ book: RuleBook, _ tables: RecordTables, _ asOf: Moment) {
        guard let cases = book.layout.caseTable else { return }
        let ids = tables.tables[cases].ids
        let chosen = (0..<2_000).map { ids[$0 * 7_919 % ids.count] }
        let times = chosen.map { id in
            CPU.timed { _ = book.judge(tables, asOf: asOf, caseID: id, keeping: Set(Answer.allCases)) }.1
        }
        print(
            "one case by all rules: \(Int(times.reduce(0, +) / Double(times.count) * 1e6)) µs CPU on average")
    }

    private func place(of rule: String, in book: RuleBook) throws -> Int {
        guard let place = book.place(of: rule) else {
            throw ValidationError("没有编号为 \(rule) 的规则；--each 列出全部。")
        }
        return place
    }

    private func repeatOneRule(
        _ place: Int, _ book: RuleBook, _ tables: RecordTables, _ asOf: Moment
    ) {
        let times = (0..<100).map { _ in
            CPU.timed { _ = book.judge(tables, asOf: asOf, rules: [place]) }.1
        }
        Line.seconds("\(book.rules[place].id) over all cases", times.median, least: times.least)
    }

    private func timeOneRule(_ book: RuleBook, _ tables: RecordTables, _ asOf: Moment) {
        let times = book.rules.indices.map { place in
            (book.rules[place].id, CPU.timed { _ = book.judge(tables, asOf: asOf, rules: [place]) }.1)
        }.sorted { $0.1 > $1.1 }
        let middle = times[times.count / 2].1
        Line.seconds("one rule over all cases, median of the rules", middle)
        for (id, seconds) in times.prefix(each ? times.count : 5) { Line.seconds("  \(id)", seconds) }
    }
}
