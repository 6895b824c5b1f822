import Foundation
import Pack
import PackFiles
import Testing

@Suite("A pack folder")
struct PackFolderTests {
    /// Writes the files into a new folder named `invented` and hands it over; nothing remains.
    private static func withFolder(_ files: [String: Data], _ use: (URL) throws -> Void) throws {
        let parent = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: parent) }
        let folder = parent.appending(path: "invented")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (path, data) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: file)
        }
        try use(folder)
    }

    @Test("every YAML file below it is read, in the order of the paths' bytes, and nothing else")
    func files() throws {
        let files = [
            "rules/b.yaml", "rules/a.yaml", "laws.yaml", "rules/sub/c.yaml", "README.md", "rules/a.yml",
        ]
        try Self.withFolder(Dictionary(uniqueKeysWithValues: files.map { ($0, Data("a: 1\n".utf8)) })) {
            folder in
            let pack = try PackFolder(at: folder.path)
            #expect(pack.name == "invented")
            #expect(pack.errors == [])
            #expect(
                pack.files.map(\.path) == ["laws.yaml", "rules/a.yaml", "rules/b.yaml", "rules/sub/c.yaml"])
            #expect(
                pack.files(in: "rules").map(\.path) == ["rules/a.yaml", "rules/b.yaml", "rules/sub/c.yaml"])
            #expect(pack.files(in: "laws.yaml").map(\.path) == ["laws.yaml"])
            #expect(pack.files(in: "rule").isEmpty)
            #expect(pack.files.first?.bytes == Array("a: 1\n".utf8))
        }
    }

    @Test("all files that cannot be read are told at once, and the others are there")
    func errors() throws {
        let files = [
            "a.yaml": Data("a: [1\n".utf8), "b.yaml": Data([0x61, 0x3A, 0x20, 0xFF]),
            "c.yaml": Data("c: 1\n".utf8),
        ]
        try Self.withFolder(files) { folder in
            let pack = try PackFolder(at: folder.path)
            #expect(pack.files.map(\.path) == ["c.yaml"])
            #expect(
                pack.errors.map(\.description) == [
                    "invented/a.yaml:2:1：不是合法的 YAML：方括号没有闭合，或两项之间缺少半角逗号",
                    "invented/b.yaml:1:1：不是合法的 YAML：不是 UTF-8 文本",
                ])
        }
    }

    @Test("a file at the size limit is read, one byte more is refused")
    func sizeLimit() throws {
        func file(of size: Int) -> Data {
            Data("a: 1\n#".utf8) + Data(repeating: UInt8(ascii: "x"), count: size - 6)
        }
        let files = [
            "at.yaml": file(of: PackFolder.fileSizeLimit),
            "over.yaml": file(of: PackFolder.fileSizeLimit + 1),
        ]
        try Self.withFolder(files) { folder in
            let pack = try PackFolder(at: folder.path)
            #expect(pack.files.map(\.path) == ["at.yaml"])
            #expect(
                pack.errors.map(\.description) == [
                    "invented/over.yaml:1:1：“4194305 字节”无法采用：文件超过 4194304 字节"
                ])
        }
    }

    @Test("a folder that is not there is an error, not an empty pack")
    func missing() {
        #expect(throws: (any Error).self) { try PackFolder(at: "/no/such/folder") }
    }
}
