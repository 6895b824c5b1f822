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
            ExplainCommand.self, DeadlineCommand.self, RulesCommand.self, PackCommand.self,
            IndicatorCommand.self, ReportCommand.self, LedgerCommand.self, RebuildCommand.self,
            ServeCommand.self,

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
        case let error as ServiceError:
            Terminal.complain(error.description)
            return ExitStatus(error).rawValue
        default:
            let code = exitCode(for: error)
            let message = fullMessage(for: error)
            if code == .success {
                print(message)
                return ExitStatus.fine.rawValue
            }
            Terminal.complain(message)
            return code == .validationFailure ? ExitStatus.wrongUse.rawValue : ExitStatus.wrongData.rawValue
        }
    }
}
