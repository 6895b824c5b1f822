import ArgumentParser
import Law
import Service

/// Where the data folder is.
struct DataOption: ParsableArguments {
    @Option(name: .customLong("data"), help: ArgumentHelp("数据文件夹", valueName: "DIR"))
    var folder = "./zhunsheng-data"

    func open() throws -> Bureau {
        let bureau = try Bureau.open(at: folder, environment: .system)
        if let warning = try bureau.clockWarning() { Terminal.complain(warning) }
        return bureau
    }
}

/// The packs to use without a data folder: those named, or those that came with the program.
struct PackOption: ParsableArguments {
    @Option(name: .customLong("pack"), help: ArgumentHelp("规则包文件夹，可多次给出", valueName: "DIR"))
    var folders: [String] = []

    func load() throws -> BureauPacks {
        try BureauPacks.load(folders: folders.isEmpty ? BureauPacks.shippedFolders() : folders)
    }
}

struct JSONFlag: ParsableArguments {
    @Flag(name: .customLong("json"), help: "输出一个 JSON 文档")
    var isOn = false
}

/// The two times every question takes.
struct TimesOption: ParsableArguments {
    @Option(name: .customLong("as-of"), help: ArgumentHelp("判断所依据的时点（缺省为现在）", valueName: "T"))
    var asOf: MomentArgument?

    @Option(
        name: .customLong("known-at"),
        help: ArgumentHelp("只用当时已知的记录（缺省为全部）", valueName: "T"))
    var knownAt: MomentArgument?

    func times(_ environment: Environment) -> Times {
        Times(asOf: asOf?.moment ?? environment.now(), knownAt: knownAt?.moment)
    }
}

/// `2026-01-04` (its last minute) or `2026-01-04T10:30`.
struct MomentArgument: ExpressibleByArgument {
    let moment: Moment

    init?(argument: String) {
        if let day = Day(argument) {
            moment = Moment(day, hour: 23, minute: 59)
        } else if let moment = Moment(argument) {
            self.moment = moment
        } else {
            return nil
        }
    }
}

/// `2026-01-04`.
struct DayArgument: ExpressibleByArgument {
    let day: Day

    init?(argument: String) {
        guard let day = Day(argument) else { return nil }
        self.day = day
    }
}
