import Foundation
import Ledger

/// What the program says, and where: results to standard output, everything else to standard error.
enum Terminal {
    static func complain(_ message: String) { write(message + "\n") }

    static func print(_ document: JSONValue) { Swift.print(document.pretty) }

    /// A progress bar on a terminal, nothing on a pipe.
    static func progress(_ label: String) -> (_ done: Int, _ total: Int) -> Void {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return { _, _ in } }
        return { done, total in
            let width = 30
            let filled = total > 0 ? min(width, done * width / total) : 0
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            write("\r\(label) \(bar) \(done)/\(total)\(done >= total ? "\n" : "")")
        }
    }

    /// A running count on a terminal, where nobody knows how many there will be; nothing on a pipe.
    static func counter(_ label: String, _ unit: String) -> (_ done: Int) -> Void {
        guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return { _ in } }
        return { write("\r\(label) \($0) \(unit)\r") }
    }

    private static func write(_ text: String) {
        // A closed pipe is nobody's error: whoever closed it does not want to hear.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
