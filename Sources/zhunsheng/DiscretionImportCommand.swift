import ArgumentParser
import Law
import Service

extension DiscretionCommand {
    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "把公布的裁量基准表格（案由、法定档、阶次、情节、幅度）转成规则包文件，逐格指出无法采用的。",
            discussion: "情节只认规则包 circumstances 中申报过的。有一格无法采用，或者入库核对没有通过，退出码为 1。")
        @Argument(help: ArgumentHelp("表格（XLSX 或 CSV）", valueName: "FILE"))
        var file: String
        @Option(help: "代码，如 city-2026")
        var id: String
        @Option(help: "名称")
        var title: String
        @Option(help: "制定机关")
        var issuer: String
        @Option(name: .customLong("document"), help: "文号")
        var documentNumber: String
        @Option(name: .customLong("published"), help: ArgumentHelp("公布日期", valueName: "D"))
        var publishedOn: DayArgument
        @Option(help: "在哪里公布")
        var publication: String
        @Option(help: ArgumentHelp("施行日期", valueName: "D"))
        var from: DayArgument
        @Option(help: ArgumentHelp("最后施行日", valueName: "D"))
        var until: DayArgument?
        @Option(help: "依据的法律代码，如 ZA25")
        var law: String
        @Option(help: "恰在交界的归哪个阶次：heavier 较重、lighter 较轻")
        var boundary: PreferenceArgument?
        @Option(help: "同时符合几个法定档的取哪个：heavier 较重、lighter 较轻")
        var several: PreferenceArgument?
        @Option(help: ArgumentHelp("写到这个文件（缺省为屏幕）", valueName: "FILE"))
        var out: String?
        @OptionGroup var packs: PackOption
        @OptionGroup var json: JSONFlag

        func run() throws {
            let head = BenchmarkHead(
                id: id, title: title, issuer: issuer, documentNumber: documentNumber,
                publishedOn: publishedOn.day, publication: publication, from: from.day, until: until?.day,
                law: law, boundary: boundary?.preference, several: several?.preference)
            let found = try BenchmarkImport(file, head, packs: packs.load())
            if let out { try found.write(to: out) }
            if json.isOn {
                Terminal.print(found.json)
            } else {
                if out == nil { print(found.yaml, terminator: "") }
                found.report.forEach { print($0) }
            }
            if !found.isGood { throw ExitStatus.wrongData }
        }
    }
}

struct PreferenceArgument: ExpressibleByArgument {
    let preference: Benchmark.Preference

    init?(argument: String) {
        guard let preference = Benchmark.Preference(rawValue: argument) else { return nil }
        self.preference = preference
    }
}
