import ArgumentParser
import Ledger
import Service

struct DMNCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dmn", abstract: "DMN 模型：用 DMN TCK 的测试文件检验。", subcommands: [Test.self])

    struct Test: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "按测试文件逐个结果核对一个 DMN 模型；有不符的，退出码为 1。",
            discussion: "例：zhunsheng dmn test 0004-simpletable-U.dmn 0004-simpletable-U-test-01.xml")

        @Argument(help: ArgumentHelp("DMN 模型", valueName: "FILE.dmn"))
        var model: String

        @Argument(help: ArgumentHelp("测试文件，可多个", valueName: "TEST.xml"))
        var tests: [String]

        @OptionGroup var json: JSONFlag

        func run() throws {
            let run = try DMNTestRun(model: model, tests: tests)
            if json.isOn { Terminal.print(run.json) } else { run.lines.forEach { print($0) } }
            if run.failed > 0 || run.results.isEmpty { throw ExitStatus.wrongData }
        }
    }
}
