import Foundation
package import Pack
import Yams

/// Reads YAML text into pack nodes. Anchors, aliases and tags are refused: a lawyer reads every line as it stands.
package enum YAMLFile {
    /// - Parameter file: The name the messages use, relative to the pack's folder.
    package static func parse(_ text: String, file: String) throws(PackError) -> PackNode {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw PackError(.notYAML("\(error)"), at: PackPlace(file: file, line: 1, column: 1))
        } catch {
            throw PackError(.notYAML("\(error)"), at: PackPlace(file: file, line: 1, column: 1))
        }
        guard let root else {
            throw PackError(
                .expected("若干“键: 值”", found: "空文件"), at: PackPlace(file: file, line: 1, column: 1))
        }
        return try node(root, file: file, parent: PackPlace(file: file, line: 1, column: 1))
    }

    private static func node(
        _ yaml: Node, file: String, parent: PackPlace
    ) throws(PackError) -> PackNode {
        let place = yaml.mark.map { PackPlace(file: file, line: $0.line, column: $0.column) } ?? parent
        switch yaml {
        case .scalar(let scalar):
            return PackNode(.scalar(scalar.string), at: place)
        case .sequence(let sequence):
            var elements: [PackNode] = []
            for element in sequence { elements.append(try node(element, file: file, parent: place)) }
            return PackNode(.sequence(elements), at: place)
        case .mapping(let mapping):
            var members: [PackNode.Member] = []
            for (key, value) in mapping {
                let key = try node(key, file: file, parent: place)
                members.append(
                    PackNode.Member(
                        key: try key.text, keyPlace: key.place,
                        value: try node(value, file: file, parent: key.place)))
            }
            return PackNode(.mapping(members), at: place)
        case .alias:
            throw PackError(.notYAML("不允许使用锚点或别名（& 与 *）"), at: place)
        }
    }
}
