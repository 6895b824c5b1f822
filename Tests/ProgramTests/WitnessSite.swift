import Foundation
import Testing

/// `zhunsheng ledger witness serve` in its own process, asked over loopback.
final class WitnessSite {
    let port: Int
    private let process: Process

    init(_ program: Program, folder: String, executable: URL = Program.executable, arguments: [String]? = nil)
        throws
    {
        let port = try #require(Line.freePort())
        let serve =
            arguments?.map { $0.replacing("PORT", with: "\(port)") }
            ?? ["ledger", "witness", "serve", "--data", folder, "--port", "\(port)"]
        self.port = port
        process = try program.start(serve, executable: executable).process
        // It is ready when it takes connections; a process that ended never will be.
        while process.isRunning, Line(to: port) == nil { usleep(20_000) }
        #expect(process.isRunning)
    }

    deinit { stop() }

    /// Without a word of warning. SIGTERM would not do: a child inherits the signals that this process blocks.
    func stop() {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        process.waitUntilExit()
    }

    static func request(_ body: String) -> String {
        "POST /add-checkpoint HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
            + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
    }

    func ask(_ body: String) throws -> Answer {
        let line = try #require(Line(to: port))
        line.say(Self.request(body))
        return try Answer(line.hear())
    }

    struct Answer {
        let status: Int
        let head: String
        let body: String

        init(_ text: String) throws {
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
            status = try #require(text.split(separator: " ").dropFirst().first.flatMap { Int($0) })
            head = String(parts[0]).lowercased()
            body = parts.count > 1 ? String(parts[1]) : ""
        }
    }
}
