import ArgumentParser
import Ledger
import Service

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "把一本台账导出为 XLSX、CSV 或 NDJSON，列与导入相同。")

    @Argument(help: "台账，如 outreach-event")
    var register: String

    @Argument(help: "文件（.xlsx、.csv、.ndjson）")
    var file: String

    @Option(name: .customLong("where"), help: ArgumentHelp("只导出符合条件的记录", valueName: "S-FEEL"))
    var condition: String?

    @Option(name: .customLong("known-at"), help: ArgumentHelp("导出当时已知的内容", valueName: "T"))
    var knownAt: MomentArgument?

    @Flag(name: .customLong("private"), help: "连同私密字段；这次查看本身记入账本")
    var showsPrivate = false

    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let count = try data.open().exportRegister(
            register, to: file, where: condition, knownAt: knownAt?.moment, showsPrivate: showsPrivate)
        if json.isOn {
            Terminal.print([
                "register": .string(register), "file": .string(file), "records": .integer(Int64(count)),
            ])
        } else {
            print("已导出 \(count) 条到 \(file)。")
        }
    }
}
