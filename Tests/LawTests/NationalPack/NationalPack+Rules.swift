import Foundation
import Law
import Pack
import PackFiles

/// The pack and the bureau's registers, read the strict way.
extension NationalPack {
    static func rulePack() throws -> RulePack {
        let schema = try schema()
        let laws = try LawBook(file("laws.yaml"))
        let facts = try FactBook(
            files("facts"), in: schema, tables: try TableBook(files("tables"), laws: laws))
        let frames = try FrameBook(files("frames"), laws: laws)
        let bureau = try PackFolder(at: repository.appending(path: "Packs/police-bureau").path)
        let benchmarks = try BenchmarkBook(
            circumstances: bureau.files(in: "circumstances").map(\.node), factors: files("factors"),
            benchmarks: bureau.files(in: "benchmarks").map(\.node), schema: schema, facts: facts,
            frames: frames, laws: laws)
        return RulePack(
            schema: schema, laws: laws, facts: facts, frames: frames, calendar: china, benchmarks: benchmarks)
    }

    static func ruleBook() throws -> RuleBook {
        let pack = try rulePack()
        return try RuleBook(pack.rules(files("rules")), pack: pack)
    }

    private static func file(_ name: String) throws -> PackNode {
        guard let node = try files(name).first else {
            throw PackError(.missingKey(name), at: PackPlace(file: name, line: 1, column: 1))
        }
        return node
    }

    private static func schema() throws -> Schema {
        let bureau = try PackFolder(at: repository.appending(path: "Packs/police-bureau").path)
        return Schema(
            try bureau.files(in: "registers").map { file in
                let node = file.node
                return RegisterSchema(
                    id: try node["register"]?.text ?? "", name: try node["name"]?.text ?? "",
                    happened: try node["happened"]?.text ?? "",
                    fields: try (node["fields"]?.elements ?? []).map { try field($0) })
            })
    }

    private static func field(_ node: PackNode) throws -> FieldSchema {
        let kind: FieldKind =
            switch try node["type"]?.text {
            case "integer", "decimal": .number
            case "date": .day
            case "datetime": .moment
            case "boolean": .boolean
            case "code": .code(try codes(node))
            case "reference": .reference(register: try node["register"]?.text ?? "")
            default: .text
            }
        return FieldSchema(
            id: try node["id"]?.text ?? "", label: try node["label"]?.text ?? "", kind: kind,
            isList: try node["list"]?.boolean ?? false)
    }

    private static func codes(_ node: PackNode) throws -> [String] {
        guard case .mapping(let members)? = node["codes"]?.content else { return [] }
        return members.map(\.key)
    }
}
