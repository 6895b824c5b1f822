import Foundation
import Pack

/// Holds pack nodes to a schema: the part of JSON Schema 2020-12 that the schemas use.
///
/// A scalar of a pack is text, so `type` asks what the text can be read as, as the decoders do.
struct SchemaReader {
    enum Problem: Hashable {
        case wrongType(String)
        case wrongValue(String)
        case missingKey(String)
        case unknownKey(String)
        case wrongNumber(String)
        case noAlternative(String)
    }

    let folder: SchemaFolder
    /// The `properties` entries that some node was held to.
    private(set) var visited: Set<String> = []
    /// Compiled once each.
    private var patterns: [String: NSRegularExpression] = [:]

    init(_ folder: SchemaFolder) { self.folder = folder }

    /// - Returns: What is wrong; nothing when the node is valid.
    mutating func problems(_ node: PackNode, _ file: String) throws -> [Problem] {
        try problems(node, try folder.root(of: file))
    }

    private mutating func problems(_ node: PackNode, _ part: SchemaFolder.Part) throws -> [Problem] {
        if case .boolean(let allows) = part.content { return allows ? [] : [.wrongValue("\(node.place)")] }
        for keyword in part.content.members.keys where !Self.keywords.contains(keyword) {
            throw SchemaFolder.Failure.unknownKeyword(keyword, in: part.id)
        }
        var found = own(node, part.content.members)
        switch node.content {
        case .scalar: break
        case .sequence(let elements): found += try problems(elements, node.place, part)
        case .mapping(let members): found += try problems(members, node.place, part)
        }
        return found + (try combined(node, part))
    }

    /// Keywords that look at the node alone.
    private mutating func own(_ node: PackNode, _ schema: [String: JSON]) -> [Problem] {
        var found: [Problem] = []
        if let type = schema["type"], !type.texts.contains(where: { node.isOf(type: $0) }) {
            found.append(.wrongType("\(node.place): \(node.kindName) is not \(type.texts)"))
        }
        guard case .scalar(let text) = node.content else {
            if schema["enum"] != nil || schema["const"] != nil { found.append(.wrongValue("\(node.place)")) }
            return found
        }
        let isWrong =
            schema["enum"].map { !$0.texts.contains(text) } ?? false
            || schema["const"].map { $0.text != text } ?? false
            || schema["pattern"].map { text.range(of: $0.text ?? "", options: .regularExpression) == nil }
                ?? false
            || schema["minLength"].map { text.count < $0.count } ?? false
            || schema["maxLength"].map { text.count > $0.count } ?? false
        if isWrong { found.append(.wrongValue("\(node.place): \(text)")) }
        if let number = Double(text) {
            if case .number(let least)? = schema["minimum"], number < least {
                found.append(.wrongValue(text))
            }
            if case .number(let most)? = schema["maximum"], number > most { found.append(.wrongValue(text)) }
        }
        return found
    }

    /// A pattern that is none matches nothing, so that its schema refuses everything.
    private mutating func matches(_ text: String, _ pattern: String) -> Bool {
        if patterns[pattern] == nil { patterns[pattern] = try? NSRegularExpression(pattern: pattern) }
        let whole = NSRange(text.startIndex..., in: text)
        return patterns[pattern]?.firstMatch(in: text, range: whole) != nil
    }

    private mutating func problems(
        _ elements: [PackNode], _ place: PackPlace, _ part: SchemaFolder.Part
    ) throws -> [Problem] {
        let schema = part.content.members
        var found = Self.count(elements.count, schema["minItems"], schema["maxItems"], place)
        if schema["uniqueItems"] == .boolean(true), Set(elements.map(\.content)).count < elements.count {
            found.append(.wrongValue("\(place): twice the same"))
        }
        if let items = schema["items"] {
            for element in elements { found += try problems(element, part.at("items", content: items)) }
        }
        return found
    }

