import Foundation
import Law
import Pack
import PackFiles
import Registers
import Supervision

/// The packs as they stand in `Packs/`, bound into a rule book.
enum ShippedPacks {
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    static let registers = load { try RegisterSet(nodes("police-bureau", "registers")) }

    static let book = load {
        let schema = Schema(registers)
        let laws = try LawBook(nodes("national", "laws.yaml")[0])
        let pack = RulePack(
            schema: schema, laws: laws,
            facts: try FactBook(
                nodes("national", "facts"), in: schema,
                tables: try TableBook(nodes("national", "tables"), laws: laws)),
            frames: try FrameBook(nodes("national", "frames"), laws: laws),
            calendar: try WorkCalendar(nodes("national", "calendar.yaml")[0]))
        return try RuleBook(pack.rules(nodes("national", "rules")), pack: pack)
    }

    private static func nodes(_ pack: String, _ place: String) throws -> [PackNode] {
        let folder = try PackFolder(at: root.appending(path: "Packs/\(pack)").path)
        if let error = folder.errors.first { throw error }
        return folder.files(in: place).map(\.node)
    }

    private static func load<Result>(_ body: () throws -> Result) -> Result {
        do { return try body() } catch { fatalError("\(error)") }
    }
}
