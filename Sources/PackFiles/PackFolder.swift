import Foundation
package import Pack

/// One pack as it lies on disk: a folder of YAML files and DMN models, read whole before anything of it is used.
package struct PackFolder: Sendable {
    package struct File: Sendable {
        /// Relative to the pack's folder, with `/`: `rules/summons.yaml`.
        package let path: String
        package let bytes: [UInt8]
        package let node: PackNode
    }

    /// A DMN file, which whoever knows DMN turns into nodes.
    package struct Model: Sendable {
        /// As of a `File`.
        package let path: String
        package let bytes: [UInt8]
    }

    /// The folder's own name: `national`.
    package let name: String
    /// Sorted by path.
    package let files: [File]
    /// Sorted by path.
    package let models: [Model]
    /// The files that are not YAML, or cannot be read as text.
    package let errors: [PackError]

    /// No pack file is larger: a lawyer reads these line by line.
    package static let fileSizeLimit = 4 << 20

    /// Reads every `.yaml` and `.dmn` file below a folder.
    ///
    /// - Throws: What the file system throws when the folder cannot be listed. A file that is not YAML
    ///   becomes one of `errors`, so that all of them are told at once.
    package init(at folder: String) throws {
        let root = URL(fileURLWithPath: folder, isDirectory: true).resolvingSymlinksInPath()
        name = root.lastPathComponent
        var files: [File] = []
        var models: [Model] = []
        var errors: [PackError] = []
        for path in try Self.paths(below: root.path) {
            let data = try Data(contentsOf: root.appendingPathComponent(path))
            guard path.hasSuffix(".yaml") else {
                models.append(Model(path: path, bytes: [UInt8](data)))
                continue
            }
            let named = "\(name)/\(path)"
            do throws(PackError) {
                files.append(File(path: path, bytes: [UInt8](data), node: try Self.parse(data, file: named)))
            } catch {
                errors.append(error)
            }
        }
        self.files = files
        self.models = models
        self.errors = errors
    }

    /// The files of one kind: `files(in: "rules")`, or the single file `files(in: "laws.yaml")`.
    package func files(in place: String) -> [File] {
        files.filter { $0.path == place || $0.path.hasPrefix(place + "/") }
    }

    /// The DMN files of one kind.
    package func models(in place: String) -> [Model] {
        models.filter { $0.path.hasPrefix(place + "/") }
    }

    private static func parse(_ data: Data, file: String) throws(PackError) -> PackNode {
        let start = PackPlace(file: file, line: 1, column: 1)
        guard data.count <= fileSizeLimit else {
            throw PackError(.badValue("\(data.count) 字节", why: "文件超过 \(fileSizeLimit) 字节"), at: start)
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw PackError(.notYAML("不是 UTF-8 文本"), at: start)
        }
        return try YAMLFile.parse(text, file: file)
    }

    private static func paths(below root: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root)
            .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".dmn") }
            .sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }
}
