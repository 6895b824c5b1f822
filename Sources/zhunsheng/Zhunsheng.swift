import ArgumentParser
import Glibc
import Service

/// The command line. One file a subcommand; every act is `Service`'s.
@main
struct Zhunsheng: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhunsheng",
        abstract: "准绳：执法台账、依法检查、报告与证明。",
        discussion: """
            退出码：0 正常；1 数据有问题；2 用法有误；3 账本未通过核验。
            加 --json 时输出一个 JSON 文档。
            """,
        subcommands: [
            InitCommand.self, DemoCommand.self, ImportCommand.self, ExportCommand.self, CheckCommand.self,
            ExplainCommand.self, DeadlineCommand.self, LawCommand.self, RulesCommand.self, PackCommand.self,
            DMNCommand.self, DiscretionCommand.self,
            IndicatorCommand.self, ReportCommand.self, LedgerCommand.self, RebuildCommand.self,
            BackupCommand.self, RestoreCommand.self, RecordingsCommand.self, ServeCommand.self,
            EraseCommand.self, HoldCommand.self, DestroyCommand.self, SealedCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(report(error))
        }
    }

    /// Prints an error for people and gives the exit code that scripts rely on.
    private static func report(_ error: any Error) -> Int32 {
        switch error {
        case let status as ExitStatus:
            return status.rawValue
        default: break
        }
        if let worded = ServiceError(wording: error) {
            Terminal.complain(worded.description)
            return ExitStatus(worded).rawValue
        }
        switch exitCode(for: error) {
        case .success:
            print(fullMessage(for: error))
            return ExitStatus.fine.rawValue
        case .validationFailure:
            Terminal.complain(UsageWords.chinese(fullMessage(for: error)))
            return ExitStatus.wrongUse.rawValue
        default:
            Terminal.complain("操作没有完成：程序遇到了没有预料到的情况（\(error)）。请把这句话和所用的命令告诉维护者。")
            return ExitStatus.wrongData.rawValue
        }
    }
}
