import ArgumentParser
import Ledger
import Service

struct PackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "检查规则包：lint 读得通，test 例子全通过，hash 是哪一版。",
        subcommands: [Lint.self, Test.self, Hash.self])

    /// The folder to look at, after those it builds on.
    struct Folders: ParsableArguments {
        @Argument(help: "规则包文件夹，按依赖顺序；只给一个时，其余用随程序安装的")
        var folders: [String] = []

        func paths() throws -> [String] { try BureauPacks.folders(checking: folders) }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "严格读入；错误写明文件、行、列和允许的词。")
        @OptionGroup var folders: Folders
        @OptionGroup var json: JSONFlag

        func run() throws {
            do {
                let packs = try BureauPacks.load(folders: folders.paths())
                if json.isOn { Terminal.print(packs.json) } else { packs.lines.forEach { print($0) } }
            } catch let errors as PackErrors {
                if json.isOn { Terminal.print(errors.json) } else { Terminal.complain(errors.description) }
                throw ExitStatus.wrongData
            }
        }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "运行规则包自带的全部例子。")
        @OptionGroup var folders: Folders

        func run() throws {
            let book = RuleListing(try BureauPacks.load(folders: folders.paths()))
            book.failureLines.forEach { print($0) }
            if !book.allPassed { throw ExitStatus.wrongData }
        }
    }

    struct Hash: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "规则包的摘要；每个判断都记下它。")
        @OptionGroup var folders: Folders

        func run() throws {
            let packs = try BureauPacks.load(folders: folders.paths())
            for folder in packs.folders { print("\(folder.hash.hex)  \(folder.name)") }
            print("\(packs.hash.hex)  （合计）")
        }
    }
}
