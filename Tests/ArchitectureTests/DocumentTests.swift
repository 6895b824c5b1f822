import Foundation
import Testing

/// What the documents name exists.
@Suite("The documents speak of files that are there")
struct DocumentTests {
    static let documents =
        ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"]
        + ((try? Repository.files(in: "Docs", ending: ".md")) ?? [])

    /// The folders whose paths are written out, from the root.
    private static let folders = ["Docs/", "Sources/", "Tests/", "Packs/", "Benchmarks/"]

    @Test("Links and paths lead somewhere", arguments: documents)
    func paths(document: String) throws {
        let text = try Repository.text(document)
        let folder = Repository.root.appending(path: document).deletingLastPathComponent()
        for link in text.matches(of: /\]\(([^)#:]+)[^)]*\)/) {
            let path = String(link.1)
            #expect(exists(folder.appending(path: path)), "\(document)：\(path)")
        }
        for quoted in text.matches(of: /`([^`\s]+)`/) {
            let path = String(quoted.1)
            guard Self.folders.contains(where: path.hasPrefix), !path.contains("*") else { continue }
            for one in Self.expanded(path) {
                #expect(
                    exists(Repository.root.appending(path: one))
                        || exists(Repository.root.appending(path: one + ".swift")), "\(document)：\(one)")
            }
        }
    }

    @Test("A format page is in the index of formats")
    func index() throws {
        let index = try Repository.text("Docs/formats/README.md")
        for page in try FileManager.default.contentsOfDirectory(
            atPath: Repository.root.appending(path: "Docs/formats").path)
        where page.hasSuffix(".md") && page != "README.md" {
            #expect(index.contains("](\(page))"), "\(page)")
        }
    }

    private func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    /// `Sources/Ledger/{Tree,Notes}` is two paths.
    static func expanded(_ path: String) -> [String] {
        guard let open = path.firstIndex(of: "{"), let close = path.firstIndex(of: "}") else { return [path] }
        return path[path.index(after: open)..<close].split(separator: ",").map {
            String(path[..<open]) + $0 + path[path.index(after: close)...]
        }
    }
}
