import ArgumentParser
import Law
import Service

struct IndicatorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicator", abstract: "一个指标的数值、定义和它背后的每条记录。")

    @Argument(help: "指标，如 F01")
    var id: String

    @Option(help: ArgumentHelp("期间：2025、2025-Q1、2025-03、2025-01-01..2025-06-30", valueName: "P"))
    var period: String

    @Option(help: ArgumentHelp("按字段分组", valueName: "FIELD"))
    var by: String?

    @Flag(help: "列出每条记录")
    var records = false

    @Option(name: .customLong("known-at"), help: ArgumentHelp("只用当时已知的记录", valueName: "T"))
    var knownAt: MomentArgument?

    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let answer = try data.open().indicator(id, period: period, by: by, knownAt: knownAt?.moment)
        if json.isOn { return Terminal.print(answer.json) }
        answer.lines(withRecords: records).forEach { print($0) }
    }
}
