import Foundation
import Pack
import PackFiles
import Registers

/// The registers of the bureau's pack, as they stand in `Packs/`.
enum PackRegisters {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func load() throws -> RegisterSet {
        let folder = root.appending(path: "Packs/police-bureau/registers")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        return try RegisterSet(
            files.map { file in
                let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
                return try YAMLFile.parse(text, file: "registers/\(file)")
            })
    }
}
