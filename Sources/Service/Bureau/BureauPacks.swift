import Foundation
package import Law
package import Ledger
package import Pack
import PackFiles
package import Registers
package import Reporting
import Supervision

/// The packs a bureau works with, read, checked and bound together.
package struct BureauPacks: Sendable {
    package let folders: [PackSummary]
    package let registers: RegisterSet
    package let retention: RetentionClasses
    package let rules: RuleBook
    package let principles: PrincipleBook
    package let indicators: [Indicator]
    package let claims: [Claim]
    package let templates: [ReportTemplate]

    /// Names all packs together in every judgement: SHA-256 over the lines `name hash` of each, in order.
    package var hash: Digest { .sha256(Array(folders.map { "\($0.name) \($0.hash.hex)\n" }.joined().utf8)) }

    package func template(_ id: String) throws -> ReportTemplate {
        guard let template = templates.first(where: { $0.id == id }) else {
            throw ServiceError(.use, "没有名为“\(id)”的报告模板；可用：\(templates.map(\.id).joined(separator: "、"))。")
        }
        return template
    }

    package func register(_ id: String) throws -> RegisterDeclaration {
        guard let register = registers[id] else {
            throw ServiceError(.use, "没有名为“\(id)”的台账；可用：\(registers.ids.joined(separator: "、"))。")
        }
        return register
    }

    package func rule(_ id: String) throws -> Rule {
        guard let rule = rules.rule(id) else {
            throw ServiceError(.use, "没有编号为“\(id)”的规则；zhunsheng rules list 列出全部规则。")
        }
        return rule
    }
}

/// One pack folder: its name without the number that orders it in a data folder, how many files it has, and the hash over them.
package struct PackSummary: Hashable, Sendable {
    package let name: String
    package let path: String
    package let files: Int
    /// SHA-256 over the lines `path sha256-of-the-file` of each file, sorted by path.
    package let hash: Digest

    init(_ folder: PackFolder, path: String) {
        // `1-police-bureau` in a data folder is `police-bureau`: the same pack has one hash wherever it lies.
        name = String(folder.name.trimmingPrefix(/[0-9]+-/))
        self.path = path
        let all = folder.files.map { ($0.path, $0.bytes) } + folder.models.map { ($0.path, $0.bytes) }
        files = all.count
        let lines = all.sorted { Array($0.0.utf8).lexicographicallyPrecedes(Array($1.0.utf8)) }
            .map { "\($0) \(Digest.sha256($1).hex)\n" }
        hash = .sha256(Array(lines.joined().utf8))
    }
}

/// What is wrong with packs: every file that does not read, or the first thing that does not fit together.
package struct PackErrors: Error, Sendable, CustomStringConvertible {
    package let errors: [PackError]
    package var description: String { errors.map(\.description).joined(separator: "\n") }
}

extension BureauPacks {
    /// - Parameter paths: Folders with packs; later ones add to earlier ones.
    /// - Throws: `PackErrors`, or a `ServiceError` for a folder that is not there.
    package static func load(folders paths: [String]) throws -> BureauPacks {
        var folders: [PackFolder] = []
        for path in paths {
            guard FileManager.default.fileExists(atPath: path) else {
                throw ServiceError(.use, "找不到规则包文件夹 \(path)。请检查 --pack，或重新安装规则包。")
            }
            folders.append(try PackFolder(at: path))
        }
        let unreadable = folders.flatMap(\.errors)
        guard unreadable.isEmpty else { throw PackErrors(errors: unreadable) }
        do throws(PackError) {
            return try bind(folders, summaries: zip(folders, paths).map { PackSummary($0, path: $1) })
        } catch {
            throw PackErrors(errors: [error])
        }
    }

    private static func bind(
        _ folders: [PackFolder], summaries: [PackSummary]
    ) throws(PackError) -> BureauPacks {
        func nodes(_ place: String) -> [PackNode] { folders.flatMap { $0.files(in: place) }.map(\.node) }
        func node(_ place: String) throws(PackError) -> PackNode {
            guard let node = nodes(place).first else {
                throw PackError(.missingKey(place), at: PackPlace(file: place, line: 1, column: 1))
            }
            return node
        }
        let registers = try RegisterSet(nodes("registers"))
        let retention = try RetentionClasses(nodes("retention.yaml"))
        try retention.check(nodes("registers"))
        let laws = try LawBook(node("laws.yaml"))
        let frames = try FrameBook(nodes("frames"), laws: laws)
        let schema = Schema(registers, frames: frames)
        let tables = try TableBook(nodes("tables") + modelTables(folders), laws: laws)
        let facts = try FactBook(nodes("facts"), in: schema, tables: tables)
        let benchmarks = try BenchmarkBook(
            circumstances: nodes("circumstances"), factors: nodes("factors"), benchmarks: nodes("benchmarks"),
            schema: schema, facts: facts, frames: frames, laws: laws)
        let pack = RulePack(
            schema: schema, laws: laws, facts: facts, frames: frames,
            calendar: try WorkCalendar(node("calendar.yaml")), benchmarks: benchmarks)
        let rules = try RuleBook(pack.rules(nodes("rules")), pack: pack)
        let principles = try PrincipleBook(nodes("principles"), beside: rules)
        var indicators: [Indicator] = []
        for node in nodes("indicators") { indicators += try Indicator.list(node, declarations: registers) }
        var claims: [Claim] = []
        for node in nodes("claims") { claims += try Claim.list(node, declarations: registers) }
        var templates: [ReportTemplate] = []
        for node in nodes("reports") {
            templates.append(try ReportTemplate(node, indicators: indicators, claims: claims))
        }
        return BureauPacks(
            folders: summaries, registers: registers, retention: retention, rules: rules,
            principles: principles,
            indicators: indicators, claims: claims,
            templates: templates)
    }

    /// The decision tables of the packs' DMN files.
    private static func modelTables(_ folders: [PackFolder]) throws(PackError) -> [PackNode] {
        var nodes: [PackNode] = []
        for folder in folders {
            for model in folder.models(in: "tables") {
                nodes.append(try DMNFile(model.bytes, file: "\(folder.name)/\(model.path)").tables)
            }
        }
        return nodes
    }

    /// The packs that came with the program: `Packs/` beside the executable, in `../share/zhunsheng`, or in one of
    /// the folders above it, as in a checkout.
    package static func shippedFolders() throws -> [String] {
        let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        var places = [executable.deletingLastPathComponent()]
        for _ in 0..<4 { places.append(places[places.count - 1].deletingLastPathComponent()) }
        places.insert(places[1].appendingPathComponent("share/zhunsheng"), at: 1)
        for place in places {
            let packs = place.appendingPathComponent("Packs")
            let folders = ["national", "police-bureau"].map { packs.appendingPathComponent($0).path }
            if folders.allSatisfy(FileManager.default.fileExists(atPath:)) { return folders }
        }
        throw ServiceError(.use, "找不到随程序安装的规则包（Packs/national、Packs/police-bureau）。请用 --pack 指明文件夹。")
    }
}
