import ArgumentParser
import Service
import Web

/// `zhunsheng ledger witness …`: both sides of witnessing. The first four are the witness's, the others the ledger's.
struct WitnessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "外部见证：见证人一方和账本一方。",
        discussion: """
            见证人一方：init、add-log、serve、sign、show。
            账本一方：policy、ask、export、accept、paper。
            """,
        subcommands: [
            Init.self, AddLog.self, Serve.self, Sign.self, Show.self, Policy.self, Ask.self, Export.self,
            Accept.self, Paper.self,
        ])

    struct WitnessFolderOption: ParsableArguments {
        @Option(name: .customLong("data"), help: ArgumentHelp("见证人的文件夹", valueName: "DIR"))
        var folder = "./zhunsheng-witness"

        func open() throws -> WitnessOffice { try WitnessOffice(at: folder, environment: .system) }
    }

    struct Init: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "见证人：建立自己的密钥。")

        @Argument(help: "见证人名称，如 procuratorate.example/witness；写进密钥，以后不改")
        var name: String

        @OptionGroup var witness: WitnessFolderOption

        func run() throws {
            let office = try WitnessOffice.create(at: witness.folder, name: name, environment: .system)
            print("已建立 \(witness.folder)。见证公钥（请当面交给账本单位）：\n\(office.publicKey)")
        }
    }

    struct AddLog: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add-log", abstract: "见证人：登记一本账和当面取得的检查点；不接受“第一次见到什么就信什么”。")

        @Argument(help: "账本公钥")
        var key: String

        @Option(help: ArgumentHelp("当面取得的检查点", valueName: "NOTE"))
        var initial: String?

        @Flag(name: .customLong("from-empty"), help: "双方确认账本还没有任何记录")
        var isEmpty = false

        @Flag(name: .customLong("new-key"), help: "已登记的账本换了密钥，经当面确认")
        var isNewKey = false

        @OptionGroup var witness: WitnessFolderOption

        func run() throws {
            try witness.open().follow(key, from: initial, isEmpty: isEmpty, isNewKey: isNewKey).lines.forEach
            { print($0) }
        }
    }

    struct Serve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "见证人：经 HTTP 见证（C2SP tlog-witness），只在本机开放。")

        @Option(help: "监听地址；只接受本机地址")
        var host = "127.0.0.1"

        @Option(help: "端口")
        var port = 8421

        @OptionGroup var witness: WitnessFolderOption

        func run() async throws {
            guard (1...65_535).contains(port) else {
                throw ServiceError(.use, "端口应在 1 到 65535 之间；却是 \(port)。请用 --port 另选一个，如 8421。")
            }
            let office = try witness.open()
            let address = "http://\(host):\(port)/"
            do {
                try await serveWitness(office, host: host, port: port, log: Terminal.complain) {
                    print("见证：\(address)add-checkpoint （按 Ctrl-C 结束）")
                }
            } catch let fault as ServeFault {
                throw ServiceError(.use, fault.description)
            } catch {
                throw ServiceError(.use, "不能在 \(address) 提供见证：端口可能已被占用，请用 --port 另选一个（\(error)）。")
            }
        }
    }

    struct Sign: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "见证人：见证经文件送来的检查点，写出回件。")

        @Argument(help: "账本单位 export 的文件")
        var file: String

        @Option(help: ArgumentHelp("回件写到文件", valueName: "ANSWER"))
        var out: String

        @OptionGroup var witness: WitnessFolderOption

        func run() throws { try witness.open().sign(file: file, to: out).forEach { print($0) } }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "见证人：公钥，各账本见证到哪里，留存的证据。")
        @OptionGroup var witness: WitnessFolderOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let status = try witness.open().status()
            if json.isOn { return Terminal.print(status.json) }
            status.lines.forEach { print($0) }
        }
    }
}
