import Foundation
import Pack
import PackFiles
import Registers

/// The repository as it lies on disk.
enum Repository {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    /// The paths of a folder's files with an ending, sorted, seen from the root.
    static func files(in folder: String, ending: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    }

    /// Every pack file that ships, as nodes.
    static func packFiles() throws -> [PackNode] {
        try files(in: "Packs", ending: ".yaml").map { try YAMLFile.parse(text($0), file: $0) }
    }

    static func registers() throws -> RegisterSet {
        try RegisterSet(
            files(in: "Packs/police-bureau/registers", ending: ".yaml").map {
                try YAMLFile.parse(text($0), file: $0)
            })
    }
}
