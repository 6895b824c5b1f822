import ArgumentParser
import Service

struct LedgerKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "账本的签名密钥：列出、更换、加用 SM2。",
        subcommands: [List.self, Rotate.self, AddSM2.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "全部公钥：现用的在前，换下的在后。")
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let keys = try data.open().ledgerKeys()
            if json.isOn { return Terminal.print(keys.json) }
            keys.lines.forEach { print($0) }
        }
    }

    struct Rotate: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "启用新密钥，换下现用的；更换记入账本，旧检查点仍可核验。")
        @OptionGroup var data: DataOption

        func run() throws { try data.open().rotateKeys().forEach { print($0) } }
    }

    struct AddSM2: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-sm2", abstract: "从此检查点再用 SM2（SM3）签署一次。")
        @OptionGroup var data: DataOption

        func run() throws { try data.open().addSM2Key().forEach { print($0) } }
    }
}
