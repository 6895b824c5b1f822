import Foundation
import Testing

/// The arrows of Docs/architecture.md, held against what the files really import.
@Suite("Imports point one way")
struct ImportDirectionTests {
    /// What each target may import. The system's own modules are listed where they are allowed at all.
    static let allowed: [String: Set<String>] = [
        "Pack": [],
        "PackFiles": ["Pack", "Yams", "Foundation"],
        "Law": ["Pack", "Glibc"],
        "Ledger": ["COpenSSL", "Glibc"],
        "Documents": ["CExpat", "CQREncode", "CXlsxWriter", "CZip", "Glibc"],
        "Registers": ["Documents", "Law", "Ledger", "Pack", "Foundation", "Glibc"],
        "Supervision": ["Law", "Pack", "Registers"],
        "Reporting": ["Documents", "Law", "Pack", "Registers"],
        "Demo": ["Law", "Registers"],
        "Storage": [
            "Law", "Ledger", "Registers", "GRDB", "GRDBSQLite", "Dispatch", "Foundation", "Glibc",
            "Synchronization",
        ],
        "Service": [
            "Demo", "Documents", "Law", "Ledger", "Pack", "PackFiles", "Registers", "Reporting", "Storage",
            "Supervision", "Foundation", "Glibc", "Synchronization",
        ],
        "Web": ["Service", "Hummingbird", "Dispatch", "Foundation", "Glibc", "Synchronization"],
        "zhunsheng": [
            "Service", "Web", "Law", "Ledger", "Registers", "Storage", "ArgumentParser", "Foundation",
            "Glibc",
        ],
        "zhunsheng-verify": ["Ledger", "Glibc"],
        "zhunsheng-bench": [
            "Demo", "Law", "Registers", "Service", "Supervision", "ArgumentParser", "Foundation", "Glibc",
            "Synchronization",
        ],
    ]

    @Test("Each target imports only what the architecture allows", arguments: allowed.keys.sorted())
    func imports(target: String) throws {
        let folder = Repository.root.appendingPathComponent("Sources/\(target)")
        let allowed = Self.allowed[target] ?? []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        where path.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            for module in Self.imports(of: text) where !allowed.contains(module) {
                Issue.record("Sources/\(target)/\(path) imports \(module), which \(target) may not")
            }
        }
    }

    @Test("Every folder of Sources is in the table")
    func everyTargetIsHeld() throws {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appendingPathComponent("Sources").path)
        let unheld = Set(folders.filter { !$0.hasPrefix("C") }).subtracting(Self.allowed.keys)
        #expect(unheld.isEmpty)
    }

    static func imports(of text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let at = words.firstIndex(of: "import"), at <= 2, words.count > at + 1,
                words[..<at].allSatisfy({
                    $0.hasPrefix("@") || ["package", "public", "internal"].contains($0)
                })
            else { return nil }
            let named = words.last ?? words[at + 1]
            return named.split(separator: ".").first.map(String.init)
        }
    }
}
