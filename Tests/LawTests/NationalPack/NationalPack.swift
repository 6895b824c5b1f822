import Foundation
import Pack
import PackFiles

/// The national pack as nodes, for tests that hold the files themselves to the law's texts.
enum NationalPack {
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

    /// The principles of all files, each as its mapping.
    static func principles() throws -> [PackNode] {
        try files("principles").flatMap { try $0["principles"]?.elements ?? [] }
    }
}

extension PackNode {
    /// The value of a key of a mapping.
    subscript(_ key: String) -> PackNode? {
        guard case .mapping(let members) = content else { return nil }
        return members.first { $0.key == key }?.value
    }
}
