import ArgumentParser
import Service

struct HoldCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hold", abstract: "暂缓销毁：诉讼、复议、调查期间必须保存的记录。",
        subcommands: [Add.self, Lift.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "登记暂缓销毁；保管期限届满也不得销毁。")
        @OptionGroup var hold: HoldOptions
        func run() throws { print("已登记暂缓销毁，账本第 \(try hold.set(true)) 条。") }
    }

    struct Lift: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "解除暂缓销毁。")
        @OptionGroup var hold: HoldOptions
        func run() throws { print("已解除暂缓销毁，账本第 \(try hold.set(false)) 条。") }
    }
}

struct HoldOptions: ParsableArguments {
    @Argument(help: "台账")
    var register: String
    @Argument(help: "记录编号")
    var record: String
    @Option(help: ArgumentHelp("事由", valueName: "TEXT"))
    var reason: String
    @OptionGroup var data: DataOption

    func set(_ isActive: Bool) throws -> Int {
        try data.open().setHold(register: register, record: record, reason: reason, isActive: isActive)
    }
}
