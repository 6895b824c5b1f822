import ArgumentParser
import Service

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "报告：编制、检查文稿、冻结成证据包、核验。",
        subcommands: [Compile.self, Lint.self, Freeze.self, Verify.self])

    struct Question: ParsableArguments {
        @Argument(help: "报告模板，如 annual")
        var template: String

        @Option(help: ArgumentHelp("期间，如 2025", valueName: "P"))
        var period: String

        @Option(name: .customLong("known-at"), help: ArgumentHelp("只用当时已知的记录", valueName: "T"))
        var knownAt: MomentArgument?

        @OptionGroup var data: DataOption

        var question: ReportQuestion {
            ReportQuestion(template: template, period: period, knownAt: knownAt?.moment)
        }
    }

    struct Compile: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "由台账编出报告，每个数字和断言都有记录可查。")
        @OptionGroup var question: Question

        @Option(help: "格式：docx、html、md")
        var format: ReportFormat = .md

        @Option(help: ArgumentHelp("写到文件（md、html 缺省为标准输出）", valueName: "FILE"))
        var out: String?

        @OptionGroup var json: JSONFlag

        func run() throws {
            guard format != .docx || out != nil || json.isOn else {
                throw ValidationError("DOCX 不能写到标准输出；请用 --out 指明文件。")
            }
            let bureau = try question.data.open()
            let report = try bureau.compile(question.question)
            if let out { try bureau.write(report, as: format, to: out) }
            if json.isOn { return Terminal.print(report.json) }
            guard out != nil else { return print(report.text(as: format)) }
            report.lines.forEach { print($0) }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "检查任何文稿：漏了“三是”、分项与合计不符、百分比算错……")

        @Argument(help: "文本文件（UTF-8）")
        var file: String

        @OptionGroup var json: JSONFlag

        func run() throws {
            let faults = try DraftLint(file: file)
            if json.isOn { Terminal.print(faults.json) } else { faults.lines.forEach { print($0) } }
            if !faults.isClean { throw ExitStatus.wrongData }
        }
    }

    struct Freeze: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "冻结：报告、数值、定义、记录和证明合成一个证据包。")
        @OptionGroup var question: Question

        @Option(help: ArgumentHelp("证据包写到文件", valueName: "FILE"))
        var out: String

        @Flag(name: .customLong("anew"), help: "放弃还在等候见证的同一报告，重新编制")
        var isAnew = false

        func run() throws {
            let pack = try question.data.open().freeze(question.question, to: out, isAnew: isAnew)
            if pack.isResumed { print("已完成先前等候见证的定稿，没有另行入账；要重新编制，请加 --anew。") }
            print(
                "已冻结到 \(out)：\(pack.figures) 个数值、\(pack.claims) 个断言、\(pack.entries) 条记录。核验：zhunsheng-verify \(out)"
            )
            if !pack.witnesses.isEmpty { print("检查点已由 \(pack.witnesses.joined(separator: "、")) 见证。") }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "核验一个证据包；不需要数据文件夹。")

        @Argument(help: "证据包")
        var file: String

        @Option(help: ArgumentHelp("核验人自己的见证政策：核对公钥和见证人是否够数", valueName: "FILE"))
        var policy: String?

        func run() throws {
            let outcome = try EvidenceCheck(file: file, policy: policy)
            outcome.lines.forEach { print($0) }
            if !outcome.isSound { throw ExitStatus.ledgerFails }
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
