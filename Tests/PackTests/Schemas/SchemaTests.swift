import Foundation
import Pack
import PackFiles
import Testing

/// The schemas are what an editor tells a lawyer while she writes; the decoders are what the program accepts.
@Suite("The schemas say what the decoders accept")
struct SchemaTests {
    static let packs = ["national", "police-bureau"]

    @Test("every file of the packs is valid under its schema", arguments: packs)
    func packFiles(name: String) throws {
        let pack = try PackFolder(at: Repository.root.appending(path: "Packs/\(name)").path)
        #expect(pack.errors == [])
        #expect(!pack.files.isEmpty)
        var reader = try Self.reader()
        for file in pack.files {
            let schema = try #require(Self.schema(of: file.path), "no schema for \(file.path)")
            #expect(try reader.problems(file.node, schema) == [], "\(file.path)")
        }
    }

    @Test("the fixtures are read by the decoders and valid under the schemas", arguments: PackKind.allCases)
    func fixtures(kind: PackKind) throws {
        var reader = try Self.reader()
        #expect(try Decoders().refusal(of: try kind.fixture(), as: kind) == nil)
        #expect(try reader.problems(try kind.fixture(), kind.schema) == [])
    }

    @Test("no schema allows a key that the decoders do not read", arguments: PackKind.ofLaw)
    func everyKeyIsUsed(kind: PackKind) throws {
        var reader = try Self.reader()
        #expect(try reader.problems(try kind.fixture(), kind.schema) == [])
        var unused = try reader.folder.properties(of: kind.schema).subtracting(reader.visited)
        // No check takes parameters yet; the one that does first will write them in the fixture.
        unused.remove("rules.schema.json#/$defs/check/properties/parameters")
        // Whatever stands inside `if` and `not` only asks.
        #expect(unused.filter { !$0.contains("/if/") && !$0.contains("/not/") } == [])
    }

    @Test("no decoder reads a key that the schema does not allow", arguments: PackKind.allCases)
    func everyKeyIsAllowed(kind: PackKind) throws {
        let decoders = try Decoders()
        var reader = try Self.reader()
        var tried = 0
        for file in try kind.fixture().files {
            for mutation in Mutation.all(of: file, isOpen: Self.isRecord) {
                guard
                    case .unknownKey(Mutation.strangeKey, let allowed) = decoders.refusal(
                        of: mutation.node, as: kind)?.fault
                else { continue }
                for key in allowed {
                    let renamed = mutation.node.renaming(Mutation.strangeKey, to: key)
                    let problems = try reader.problems(renamed, kind.schema)
                    #expect(!problems.contains(.unknownKey(key)), "\(mutation.what): \(key)")
                    tried += 1
                }
            }
        }
        #expect(tried > 4)
    }

    @Test(
        "what the schema refuses, the decoder refuses, and the other way round", arguments: PackKind.allCases)
    func agreement(kind: PackKind) throws {
        let decoders = try Decoders()
        var reader = try Self.reader()
        var refused = 0
        for file in try kind.fixture().files {
            for mutation in Mutation.all(of: file, isOpen: Self.isRecord) {
                let problems = try reader.problems(mutation.node, kind.schema)
                let refusal = decoders.refusal(of: mutation.node, as: kind)
                if let refusal, refusal.fault.isOfShape {
                    #expect(problems != [], "\(mutation.what): only the decoder says \(refusal)")
                }
                if !problems.isEmpty, !mutation.isEmptying {
                    #expect(refusal != nil, "\(mutation.what): only the schema says \(problems)")
                }
                if refusal != nil, !problems.isEmpty { refused += 1 }
            }
        }
        #expect(refused > 20)
    }

    @Test("a wrong word is refused by both", arguments: WrongWord.all)
    func wrongWord(_ wrong: WrongWord) throws {
        let node = try wrong.node
        var reader = try Self.reader()
        #expect(try reader.problems(node, wrong.kind.schema) != [])
        #expect(try Decoders().refusal(of: node, as: wrong.kind) != nil)
    }

    @Test("the checks that the schema names are the checks there are")
    func checks() throws {
        let wrong = WrongWord(.rules, "check: inquiry-separately", "check: no-such")
        guard
            case .danglingReference(_, _, let there) = try Decoders().refusal(of: try wrong.node, as: .rules)?
                .fault
        else {
            Issue.record("an unknown check was read")
            return
        }
        let version = try Self.reader().folder.files["rules.schema.json"]?.members["$defs"]?.members["check"]
        #expect(version?.members["properties"]?.members["check"]?.members["enum"]?.texts == there)
    }

    static func reader() throws -> SchemaReader {
        SchemaReader(try SchemaFolder(at: Repository.root.appending(path: "Docs/formats/schema")))
    }

    /// Which schema holds for a file of a pack.
    static func schema(of path: String) -> String? {
        let kinds = [
            "laws.yaml": "laws", "calendar.yaml": "calendar", "facts": "facts", "rules": "rules",
            "frames": "frames", "tables": "tables", "principles": "principles",
            "circumstances": "circumstances", "factors": "factors", "benchmarks": "benchmarks",
            "retention.yaml": "retention", "registers": "register",
            "indicators": "indicators",
            "claims": "claims",
            "reports": "report",
        ]
        return path.split(separator: "/").first.flatMap { kinds[String($0)] }.map { "\($0).schema.json" }
    }

    /// The records of examples, whose fields the registers declare and no schema knows.
    private static func isRecord(_ path: [String]) -> Bool {
        // The inputs of a fact are those of its table, the keys those of its sheet.
        if path.first == "facts", ["inputs", "keys"].contains(path.last) { return true }
        guard path.contains("examples") else { return false }
        return path.last == "record" || path.last == "case" || path.dropLast(2).last == "with"
    }
}

extension PackError.Fault {
    /// Whether it is about how a file is made, not about what its words mean or refer to.
    fileprivate var isOfShape: Bool {
        switch self {
        case .expected, .unknownKey, .duplicateKey, .missingKey, .notAllowed: true
        default: false
        }
    }
}

extension PackNode {
    /// The file as it stands, or one file for each element of its list.
    fileprivate var files: [PackNode] {
        guard case .mapping(let members) = content, let last = members.last,
            case .sequence(let elements) = last.value.content,
            [
                "laws", "facts", "frames", "rules", "tables", "principles", "indicators", "claims",
                "circumstances", "factors", "benchmarks", "classes",
            ].contains(
                last.key)
        else { return [self] }
        return elements.map { element in
            let list = PackNode(.sequence([element]), at: last.value.place)
            let member = PackNode.Member(key: last.key, keyPlace: last.keyPlace, value: list)
            return PackNode(.mapping(members.dropLast() + [member]), at: place)
        }
    }

    fileprivate func renaming(_ key: String, to other: String) -> PackNode {
        switch content {
        case .scalar: return self
        case .sequence(let elements):
            return PackNode(.sequence(elements.map { $0.renaming(key, to: other) }), at: place)
        case .mapping(let members):
            let renamed = members.map { member in
                PackNode.Member(
                    key: member.key == key ? other : member.key, keyPlace: member.keyPlace,
                    value: member.value.renaming(key, to: other))
            }
            return PackNode(.mapping(renamed), at: place)
        }
    }
}
