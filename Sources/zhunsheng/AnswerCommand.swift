import ArgumentParser
import Service

/// `zhunsheng ledger answer RECEIPT --out FILE`.
struct AnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer", abstract: "回答一张回执：今天的检查点，和从回执当时起账本只增不改的证明。")

    @Argument(help: "回执（.tlog-proof）")
    var receipt: String

    @Option(help: ArgumentHelp("写到文件", valueName: "FILE"))
    var out: String

    @OptionGroup var data: DataOption

    func run() throws { try data.open().answerReceipt(receipt, to: out).forEach { print($0) } }
}
