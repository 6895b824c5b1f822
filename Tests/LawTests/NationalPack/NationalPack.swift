import Foundation
import Pack
import PackFiles

/// The national pack as nodes, for tests that hold the files themselves to the law's texts.
enum NationalPack {
    struct Citation: Hashable, CustomStringConvertible {
        let law: String
        let article: Int
        let paragraph: Int?
        let item: Int?
        let place: String

        var description: String {
            "\(place): \(law) \(article)" + (paragraph.map { "(\($0))" } ?? "")
                + (item.map { "[\($0)]" } ?? "")
        }
    }

    static let folder = repository.appending(path: "Packs/national")

    static func files(_ place: String) throws -> [PackNode] {
        let pack = try PackFolder(at: folder.path)
        if let error = pack.errors.first { throw error }
        return pack.files(in: place).map(\.node)
    }

    /// The rules of all files, each as its mapping.
    static func rules() throws -> [PackNode] {
        try files("rules").flatMap { try $0["rules"]?.elements ?? [] }
    }

    /// Every provision that a rule of this confidence or a penalty frame rests on.
    static func citations(confidence: String) throws -> [Citation] {
        let rules = try rules().filter { try $0["confidence"]?.text == confidence }
        let frames = try files("frames").flatMap { try $0["frames"]?.elements ?? [] }
        return try (rules + frames).flatMap { node in
            try (node["versions"]?.elements ?? []).flatMap { version in
                try (version["basis"]?.elements ?? []).map { try Citation($0) }
            }
        }
    }
}

extension NationalPack.Citation {
    fileprivate init(_ node: PackNode) throws {
        law = try node["law"]?.text ?? ""
        article = try node["article"]?.integer ?? 0
        paragraph = try node["paragraph"]?.integer
        item = try node["item"]?.integer
        place = node.place.description
    }
}

extension PackNode {
    /// The value of a key of a mapping.
    subscript(_ key: String) -> PackNode? {
        guard case .mapping(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }
}
