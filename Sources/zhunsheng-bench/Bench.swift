import ArgumentParser

/// Times the parts of judging that a user of the program never sees apart. No user runs it; `Benchmarks/rules/run` does.
@main
struct Bench: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhunsheng-bench", abstract: "测量判断各阶段所用的处理器时间（开发用）。",
        subcommands: [ChecksBench.self, NationalBench.self])
}
