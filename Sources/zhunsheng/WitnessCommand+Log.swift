import ArgumentParser
import Service

/// The ledger's side.
extension WitnessCommand {
    struct Policy: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "账本：装上见证政策（C2SP tlog-policy）：谁必须见证，几个算够。")

        @Argument(help: "政策文件")
        var file: String

        @OptionGroup var data: DataOption

        func run() throws { try data.open().installWitnessPolicy(from: file).forEach { print($0) } }
    }

    struct Ask: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "账本：签署检查点并请政策中有网址的见证人见证；达不到要求时退出码为 1，见证人指出改写时为 3。")
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let round = try data.open().askWitnesses()
            if json.isOn { Terminal.print(round.json) } else { round.lines.forEach { print($0) } }
            if round.accuses { throw ExitStatus.ledgerFails }
            if !round.isQuorum { throw ExitStatus.wrongData }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "账本：签署检查点，连同证明写成文件，送网络不通的见证人。")

        @Option(help: ArgumentHelp("写到文件", valueName: "FILE"))
        var out: String

        @Option(help: ArgumentHelp("见证人说它最后见证到的条数，可多次给出", valueName: "N"))
        var from: [Int] = []

        @OptionGroup var data: DataOption

        func run() throws { try data.open().exportForWitness(to: out, from: from).forEach { print($0) } }
    }

    struct Accept: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "账本：收下见证人的回件。")

        @Argument(help: "见证人 sign 写出的回件")
        var file: String

        @OptionGroup var data: DataOption

        func run() throws { try data.open().acceptWitness(file: file).forEach { print($0) } }
    }

    struct Paper: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "账本：写出每月打印、盖章、交换的见证表（HTML，附二维码）。")

        @Option(help: ArgumentHelp("写到文件", valueName: "FILE.html"))
        var out: String

        @OptionGroup var data: DataOption

        func run() throws { try data.open().writeWitnessPaper(to: out).forEach { print($0) } }
    }
}
