import ArgumentParser
import Service

struct SealedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sealed", abstract: "密封登记：机关密钥、导出密封件、共同开启。",
        discussion: "密封的内容登记后服务器也读不出，只有各机关的密钥一起才能开启。每次开启都记入账本。",
        subcommands: [Keygen.self, Keys.self, Export.self, Open.self])

    struct Keygen: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "在机关自己的机器上生成密钥：.key 由机关保管，.pub 交给服务器。")

        @Argument(help: "机关代码，如 discipline、inspection")
        var office: String
        @Option(help: ArgumentHelp("写到哪个文件夹", valueName: "DIR"))
        var out = "."

        func run() throws {
            let digest = try Bureau.makeOfficeKey(office, in: out, environment: .system)
            print("已写 \(out)/\(office).key（机关自己保管，另存一份在保险柜；丢失后已密封的记录无法开启）")
            print("和 \(out)/\(office).pub（交给服务器安装）。公钥摘要：\(digest)")
        }
    }

    struct Keys: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "安装、列出或核对机关公钥。", subcommands: [Install.self, List.self, Check.self])

        struct Install: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "安装一个机关的公钥；更换也用它，并记入账本。")
            @Argument(help: "公钥文件（.pub）")
            var file: String
            @OptionGroup var data: DataOption

            func run() throws {
                let (office, digest) = try data.open().installOfficeKey(from: file)
                print("已安装 \(office) 的公钥，记入账本。请与该机关当面核对摘要：\(digest)")
            }
        }

        struct List: ParsableCommand {
            static let configuration = CommandConfiguration(abstract: "已安装的公钥的摘要和记入账本的条目。")
            @OptionGroup var data: DataOption

            func run() throws {
                for key in try data.open().officeKeys() {
                    print("\(key.office) \(key.digest)（账本第 \(key.seq) 条）")
                }
            }
        }

        struct Check: ParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "机关用自己保管的公钥核对：历次安装的是不是都是自己的；有别的时退出码为 1。")
            @Argument(help: "机关自己保管的公钥（.pub）；换过密钥的，新旧都给出")
            var files: [String]
            @OptionGroup var data: DataOption

            func run() throws {
                let check = try data.open().checkOfficeKeys(files)
                check.lines.forEach { print($0) }
                if !check.isSound { throw ExitStatus.wrongData }
            }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "把一条密封记录导出为文件，供两机关在自己的机器上开启；记入账本。")
        @Option(help: ArgumentHelp("账本条目号", valueName: "N"))
        var entry: Int
        @Option(help: ArgumentHelp("写到文件", valueName: "FILE"))
        var out: String
        @OptionGroup var why: OpeningOptions
        @OptionGroup var data: DataOption

        func run() throws {
            let opening = try data.open().exportSealed(
                entry: entry, to: out, reason: why.reason ?? "", people: why.people)
            print("密封件已写到 \(out)，本次导出记入账本第 \(opening) 条。")
        }
    }

    struct Open: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "用各机关的密钥共同开启：--item 离线开启导出的密封件，--entry 在服务器上当场开启。")
        @Option(help: ArgumentHelp("账本条目号", valueName: "N"))
        var entry: Int?
        @Option(help: ArgumentHelp("导出的密封件", valueName: "FILE"))
        var item: String?
        @Option(name: .customLong("key"), help: ArgumentHelp("机关密钥文件，每个机关一个", valueName: "FILE"))
        var keys: [String] = []
        @OptionGroup var why: OpeningOptions
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func validate() throws {
            guard (entry == nil) != (item == nil) else { throw ValidationError("--entry 和 --item 给出一个。") }
        }

        func run() throws {
            let opened =
                if let item { try Bureau.openSealedItem(at: item, keys: keys) } else {
                    try data.open().openSealed(
                        entry: entry ?? 0, keys: keys, reason: why.reason ?? "", people: why.people)
                }
            if json.isOn { return Terminal.print(opened.json) }
            opened.lines.forEach { print($0) }
        }
    }
}

/// Who opens, and why: recorded in the ledger.
struct OpeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("开启事由", valueName: "TEXT"))
    var reason: String?
    @Option(name: .customLong("by"), help: ArgumentHelp("开启人警号，每个机关一人", valueName: "P"))
    var people: [String] = []
}