    private mutating func problems(
        _ members: [PackNode.Member], _ place: PackPlace, _ part: SchemaFolder.Part
    ) throws -> [Problem] {
        let schema = part.content.members
        let keys = Set(members.map(\.key))
        var found = Self.count(keys.count, schema["minProperties"], schema["maxProperties"], place)
        found += (schema["required"]?.texts ?? []).filter { !keys.contains($0) }.map { .missingKey($0) }
        for (key, others) in schema["dependentRequired"]?.members ?? [:] where keys.contains(key) {
            found += others.texts.filter { !keys.contains($0) }.map { .missingKey($0) }
        }
        let known = schema["properties"]?.members ?? [:]
        for member in members {
            if let names = schema["propertyNames"] {
                let key = PackNode(.scalar(member.key), at: member.keyPlace)
                found += try problems(key, part.at("propertyNames", content: names))
            }
            if let content = known[member.key] {
                let property = part.at("properties/\(member.key)", content: content)
                visited.insert(property.id)
                found += try problems(member.value, property)
            } else if let others = schema["additionalProperties"] {
                guard others != .boolean(false) else {
                    found.append(.unknownKey(member.key))
                    continue
                }
                found += try problems(member.value, part.at("additionalProperties", content: others))
            }
        }
        return found
    }

    /// Keywords that put other schemas together.
    private mutating func combined(_ node: PackNode, _ part: SchemaFolder.Part) throws -> [Problem] {
        let schema = part.content.members
        var found: [Problem] = []
        if let reference = schema["$ref"]?.text {
            found += try problems(node, try folder.part(reference, from: part))
        }
        for (place, content) in (schema["allOf"]?.elements ?? []).enumerated() {
            found += try problems(node, part.at("allOf/\(place)", content: content))
        }
        for (keyword, most) in [("anyOf", Int.max), ("oneOf", 1)] {
            guard let branches = schema[keyword]?.elements else { continue }
            var fits = 0
            for (place, content) in branches.enumerated() {
                let branch = part.at("\(keyword)/\(place)", content: content)
                let before = visited
                if try problems(node, branch).isEmpty { fits += 1 } else { visited = before }
            }
            if fits == 0 || fits > most {
                found.append(.noAlternative("\(node.place): \(part.id)/\(keyword)"))
            }
        }
        if let content = schema["not"], try problems(node, part.at("not", content: content)).isEmpty {
            found.append(.noAlternative("\(node.place): \(part.id)/not"))
        }
        if let condition = schema["if"] {
            let holds = try problems(node, part.at("if", content: condition)).isEmpty
            let branch = holds ? "then" : "else"
            if let content = schema[branch] { found += try problems(node, part.at(branch, content: content)) }
        }
        return found
    }

    private static func count(_ count: Int, _ least: JSON?, _ most: JSON?, _ place: PackPlace) -> [Problem] {
        let isWrong = least.map { count < $0.count } ?? false || most.map { count > $0.count } ?? false
        return isWrong ? [.wrongNumber("\(place): \(count)")] : []
    }

    private static let keywords: Set<String> = [
        "$schema", "$defs", "$ref", "title", "description", "type", "enum", "const", "pattern", "minLength",
        "maxLength", "minimum", "maximum", "required", "dependentRequired", "properties",
        "additionalProperties",
        "propertyNames", "minProperties", "maxProperties", "items", "minItems", "maxItems", "uniqueItems",
        "allOf", "anyOf", "oneOf", "not", "if", "then", "else",
    ]
}

extension PackNode {
    fileprivate func isOf(type: String) -> Bool {
        switch (type, content) {
        case ("object", .mapping), ("array", .sequence), ("string", .scalar): true
        case ("integer", .scalar(let text)): Int(text) != nil
        case ("number", .scalar(let text)): text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil
        case ("boolean", .scalar(let text)): text == "true" || text == "false"
        case ("null", .scalar(let text)): ["", "~", "null"].contains(text)
        default: false
        }
    }
}
