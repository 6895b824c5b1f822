import ArgumentParser
import Service

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "规则书：列出、查看、检验、打印。",
        subcommands: [List.self, Show.self, Test.self, Docs.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "全部规则：形式、依据、版本、例子通过数。")
        @OptionGroup var packs: PackOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let book = RuleListing(try packs.load())
            if json.isOn { return Terminal.print(book.json) }
            book.lines.forEach { print($0) }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一条规则：版本、条文、条件、例子。")
        @Argument(help: "规则编号，如 case-limit-2025")
        var id: String
        @OptionGroup var packs: PackOption

        func run() throws { print(try RuleBookText.rule(id, of: packs.load())) }
    }

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "运行规则的全部例子；有不通过的退出码为 1。")
        @OptionGroup var packs: PackOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let book = RuleListing(try packs.load())
            if json.isOn { Terminal.print(book.json) } else { book.failureLines.forEach { print($0) } }
            if !book.allPassed { throw ExitStatus.wrongData }
        }
    }

    struct Docs: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "打印整本规则书（Markdown 或 HTML），按专题。")
        @Option(help: ArgumentHelp("md 或 html", valueName: "FORMAT"))
        var format = Format.md
        @OptionGroup var packs: PackOption

        enum Format: String, ExpressibleByArgument, CaseIterable { case md, html }

        func run() throws {
            let packs = try packs.load()
            let text = format == .md ? RuleBookText.book(of: packs) : RuleBookPage.book(of: packs)
            print(text, terminator: "")
        }
    }
}
