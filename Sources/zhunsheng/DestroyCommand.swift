import ArgumentParser
import Law
import Service

struct DestroyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destroy", abstract: "保管期限届满的私密内容：列出清册、批准、执行；审查已销毁的。",
        discussion: "只销毁私密内容；账本条目、承诺值和证明不变。永久、未到期和暂缓的不列入。",
        subcommands: [List.self, Approve.self, Run.self, Review.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "到某日为止到期的，以及不列入的及其原因；只列出，不销毁。")
        @OptionGroup var day: AsOfDay
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let proposal = try data.open().destructionProposal(asOf: day.asOf.day)
            if json.isOn { return Terminal.print(proposal.json) }
            proposal.lines.forEach { print($0) }
        }
    }

    struct Approve: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "两人批准这份清册；记入账本。")
        @OptionGroup var day: AsOfDay
        @Option(name: .customLong("approver"), help: ArgumentHelp("批准人警号，给出两次", valueName: "A"))
        var approvers: [String] = []
        @OptionGroup var data: DataOption

        func run() throws {
            let number = try data.open().approveDestruction(asOf: day.asOf.day, approvers: approvers)
            print("已批准销毁清册 \(number)。执行：zhunsheng destroy run \(number) --out 清册.ndjson")
        }
    }

    struct Run: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "执行一份已批准的清册，写出清册文件，并把执行记入账本。")
        @Argument(help: "清册编号")
        var number: String
        @Option(help: ArgumentHelp("清册写到文件", valueName: "FILE"))
        var out: String
        @OptionGroup var data: DataOption

        func run() throws {
            let count = try data.open().runDestruction(number, to: out)
            print("已销毁 \(count) 件，清册已写到 \(out)，执行已记入账本。")
        }
    }

    struct Review: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "逐件核对已经销毁的：谁批准、凭什么、当时期限满没有；有不应销毁的，退出码为 1。")
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let review = try data.open().destructionReview()
            if json.isOn { Terminal.print(review.json) } else { review.lines.forEach { print($0) } }
            if !review.isLawful { throw ExitStatus.wrongData }
        }
    }
}

struct AsOfDay: ParsableArguments {
    @Option(name: .customLong("as-of"), help: ArgumentHelp("截止日", valueName: "D"))
    var asOf: DayArgument
}
