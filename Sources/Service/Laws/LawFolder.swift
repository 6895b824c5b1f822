import Foundation
import Law
import Ledger

/// A folder with one file a statute.
struct LawFolder {
    struct File {
        let name: String
        let code: String
        let text: StatuteText
        let effectiveOn: Day?
        let isKnown: Bool
        let digest: Digest
    }

    private let path: String
    private let laws: LawBook
    private let names: [String]

    /// Bytes; the longest statute in force has about half a million.
    static let largestFile = 8 << 20

    init(_ path: String, laws: LawBook) throws {
        guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
            throw ServiceError(.use, "读不到文件夹 \(path)，没有导入任何文本。请检查路径和权限。")
        }
        names = found.filter { $0.hasSuffix(".md") || $0.hasSuffix(".txt") }.sorted()
        guard !names.isEmpty else {
            throw ServiceError(
                .use, "\(path) 里没有 .md 或 .txt 文件，没有导入任何文本。每部法一个文件；写法见 Docs/formats/statutes.md。")
        }
        self.path = path
        self.laws = laws
    }

    /// What can be read, and the faults of the rest.
    func read() throws -> ([File], faults: [StatuteText.Fault]) {
        var files: [File] = []
        var faults: [StatuteText.Fault] = []
        for name in names {
            do {
                let file = try read(name)
                if let other = files.first(where: { $0.code == file.code }) {
                    throw StatuteText.Fault(
                        file: name, line: 1, reason: .sameLaw(file.code, other: other.name))
                }
                files.append(file)
            } catch let fault as StatuteText.Fault {
                faults.append(fault)
            }
        }
        return (files, faults)
    }

    private func read(_ name: String) throws -> File {
        let file = "\(path)/\(name)"
        let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int
        guard (size ?? 0) <= Self.largestFile else {
            throw StatuteText.Fault(file: name, line: 1, reason: .fileTooLarge(most: Self.largestFile))
        }
        guard let data = FileManager.default.contents(atPath: file) else {
            throw ServiceError(.use, "读不到文件 \(file)，没有导入任何文本。请检查权限。")
        }
        let bytes = Array(data)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw StatuteText.Fault(file: name, line: 1, reason: .notUTF8)
        }
        let statute = try StatuteReader.read(text, file: name)
        let known = laws.statute(for: statute.heading)
        if let known, let stated = known.articles, stated != statute.count {
            throw StatuteText.Fault(
                file: name, line: 1,
                reason: .wrongCountForLaw(known.name, stated: stated, found: statute.count))
        }
        let days = statute.heading.days
        return File(
            name: name, code: known?.code ?? statute.heading.code ?? String(name.prefix { $0 != "." }),
            text: statute, effectiveOn: known?.inForce.from ?? (days.count == 1 ? days[0] : nil),
            isKnown: known != nil, digest: .sha256(bytes))
    }
}
