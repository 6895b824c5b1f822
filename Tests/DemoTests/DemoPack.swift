import Foundation
import Law
import Pack
import PackFiles
import Registers

/// The packs of the repository, as the demo needs them.
enum DemoPack {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func file(_ path: String, _ edited: (String) -> String = { $0 }) throws -> PackNode {
        let text = try String(contentsOf: root.appending(path: "Packs/\(path)"), encoding: .utf8)
        return try YAMLFile.parse(edited(text), file: path)
    }

    static func folder(_ path: String, _ edited: (String) -> String = { $0 }) throws -> [PackNode] {
        let folder = root.appending(path: "Packs/\(path)").path
        return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
            try file("\(path)/\($0)", edited)
        }
    }

    static func registers() throws -> RegisterSet {
        try RegisterSet(folder("police-bureau/registers"))
    }

    static func calendar() throws -> WorkCalendar {
        try WorkCalendar(file("national/calendar.yaml"))
    }
}
