import ArgumentParser
import Law
import Registers
import Service

struct InitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "建立空的数据文件夹：账本、密钥、规则包。")

    @Option(help: ArgumentHelp("账本名称，写进每个检查点，以后不改；见证人凭它区分各家账本", valueName: "NAME"))
    var origin = Bureau.origin

    @Flag(name: .customLong("sm2"), help: "检查点除 Ed25519 外再用 SM2（SM3）签署")
    var signsWithSM2 = false

    @Flag(help: "除 SHA-256 的哈希树外，再对同样的条目保持一棵 SM3 的树")
    var sm3Tree = false

    @OptionGroup var data: DataOption
    @OptionGroup var packs: PackOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let folders = packs.folders.isEmpty ? try BureauPacks.shippedFolders() : packs.folders
        let bureau = try Bureau.create(
            at: data.folder, packs: folders, origin: origin, signsWithSM2: signsWithSM2,
            keepsSM3Tree: sm3Tree, environment: .system)
        let status = try bureau.ledgerStatus()
        if json.isOn { return Terminal.print(status.json) }
        print(
            "已建立 \(data.folder)：\(bureau.packs.registers.registers.count) 本台账，\(bureau.packs.rules.rules.count) 条规则。"
        )
        print("账本公钥（请把 keys/ledger.vkey 交给将来核验的人）：")
        status.keys.lines.forEach { print($0) }
    }
}
