import ArgumentParser
import Service

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "把 XLSX、CSV 或 NDJSON 导入一本台账。",
        discussion: "有一行不能采用，就一行也不入账，除非给出 --partial；退回表逐格写明原因。同一文件再次导入不会增加记录。")

    @Argument(help: "台账，如 outreach-event")
    var register: String

    @Argument(help: "文件（.xlsx、.csv、.ndjson）")
    var file: String

    @Option(help: ArgumentHelp("列名对照表（YAML：列名: 字段）", valueName: "MAP"))
    var map: String?

    @Option(name: .customLong("known-at"), help: ArgumentHelp("本单位知悉这些事项的时间（缺省为现在）", valueName: "T"))
    var knownAt: MomentArgument?

    @Option(help: ArgumentHelp("退回表写到哪里（缺省在原文件旁）", valueName: "FILE"))
    var refusals: String?

    @Option(help: ArgumentHelp("每条入账的记录写一张回执（.tlog-proof）到文件夹", valueName: "DIR"))
    var receipts: String?

    @Flag(help: "只检查，不入账")
    var dryRun = false

    @Flag(help: "先把合格的行入账")
    var partial = false

    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let bureau = try data.open()
        let request = ImportRequest(
            register: register, file: file, mapping: map, knownAt: knownAt?.moment, refusalSheet: refusals,
            receipts: receipts, isDryRun: dryRun, isPartial: partial)
        let result = try bureau.importFile(request, progress: Terminal.counter("导入", "条"))
        if json.isOn {
            Terminal.print(result.json)
        } else {
            result.lines.forEach { print($0) }
        }
        if !result.refused.isEmpty { throw ExitStatus.wrongData }
    }
}
