import ArgumentParser
import Service
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "页面（只在本机开放）。")

    @Option(help: "监听地址；目前没有用户账户，只接受本机地址")
    var host = "127.0.0.1"

    @Option(help: "端口")
    var port = 8420

    @OptionGroup var times: TimesOption
    @OptionGroup var data: DataOption

    /// Keeps the ledger from falling silent while pages are served.
    private func beat(_ bureau: Bureau) async {
        while !Task.isCancelled {
            var seconds = 60
            do { seconds = try bureau.beat() } catch {
                Terminal.complain("没有能按时签署账本：\(ServiceError(wording: error)?.description ?? "\(error)")")
            }
            try? await Task.sleep(for: .seconds(seconds))
        }
    }

    func run() async throws {
        guard (1...65_535).contains(port) else {
            throw ServiceError(.use, "端口应在 1 到 65535 之间；却是 \(port)。请用 --port 另选一个，如 8420。")
        }
        let bureau = try data.open()
        let pages = try BureauPages(bureau, asOf: times.asOf?.moment, knownAt: times.knownAt?.moment)
        let heart = Task { await beat(bureau) }
        defer { heart.cancel() }
        let address = "http://\(host):\(port)/"
        do {
            try await Web.serve(source: pages, host: host, port: port, log: Terminal.complain) {
                print("页面：\(address) （按 Ctrl-C 结束）")
            }
        } catch let fault as ServeFault {
            throw ServiceError(.use, fault.description)
        } catch {
            throw ServiceError(.use, "不能在 \(address) 提供页面：端口可能已被占用，请用 --port 另选一个（\(error)）。")
        }
    }
}
