import Foundation

/// The schemas of `Docs/formats/schema`, and where their parts refer to.
struct SchemaFolder {
    /// One schema inside the folder: `rules.schema.json#/$defs/deadline`.
    struct Part {
        let file: String
        let pointer: String
        let content: JSON

        var id: String { "\(file)#\(pointer)" }

        /// A schema inside this one.
        func at(_ step: String, content: JSON) -> Part {
            Part(file: file, pointer: "\(pointer)/\(step)", content: content)
        }
    }

    enum Failure: Error {
        /// A keyword that `SchemaReader` does not know: it would promise what nobody checks.
        case unknownKeyword(String, in: String)
        case noSuchPart(String)
    }

    let files: [String: JSON]

    init(at folder: URL) throws {
        var files: [String: JSON] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
        where name.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appending(path: name))
            files[name] = try JSONDecoder().decode(JSON.self, from: data)
        }
        self.files = files
    }

    func root(of file: String) throws -> Part {
        guard let content = files[file] else { throw Failure.noSuchPart(file) }
        return Part(file: file, pointer: "", content: content)
    }

    /// What `#/$defs/version` or `common.schema.json#/$defs/day` names.
    func part(_ reference: String, from part: Part) throws -> Part {
        let halves = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        let file = halves[0].isEmpty ? part.file : halves[0]
        let pointer = halves.count == 2 ? halves[1] : ""
        guard var content = files[file] else { throw Failure.noSuchPart(reference) }
        for step in pointer.split(separator: "/") {
            guard let next = content.members[String(step)] else { throw Failure.noSuchPart(reference) }
            content = next
        }
        return Part(file: file, pointer: pointer, content: content)
    }

    /// Every `properties` entry of a file, as `SchemaReader` names them when it meets them.
    func properties(of file: String) throws -> Set<String> {
        var found: Set<String> = []
        func walk(_ part: Part) {
            for (key, value) in part.content.members {
                let inner = part.at(key, content: value)
                guard key == "properties" else {
                    walk(inner)
                    continue
                }
                for (name, schema) in value.members {
                    let property = inner.at(name, content: schema)
                    found.insert(property.id)
                    walk(property)
                }
            }
            for (place, element) in part.content.elements.enumerated() {
                walk(part.at("\(place)", content: element))
            }
        }
        walk(try root(of: file))
        return found
    }
}
