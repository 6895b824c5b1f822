import Foundation
import Testing

@testable import Ledger

/// Foreign test vectors, kept outside this repository; their tests are skipped where the folder is missing.
enum Vectors {
    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/vectors")

    static let areHere = FileManager.default.fileExists(atPath: folder.path)
    static let missing: Comment = "../shared/vectors is not here"

    static func decode<Content: Decodable>(_ path: String, as type: Content.Type = Content.self) throws
        -> Content
    {
        try JSONDecoder().decode(type, from: try Data(contentsOf: folder.appending(path: path)))
    }

    static func bytes(_ path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.appending(path: path)))
    }

    /// Every JSON file below a folder, in a fixed order.
    static func files(below path: String) throws -> [String] {
        let paths =
            FileManager.default.enumerator(atPath: folder.appending(path: path).path)?.allObjects ?? []
        return paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".json") }.map { path + "/" + $0 }
            .sorted()
    }
}

func hex(_ text: String) throws -> [UInt8] { try #require(Hex.decode(text)) }
