import Foundation
import Law

/// The statutes collected in `../shared/law/texts`, read as `law import` reads them. The repository holds none of them.
enum CollectedTexts {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "../shared/law/texts").standardizedFileURL

    static let areHere = FileManager.default.fileExists(atPath: folder.path)

    /// Every file, in the order of their names.
    static func all() throws -> [(file: String, text: StatuteText)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
            .sorted()
            .map { name in
                let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                return (name, try StatuteReader.read(text, file: name))
            }
    }

    /// The texts of the laws that a pack knows, by the law's code.
    static func byCode(_ laws: LawBook) throws -> [String: StatuteText] {
        var texts: [String: StatuteText] = [:]
        for (_, text) in try all() {
            if let law = laws.statute(for: text.heading) { texts[law.code] = text }
        }
        return texts
    }
}
