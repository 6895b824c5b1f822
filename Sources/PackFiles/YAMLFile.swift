package import Pack
import Yams

/// Reads YAML text into pack nodes. Anchors, aliases and tags are refused: a lawyer reads every line as it stands.
package struct YAMLFile {
    private let file: String
    /// The text line by line, so that a place shows what is written there.
    private let lines: [Substring.UnicodeScalarView]

    /// - Parameter file: The name the messages use, relative to the pack's folder.
    package static func parse(_ text: String, file: String) throws(PackError) -> PackNode {
        // The byte order mark that some editors write would indent the first line by one.
        let text = text.unicodeScalars.first == "\u{FEFF}" ? String(text.unicodeScalars.dropFirst()) : text
        let reader = YAMLFile(text, file: file)
        let start = PackPlace(file: file, line: 1, column: 1)
        let root: Node?
        do {
            // Every scalar is text here, so that the keys 1 and "1" are one key written twice.
            root = try Yams.compose(yaml: text, .basic)
        } catch let error as YamlError {
            throw PackError(error, file: file)
        } catch {
            throw PackError(.notYAML("\(error)"), at: start)
        }
        guard let root else { throw PackError(.expected("若干“键: 值”", found: "空文件"), at: start) }
        return try reader.node(root, parent: start)
    }

    private init(_ text: String, file: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(
            \.unicodeScalars)
    }

    private func node(_ yaml: Node, parent: PackPlace) throws(PackError) -> PackNode {
        let place = yaml.mark.map { PackPlace(file: file, line: $0.line, column: $0.column) } ?? parent
        try refuseProperty(at: place)
        switch yaml {
        case .scalar(let scalar):
            return PackNode(.scalar(scalar.string), at: place)
        case .sequence(let sequence):
            var elements: [PackNode] = []
            for element in sequence { elements.append(try node(element, parent: place)) }
            return PackNode(.sequence(elements), at: place)
        case .mapping(let mapping):
            var members: [PackNode.Member] = []
            for (key, value) in mapping {
                let key = try node(key, parent: place)
                members.append(
                    PackNode.Member(
                        key: try key.text, keyPlace: key.place, value: try node(value, parent: key.place)))
            }
            return PackNode(.mapping(members), at: place)
        case .alias:
            throw PackError(.badValue("*", why: Self.noAnchors), at: place)
        }
    }

    /// Refuses `&name`, `*name` and `!tag`, which the place of a node shows as its first sign.
    ///
    /// The parser has put what an anchor marks in the place of each alias; the anchor stands before them all, and is
    /// met first. No plain text begins with one of these signs, and quoted text begins with its quotation mark.
    private func refuseProperty(at place: PackPlace) throws(PackError) {
        guard lines.indices.contains(place.line - 1) else { return }
        let rest = lines[place.line - 1].dropFirst(place.column - 1)
        let word = String(Substring(rest.prefix { !$0.properties.isWhitespace && $0 != "," }))
        switch rest.first {
        case "&", "*": throw PackError(.badValue(word, why: Self.noAnchors), at: place)
        case "!": throw PackError(.badValue(word, why: "规则包不用标签（!）；值照字面读取"), at: place)
        default: return
        }
    }

    private static let noAnchors = "规则包不用锚点和别名（& 与 *）；请把内容在每一处原样写出"
}
