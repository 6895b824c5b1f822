import Foundation

/// The built program, run as a user runs it.
struct Program {
    struct Result {
        let status: Int32
        let output: String
        let errors: String

        /// The one JSON document of a `--json` run.
        func json() throws -> [String: Any] {
            let object = try JSONSerialization.jsonObject(with: Data(output.utf8))
            guard let members = object as? [String: Any] else { throw CocoaError(.coderReadCorrupt) }
            return members
        }
    }

    /// A folder of this test's own, removed by whoever made it.
    let folder: URL

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Beside the test bundle: SwiftPM puts all products of one build in one folder.
    static let executable: URL = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appendingPathComponent("zhunsheng")
    }()

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("zhunsheng-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: path(name), atomically: true, encoding: .utf8)
        return path(name)
    }

    /// Starts the program in the test's folder.
    func start(
        _ arguments: [String], executable: URL = Self.executable
    ) throws -> (process: Process, output: URL, errors: URL) {
        let process = Process()
        let run = UUID().uuidString
        let (output, errors) = (
            folder.appendingPathComponent(run + ".out"), folder.appendingPathComponent(run + ".err")
        )
        for file in [output, errors] { try Data().write(to: file) }
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        try process.run()
        return (process, output, errors)
    }

    /// Runs the program to its end.
    func run(_ arguments: String...) throws -> Result { try finished(arguments) }

    func finished(_ arguments: [String], executable: URL = Self.executable) throws -> Result {
        try finish(start(arguments, executable: executable))
    }

    /// Does to the test's folder what a person with a shell could do.
    func shell(_ command: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-ec", command]
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }

    /// Runs the offline verifier to its end.
    func verify(_ arguments: String...) throws -> Result {
        let verifier = Self.executable.deletingLastPathComponent().appendingPathComponent("zhunsheng-verify")
        return try finish(start(arguments, executable: verifier))
    }

    private func finish(_ running: (process: Process, output: URL, errors: URL)) throws -> Result {
        running.process.waitUntilExit()
        return Result(
            status: running.process.terminationStatus,
            output: try String(contentsOf: running.output, encoding: .utf8),
            errors: try String(contentsOf: running.errors, encoding: .utf8))
    }
}
