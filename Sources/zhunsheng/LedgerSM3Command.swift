import ArgumentParser
import Service

struct LedgerSM3Command: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sm3", abstract: "SM3 的第二棵哈希树：与 SHA-256 的树覆盖同样的条目，检查点另签。",
        subcommands: [Enable.self])

    struct Enable: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "为已有的账本建立 SM3 树，从此随每条记录增长。")
        @OptionGroup var data: DataOption

        func run() throws { print(try data.open().enableSM3Tree()) }
    }
}
