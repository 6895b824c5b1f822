import Foundation
import Testing

/// `Docs/for-lawyers/hard-cases`: what the documents say the program prints is what it prints.
///
/// `RECORD_GOLDEN=1` writes the outputs anew instead.
@Suite("The hard cases written up for lawyers")
struct HardCaseTests {
    static let folder = Program.root.appending(path: "Docs/for-lawyers/hard-cases")
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1"

    static let cases: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).filter { $0 != "README.md" }.sorted()
    }()

    @Test("ten cases are written up, and the index names each")
    func index() throws {
        #expect(Self.cases.count >= 10)
        let index = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
        for name in Self.cases { #expect(index.contains("(\(name)/README.md)")) }
    }

    @Test("every command of a case prints what stands below it", arguments: cases)
    func commandsPrint(_ name: String) throws {
        let program = try Program()
        defer { program.remove() }
        let source = Self.folder.appending(path: name)
        try program.shell("cp '\(source.path)'/*.ndjson .")
        let document = source.appending(path: "README.md")
        let text = try String(contentsOf: document, encoding: .utf8)
        var blocks = text.components(separatedBy: "```\n")
        var commands = 0
        for place in blocks.indices where blocks[place].hasPrefix("$ zhunsheng ") {
            let line = blocks[place].prefix { $0 != "\n" }
            let result = try program.finished(line.split(separator: " ").dropFirst(2).map(String.init))
            #expect(result.errors.isEmpty, "\(line): \(result.errors)")
            let printed = "\(line)\n\(result.output.trimmingCharacters(in: .newlines))\n"
            if !Self.isRecording { #expect(blocks[place] == printed, "\(name)") }
            blocks[place] = printed
            commands += 1
        }
        #expect(commands > 0)
        if Self.isRecording {
            try blocks.joined(separator: "```\n").write(to: document, atomically: true, encoding: .utf8)
        }
    }
}
