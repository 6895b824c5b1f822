import Foundation
import Testing

/// The campaigns of Benchmarks/Reliability in small; Docs/reliability.md has what they gave at full size.
@Suite("The ledger outlives its accidents")
struct ReliabilityTests {
    /// A campaign's script run by Python against the drill that was built with the tests.
    private func run(_ script: String, _ arguments: String..., python: String = "python3") throws
        -> Program.Result
    {
        let program = try Program()
        defer { program.remove() }
        let path = Program.root.appendingPathComponent("Benchmarks/Reliability/\(script).py").path
        let drill = Program.executable.deletingLastPathComponent().appendingPathComponent("ledger-drill").path
        return try program.finished(
            ["DRILL=\(drill)", python, path] + arguments, executable: URL(fileURLWithPath: "/usr/bin/env"))
    }

    @Test(
        "Every disk state that a power cut could leave has every acknowledged record, and opens",
        .enabled(if: Tools.canTrace, Tools.cannotTrace))
    func powerCut() throws {
        let sound = try run("crash", "--count", Tools.size("CRASH_RECORDS", 4), "--subsets", "1")
        #expect(sound.status == 0, "\(sound.output)\(sound.errors)")
        // On a disk that lies about its syncs they are lost: the search does find what is there to be found.
        let lying = try run("crash", "--count", "2", "--subsets", "0", "--ignore-sync")
        #expect(lying.status == 1 && lying.output.contains("LOST"), "\(lying.output)\(lying.errors)")
    }

    @Test(
        "Each system call of an append failing once loses nothing, and nothing is filed after a failed sync",
        .enabled(if: Tools.canTrace, Tools.cannotTrace))
    func faults() throws {
        let result = try run("faults", "--count", "1", "--every", Tools.size("FAULTS_EVERY", 25))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "kill -9 at random moments loses nothing that was acknowledged",
        .enabled(if: Tools.hasPython, "python3 is not installed here"))
    func killed() throws {
        let result = try run("kill", "--rounds", Tools.size("KILL_ROUNDS", 8))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test("Two writers at once take turns", .enabled(if: Tools.hasPython, "python3 is not installed here"))
    func writers() throws {
        let result = try run("places", "writers")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "A full disk is said to be full, loses nothing, and works again with room",
        .enabled(if: Tools.canMount, "mounting a tmpfs takes root"))
    func full() throws {
        let result = try run("places", "full")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "A clock set back does not take the ledger's time with it",
        .enabled(if: Tools.has("faketime"), "faketime is not installed here"))
    func clock() throws {
        let result = try run("places", "clock")
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "A flipped bit in an entry, a tile or a checkpoint is found and named",
        .enabled(if: Tools.hasPython, "python3 is not installed here"))
    func flips() throws {
        let result = try run("flips", "--records", "300", "--flips", Tools.size("FLIPS", 40))
        #expect(result.status == 0, "\(result.output)\(result.errors)")
    }

    @Test(
        "An export is read by a second implementation, and by somebody else's client where that is installed")
    func export() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "3", "--cases", "40").status == 0)
        #expect(try program.run("ledger", "export", "--out", "log", "--data", "d").status == 0)
        let keys = try String(contentsOfFile: program.path("d/keys/ledger.vkey"), encoding: .utf8)
        let key = String(keys.split(separator: "\n")[0])
        let (log, tile) = (program.path("log"), program.path("log/tile/0/000"))
        let own = try run("static_log", log, key)
        #expect(own.status == 0 && own.output.contains("entries"), "\(own.output)\(own.errors)")
        let foreign = try run("foreign_log", log, key, python: Tools.foreignPython)
        #expect([0, 77].contains(foreign.status), "\(foreign.output)\(foreign.errors)")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: tile))
        bytes[40] ^= 1
        try bytes.write(to: URL(fileURLWithPath: tile))
        #expect(try run("static_log", log, key).status == 1)
    }
}

/// What this machine lets a test do.
enum Tools {
    static let hasPython = has("python3")
    static let canTrace =
        hasPython && has("strace") && succeeds("strace -f -o /dev/null -e trace=none true")
    static let cannotTrace: Comment = "strace is not installed here, or may not trace"
    /// Mounting a tmpfs takes root.
    static let canMount = hasPython && getuid() == 0 && succeeds("unshare -m true")
    /// A Python that has aics-tlog, named by AICS_PYTHON.
    static let foreignPython = ProcessInfo.processInfo.environment["AICS_PYTHON"] ?? "python3"

    /// The full size of a campaign, when it is asked for.
    static func size(_ name: String, _ small: Int) -> String {
        ProcessInfo.processInfo.environment["ZHUNSHENG_" + name] ?? "\(small)"
    }

    static func has(_ tool: String) -> Bool { succeeds("command -v \(tool)") }

    private static func succeeds(_ command: String) -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
