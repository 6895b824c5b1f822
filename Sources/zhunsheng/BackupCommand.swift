import ArgumentParser
import Ledger
import Service
import Storage

struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "备份数据文件夹（服务不必停），并逐条核验备份。",
        discussion: "密钥不在其中：加 --keys 单独备份密钥，另行保管。见 Docs/operating/backup.md。")

    @Option(help: ArgumentHelp("备份放到哪里（还不存在的文件夹）", valueName: "DIR"))
    var out: String
    @Flag(help: "只备份密钥")
    var keys = false
    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let manifest = try Bureau.backUp(
            data.folder, to: out, keys: keys, environment: .system, progress: Terminal.progress("核验备份"))
        if json.isOn { return Terminal.print(manifest.json) }
        let bytes = manifest.files.reduce(0) { $0 + $1.size }
        print("已备份到 \(out)：\(manifest.files.count) 个文件，\(bytes) 字节。")
        if keys { return print("这是密钥：请单独存放在上锁处，不要与数据备份放在一起；换新之后，旧的一份在 30 日内销毁。") }
        print("账本 \(manifest.size) 条，已由备份逐条重新核验。最后的检查点：")
        print(String(decoding: manifest.head.bytes, as: UTF8.self), terminator: "")
    }
}

struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "从备份恢复；先整体核验，绝不用旧账本替换新账本。")

    @Argument(help: "备份")
    var backup: String
    @Option(help: ArgumentHelp("密钥备份（缺省沿用数据文件夹里的密钥）", valueName: "DIR"))
    var keys: String?
    @Option(help: ArgumentHelp("用 ledger export 的副本补齐备份之后的条目", valueName: "DIR"))
    var mirror: String?
    @Option(help: ArgumentHelp("外面保存的检查点，恢复后的账本必须与它一致", valueName: "FILE"))
    var against: String?
    @Flag(help: "签署到哪里已无从知道（head/checkpoint 缺失）时，仍用这份备份")
    var acceptOlder = false
    @OptionGroup var data: DataOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let result = try Bureau.restore(
            RestoreRequest(
                backup: backup, folder: data.folder, keys: keys, mirror: mirror, against: against,
                acceptsOlder: acceptOlder), environment: .system, progress: Terminal.progress("核验备份"))
        if json.isOn { return Terminal.print(Self.json(result)) }
        print("已恢复到 \(data.folder)：账本 \(result.size) 条，根 \(result.root.hex)，全部核验一致。")
        if result.replayed > 0 { print("其中 \(result.replayed) 条由导出的副本补齐。") }
        if let replaced = result.replaced { print("原来的数据文件夹没有删除，在 \(replaced)。") }
        print("请把下面的检查点与见证机关或纸面保存的核对：")
        print(String(decoding: result.head.bytes, as: UTF8.self), terminator: "")
    }

    private static func json(_ result: Restoration.Result) -> JSONValue {
        [
            "size": .integer(Int64(result.size)), "root": .string(result.root.hex),
            "checkpoint": .string(String(decoding: result.head.bytes, as: UTF8.self)),
            "replayed": .integer(Int64(result.replayed)),
            "replaced": result.replaced.map { .string($0) } ?? .null,
        ]
    }
}

extension LedgerCommand {
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把账本导出为静态文件（C2SP tlog-tiles），任何 tlog 客户端都能读；再次导出只写新增的。")

        @Option(help: ArgumentHelp("导出到哪个文件夹", valueName: "DIR"))
        var out: String
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let (added, checkpoint) = try data.open().exportLog(to: out, progress: Terminal.progress("导出"))
            if json.isOn {
                return Terminal.print([
                    "size": .integer(Int64(checkpoint.size)), "root": .string(checkpoint.root.hex),
                    "added": .integer(Int64(added)),
                ])
            }
            print("已导出到 \(out)：共 \(checkpoint.size) 条，本次新增 \(added) 条，根 \(checkpoint.root.hex)。")
        }
    }
}
