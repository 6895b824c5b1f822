import ArgumentParser
import Law
import Ledger
import Service

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "按行为当时有效的法律检查，列出违规、不明和未到期。",
        discussion: "给出 --from 时检查一个文件夹里的 NDJSON（每本台账一个文件），不需要数据文件夹。")

    @Option(name: .customLong("case"), help: ArgumentHelp("只看这件案件", valueName: "ID"))
    var caseID: String?

    @Option(help: ArgumentHelp("只用这条规则", valueName: "ID"))
    var rule: String?

    @Option(help: ArgumentHelp("检查一个文件夹里的 NDJSON", valueName: "DIR"))
    var from: String?

    @Flag(help: "与演示数据的答案（answers.ndjson）逐条比对")
    var againstKey = false

    @Option(help: "最多列出多少条（--json 时不限）")
    var limit = 40

    @OptionGroup var times: TimesOption
    @OptionGroup var data: DataOption
    @OptionGroup var packs: PackOption
    @OptionGroup var json: JSONFlag

    func run() throws {
        let times = times.times(.system)
        let question = JudgingQuestion(times: times, caseID: caseID, rule: rule)
        let run =
            if let from {
                try BureauJudging.run(question, folder: from, packs: packs.load())
            } else {
                try data.open().judge(question)
            }
        if againstKey { return try compare(run) }
        if json.isOn { return Terminal.print(run.json) }
        run.lines(limit: limit).forEach { print($0) }
    }

    private func compare(_ run: BureauJudging) throws {
        let comparison = try KeyComparison(of: run, answersIn: data.folder)
        if json.isOn { Terminal.print(comparison.json) } else { comparison.lines.forEach { print($0) } }
        if !comparison.isExact { throw ExitStatus.wrongData }
    }
}

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "一个判断的全部依据：事实、计算、条文。")

    @Option(name: .customLong("case"), help: ArgumentHelp("案件", valueName: "ID"))
    var caseID: String?

    @Option(help: ArgumentHelp("记录（缺省为案件中该规则所判断的每条记录）", valueName: "ID"))
    var record: String?

    @Option(help: ArgumentHelp("规则", valueName: "ID"))
    var rule: String

    @Option(help: ArgumentHelp("检查一个文件夹里的 NDJSON", valueName: "DIR"))
    var from: String?

    @OptionGroup var times: TimesOption
    @OptionGroup var data: DataOption
    @OptionGroup var packs: PackOption
    @OptionGroup var json: JSONFlag

    func validate() throws {
        guard caseID != nil || record != nil else {
            throw ValidationError("请用 --case 或 --record 指明要解释哪一个判断。")
        }
    }

    func run() throws {
        let question = JudgingQuestion(
            times: times.times(.system), caseID: caseID, rule: rule, record: record)
        let proofs: [(proof: Proof, tree: ProofNode)]
        if let from {
            proofs = try BureauJudging.explain(question, folder: from, packs: packs.load())
                .map { ($0, $0.tree) }
        } else {
            let bureau = try data.open()
            proofs = try bureau.explain(question).map { ($0, try bureau.tree(of: $0)) }
        }
        if json.isOn { return Terminal.print(.array(proofs.map { $0.proof.json($0.tree) })) }
        print(proofs.map(\.tree.text).joined(separator: "\n\n"))
    }
}
