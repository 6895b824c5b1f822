import ArgumentParser
import Foundation
import Law
import Service

/// The twelve checks of the common benchmark, as rules of a pack, over the generator's cases.
struct ChecksBench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checks", abstract: "用一个规则包判断生成器编出的案件，写出全部结论。")

    @Option(help: "规则包文件夹")
    var pack: String

    @Option(help: "生成器写出的 bin 文件夹")
    var columns: String

    @Option(help: "结论写到哪里：每条六个 32 位整数")
    var out: String

    @Option(help: "案件数")
    var cases = 1_000_000

    @Option(help: "判断几次")
    var runs = 9

    @Option(help: "同时用几个核")
    var threads = 2

    @Option(name: .customLong("as-of"), help: "判断时点")
    var asOf: String

    @Option(help: "生成器的时间从哪一刻算起")
    var epoch: String

    func run() throws {
        guard let asOf = Moment(asOf), let epoch = Moment(epoch) else {
            throw ValidationError("--as-of、--epoch 写作 2026-11-01T00:00。")
        }
        let book = try BureauPacks.load(folders: [pack]).rules
        let files = ColumnFiles(folder: columns, epoch: epoch, cases: cases)
        let (records, reading, splitting) = try files.tables(book.layout)
        Line.seconds("read the column files", reading)
        Line.seconds("lay them out by kind of event", splitting)
        let (tables, deriving) = CPU.timed { book.derived(records) }
        Line.seconds("derive the facts", deriving)

        var rows: [Int32] = []
        let whole = time(runs) { rows = Self.rows(judge(book, tables, asOf), book, tables) }
        Line.seconds("judge all rules, findings written out", whole.median, least: whole.least)
        Line.seconds("split, facts and judging together", splitting + deriving + whole.median)
        print("findings: \(rows.count / 6)")
        Line.peak()
        for (place, rule) in book.rules.enumerated() {
            let one = time(min(5, runs)) { _ = judge(book, tables, asOf, rules: [place]) }
            Line.seconds("  rule \(rule.number) \(rule.id) alone", one.median)
        }
        try rows.withUnsafeBytes { try Data($0).write(to: URL(fileURLWithPath: out)) }
    }

    private func time(_ runs: Int, _ body: () -> Void) -> [Double] {
        (0..<max(1, runs)).map { _ in CPU.timed(body).1 }
    }

    private func judge(
        _ book: RuleBook, _ tables: RecordTables, _ asOf: Moment, rules: Set<Int>? = nil
    ) -> Judgements {
        let threads = threads
        return Judgements(
            joining: parts(threads) {
                book.judge(
                    tables, asOf: asOf, rules: rules, keeping: [.broken, .cannotTell],
                    share: Share(part: $0, of: threads))
            })
    }

    /// Case, check, version, observed, limit, and the event that the finding rests on.
    private static func rows(_ judgements: Judgements, _ book: RuleBook, _ tables: RecordTables) -> [Int32] {
        let total = judgements.runs.reduce(0) { $0 + $1.count }
        return [Int32](unsafeUninitializedCapacity: total * 6) { out, count in
            guard let start = out.baseAddress else { return }
            for run in judgements.runs {
                let rule = Int(run[run.startIndex].rule)
                FindingReader(rule, book, tables).write(
                    run, rule: Int32(book.rules[rule].number) ?? 0, none: 255, to: start + count)
                count += run.count * 6
            }
        }
    }
}
