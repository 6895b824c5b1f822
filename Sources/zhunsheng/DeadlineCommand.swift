import ArgumentParser
import Law
import Service

struct DeadlineCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "deadline", abstract: "算一个期限，并写出每一段是怎么算的。",
        discussion: """
            例：zhunsheng deadline case-limit-2025 --start 2026-01-25T10:00 \\
                --exclude 2026-02-03..2026-02-09 --extend
            """)

    @Argument(help: "规则（期限或时长形式），如 case-limit-2025")
    var rule: String

    @Option(help: ArgumentHelp("起算时间", valueName: "T"))
    var start: MomentArgument

    @Option(help: ArgumentHelp("不计入的期间，可多次给出", valueName: "A..B"))
    var exclude: [SpanArgument] = []

    @Flag(name: .customLong("extend"), help: "经批准的延长，每给一次算一次（不超过法定次数）")
    var extensions: Int

    @Option(help: ArgumentHelp("条件所用的事实，可多次给出", valueName: "NAME=VALUE"))
    var fact: [String] = []

    @OptionGroup var packs: PackOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let question = DeadlineQuestion(
            rule: rule, start: start.moment, excluded: exclude.map(\.span), extensions: extensions,
            facts: fact)
        let answer = try packs.load().deadline(question)
        if json.isOn { return Terminal.print(answer.json) }
        answer.lines.forEach { print($0) }
    }
}

/// `2026-02-03..2026-02-09` or with times of day.
struct SpanArgument: ExpressibleByArgument {
    let span: Span

    init?(argument: String) {
        let ends = argument.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        guard ends.count == 2, let from = Self.moment(ends[0]), let until = Self.moment(ends[1]),
            let span = Span(from, until)
        else { return nil }
        self.span = span
    }

    private static func moment(_ text: String) -> Moment? { Day(text).map { Moment($0) } ?? Moment(text) }
}
