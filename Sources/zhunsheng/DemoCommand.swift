import ArgumentParser
import Service

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "生成一个虚构城市两年的台账，植入错误并写下答案（answers.ndjson）。")

    @OptionGroup var data: DataOption
    @OptionGroup var packs: PackOption
    @OptionGroup var json: JSONFlag

    @Option(help: "随机种子：相同种子生成相同的数据")
    var seed: UInt64 = 1

    @Option(help: "案件数，最多一百万")
    var cases = 2_000

    @Option(
        help: ArgumentHelp(
            "植入一个使报告断言不成立的反例，可多次给出：\(DemoPlant.allNames.joined(separator: "、"))", valueName: "NAME"))
    var plant: [String] = []

    @Flag(help: "不植入任何错误")
    var clean = false

    func run() throws {
        let folders = packs.folders.isEmpty ? try BureauPacks.shippedFolders() : packs.folders
        let summary = try Bureau.makeDemo(
            at: data.folder, packs: folders, seed: seed, cases: cases,
            plants: try plant.map(DemoPlant.init(named:)),
            isClean: clean, environment: .system, progress: Terminal.progress("生成"))
        if json.isOn { return Terminal.print(summary.json) }
        print("虚构城市已建立：\(data.folder)")
        print(
            "案件 \(summary.cases) 件，记录 \(summary.records) 条，植入错误 \(summary.faults) 处（\(summary.faultyRules) 条规则）。"
        )
        print("答案：\(summary.answers)")
    }
}
