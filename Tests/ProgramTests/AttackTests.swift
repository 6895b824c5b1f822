import Foundation
import Testing

/// The insider's attacks, each carried out by `ledger attack` and noticed as its line of the table says.
@Suite("Every attack is noticed as the table says, and what nothing notices is named", .serialized)
struct AttackTests {
    static let names = [
        "edit", "truncate", "rewrite", "fork", "rollback", "split-view", "projection", "backdate",
        "replace-recording",
        "drop-interference", "late-discussion", "redate-finding", "formula", "grant", "silence", "clock",
        "copied-key", "lying-build", "swap-private", "early-destruction", "reveal-filer", "erase-to-hide",
    ]

    @Test("Each attack on a copy is answered by the commands named, with their exit codes and words")
    func attacks() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--seed", "3", "--cases", "20").status == 0)
        // The second implementation is part of the sources, and named relative to them.
        try program.shell("ln -s '\(Program.root.path)/Benchmarks' Benchmarks")
        let digest = try program.finished(
            ["-c", "cat d/ledger.sqlite d/head/checkpoint | sha256sum"], executable: sh)
        for name in Self.names {
            let result = try program.run("ledger", "attack", name, "--data", "d", "--json")
            #expect(result.status == 0, "\(name)：\(result.output)\(result.errors)")
            let answers = try result.json()["answers"] as? [[String: Any]] ?? []
            #expect(!answers.isEmpty)
        }
        let after = try program.finished(
            ["-c", "cat d/ledger.sqlite d/head/checkpoint | sha256sum"], executable: sh)
        #expect(digest.output == after.output, "an attack touched the folder it was given")
    }

    private let sh = URL(fileURLWithPath: "/bin/sh")

    @Test("The table has the attacks of these tests, and SECURITY.md names each")
    func table() throws {
        let program = try Program()
        defer { program.remove() }
        let list = try program.run("ledger", "attack", "--list", "--json")
        #expect(list.status == 0)
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(list.output.utf8)) as? [[String: Any]])
        #expect(Set(rows.compactMap { $0["name"] as? String }) == Set(Self.names))
        #expect(rows.compactMap { $0["number"] as? Int } == Array(1...22))
        let security = try String(
            contentsOf: Program.root.appendingPathComponent("SECURITY.md"), encoding: .utf8)
        for row in rows {
            let (number, name) = (row["number"] as? Int ?? 0, row["name"] as? String ?? "")
            let line = security.split(separator: "\n").first { $0.hasPrefix("| \(number) | `\(name)` |") }
            #expect(line != nil, "SECURITY.md 没有第 \(number) 种攻击 \(name)")
            if row["noticed"] as? Bool == false {
                #expect(line?.contains("**nothing**") == true, "\(name)")
            }
        }
        #expect(try program.run("ledger", "attack", "nonsense", "--data", "d").status == 2)
    }
}
