import ArgumentParser
import Law
import Service

struct LawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "law", abstract: "法律文本：导入、列出、查一条、两版对照。",
        subcommands: [Import.self, List.self, Show.self, Compare.self])

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把一个文件夹里的法律文本（.md、.txt，每部一个文件）存入账本。",
            discussion: "文本读成条、款、项，各有摘要；同一文本再次导入不会增加条目。写法见 Docs/formats/statutes.md。")
        @Argument(help: "文件夹")
        var folder: String
        @Flag(help: "只检查，不入账")
        var dryRun = false
        @Flag(help: "先导入读得成的文件")
        var partial = false
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let result = try data.open().importLaws(from: folder, isPartial: partial, isDryRun: dryRun)
            if json.isOn { Terminal.print(result.json) } else { result.report.forEach { print($0) } }
            if !result.faults.isEmpty { throw ExitStatus.wrongData }
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "规则包里的法律，哪些有文本。")
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let listing = try data.open().library.listing()
            if json.isOn { Terminal.print(listing.json) } else { listing.report.forEach { print($0) } }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "一条法律的原文；给出日期时，按那一天施行的版本。")
        @Argument(help: "法律代码，如 ZA25")
        var code: String
        @Argument(help: "条，如 97、133-1 或 第九十七条")
        var article: ArticleArgument
        @Option(name: .customLong("as-of"), help: ArgumentHelp("哪一天施行的版本", valueName: "T"))
        var asOf: MomentArgument?
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let reading = try data.open().library.read(code, article.number, asOf: asOf?.moment.day)
            if json.isOn { Terminal.print(reading.json) } else { reading.lines.forEach { print($0) } }
        }
    }

    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "两个版本逐条对照，标出改动的文字。")
        @Argument(help: "旧版代码，如 ZA12")
        var old: String
        @Argument(help: "新版代码，如 ZA25")
        var new: String
        @OptionGroup var data: DataOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let comparison = try data.open().library.compare(old, new)
            if json.isOn { Terminal.print(comparison.json) } else { comparison.lines.forEach { print($0) } }
        }
    }
}

/// `97`, `133-1`, `第九十七条`
struct ArticleArgument: ExpressibleByArgument {
    let number: ArticleNumber

    init?(argument: String) {
        guard let number = ArticleNumber(argument) else { return nil }
        self.number = number
    }
}
