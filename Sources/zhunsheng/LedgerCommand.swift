import ArgumentParser
import Service
import Storage

struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "账本：状态、检查点、核验、证明。",
        subcommands: [
            Status.self, Checkpoint.self, Verify.self, Prove.self, AnswerCommand.self, Export.self,
            Times.self, Attack.self, LedgerKeyCommand.self, WitnessCommand.self,
            LedgerSM3Command.self, LedgerBenchCommand.self,
        ])

    struct Status: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "大小、根、最后的检查点和公钥。")
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let status = try data.open().ledgerStatus()
            if json.isOn { return Terminal.print(status.json) }
            status.lines.forEach { print($0) }
        }
    }

    struct Checkpoint: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "签署一个检查点（C2SP signed note）并输出；标准错误上说明它有多新。")
        @OptionGroup var data: DataOption

        func run() throws {
            let bureau = try data.open()
            print(try bureau.signCheckpoint(), terminator: "")
            Terminal.complain(try bureau.checkpointAge())
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "由字节重新计算全部条目、树、检查点和索引；有不符时退出码为 3。")
        @Option(help: ArgumentHelp("纸面三行录入的文件，与账本核对", valueName: "FILE"))
        var paper: String?

        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let audit = try Bureau.verifyLedger(
                at: data.folder, paper: paper, environment: .system, progress: Terminal.progress("核验"))
            if json.isOn { Terminal.print(audit.json) } else { audit.lines.forEach { print($0) } }
            if !audit.isSound { throw ExitStatus.ledgerFails }
        }
    }

    struct Prove: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一条记录的回执：可离线用 zhunsheng-verify 核验。")

        @Argument(help: "台账")
        var register: String
        @Argument(help: "记录编号")
        var record: String
        @Option(help: ArgumentHelp("写到文件", valueName: "FILE"))
        var out: String
        @Option(help: ArgumentHelp("另写一张供打印留存的回执（HTML，附二维码）", valueName: "FILE.html"))
        var html: String?
        @Flag(name: .customLong("sm3"), help: "由 SM3 树出具")
        var fromSM3Tree = false
        @OptionGroup var data: DataOption

        func run() throws {
            try data.open().writeReceipt(
                register: register, id: record, fromSM3Tree: fromSM3Tree, to: out, card: html)
            print("回执已写到 \(out)。核验：zhunsheng-verify --key 公钥 \(out)")
            if let html { print("供打印留存的一页已写到 \(html)。") }
        }
    }
}

struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild", abstract: "由账本条目重建索引；--check 只比对不改动。")

    @Flag(help: "只比对索引与条目是否一致")
    var check = false

    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let result = try data.open().rebuildIndex(checkOnly: check)
        if json.isOn { Terminal.print(result.json) } else { result.lines.forEach { print($0) } }
        if !result.isSound { throw ExitStatus.ledgerFails }
    }
}
