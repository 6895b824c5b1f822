import ArgumentParser
import Service

/// For developers: what `Benchmarks/ledger/run` holds against the programs in C.
struct LedgerBenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "开发者用：测量账本本身（入账、证明、核验）。", shouldDisplay: false)

    @Option(help: ArgumentHelp("新建的文件夹，测完删除", valueName: "DIR"))
    var dir: String

    @Option(help: ArgumentHelp("入账的条数", valueName: "N"))
    var records = 100_000

    @Option(help: ArgumentHelp("每个事务的条数", valueName: "N"))
    var batch = 1000

    @Option(help: ArgumentHelp("另测这么多个包含证明和一次全面核验", valueName: "N"))
    var proofs = 0

    @Flag(help: "同时保持 SM3 树")
    var sm3Tree = false

    @Flag(help: "每个事务之后签署检查点")
    var sign = false

    func run() throws {
        let bench = try LedgerBench(folder: dir, keepsSM3Tree: sm3Tree)
        let appended = try bench.append(records, batch: batch, signing: sign)
        let what =
            "append, batch \(batch)\(sm3Tree ? ", both trees" : "")\(sign ? ", each signed" : ""), \(try bench.entrySize()) B an entry"
        print("\(what), \(appended.line)")
        if proofs > 0 {
            print("inclusion proofs, \(try bench.proofs(proofs).line)")
            print("audit, \(try bench.audit().line)")
        }
        try bench.remove()
    }
}
