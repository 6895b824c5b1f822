import Foundation
import Glibc
import Synchronization

/// CPU seconds of the whole process, user and system, as the kernel accounts for them.
enum CPU {
    static var seconds: Double {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory the process has held, in MiB.
    static var peak: Int {
        var usage = rusage()
        getrusage(RUSAGE_SELF.rawValue, &usage)
        return usage.ru_maxrss / 1024
    }

    /// Runs something and says what it took.
    static func timed<Result>(_ body: () throws -> Result) rethrows -> (Result, Double) {
        let start = seconds
        let result = try body()
        return (result, seconds - start)
    }
}

extension [Double] {
    var median: Double { sorted()[count / 2] }
    var least: Double { self.min() ?? 0 }
}

/// What was measured, in lines that a script reads: `judge 0.123 s`.
enum Line {
    static func seconds(_ name: String, _ seconds: Double, least: Double? = nil) {
        let least = least.map { String(format: ", least %.4f s", $0) } ?? ""
        print("\(name): \(String(format: "%.4f s CPU", seconds))\(least)")
    }

    static func peak() { print("peak memory: \(CPU.peak) MiB") }
}

/// Runs one piece of work for each part at once, and gives their results in order.
func parts<Result: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result] {
    guard count > 1 else { return [body(0)] }
    let results = Mutex([Int: Result]())
    DispatchQueue.concurrentPerform(iterations: count) { part in
        let result = body(part)
        results.withLock { $0[part] = result }
    }
    return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
