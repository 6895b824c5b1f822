import ArgumentParser
import Ledger
import Service

struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase", abstract: "依法销毁一条记录的一组私密内容：销毁密钥和密文，账本与证明不变。",
        discussion: "须写明依据和两名不同的批准人。销毁不可恢复；恢复旧备份也不会使它重新出现。")

    @Argument(help: "台账")
    var register: String
    @Argument(help: "记录编号")
    var record: String
    @Option(help: ArgumentHelp("私密组", valueName: "G"))
    var group: String
    @Option(help: ArgumentHelp("依据：法律条款或决定文号", valueName: "TEXT"))
    var basis: String
    @Option(name: .customLong("approver"), help: ArgumentHelp("批准人警号，给出两次", valueName: "A"))
    var approvers: [String] = []
    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let seq = try data.open().erase(
            register: register, record: record, group: group, basis: basis, approvers: approvers)
        if json.isOn { return Terminal.print(["erased": true, "seq": .integer(Int64(seq))]) }
        print("已销毁，记入账本第 \(seq) 条。原来的承诺值和全部证明仍然有效。")
    }
}
