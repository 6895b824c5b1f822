import ArgumentParser
import Service

extension LedgerCommand {
    struct Times: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "哪些条目知悉很久之后才入账，哪些更正改动了发生时间；有则退出码为 1。")

        @Option(help: ArgumentHelp("从第几条起（例如上次检查点的条数）", valueName: "N"))
        var from = 0
        @Option(help: ArgumentHelp("知悉后多少天以上算晚", valueName: "N"))
        var days = 30
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            guard from >= 0, days >= 0 else { throw ServiceError(.use, "--from 和 --days 不能小于 0。") }
            let times = try data.open().ledgerTimes(from: from, days: days)
            if json.isOn { Terminal.print(times.json) } else { times.lines.forEach { print($0) } }
            if times.total > 0 { throw ExitStatus.wrongData }
        }
    }
}
