import Documents
import Foundation
import Law
import Registers
import Testing

@Suite("A folder of NDJSON as a source of records")
struct FolderTests {
    private func folder(_ files: [String: String]) throws -> String {
        let path = NSTemporaryDirectory() + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files {
            try text.write(toFile: "\(path)/\(name)", atomically: true, encoding: .utf8)
        }
        return path
    }

    @Test("an unreadable date is null and named; versions are told apart by when they became known")
    func unreadable() throws {
        let path = try folder([
            "unit.ndjson": """
            {"id":"U1","name":"清河派出所","kind":"station","handlesCases":true,"from":"2020-13-01"}

            {"name":"柳林 派出所","kind":"post","handlesCases":true,"from":"2020-01-01","knownAt":"2020-01-02T08:00"}
            {"id":"柳林派出所","name":"柳林派出所","kind":"station","handlesCases":true,"from":"2020-01-01","knownAt":"2026-01-02T08:00"}
            """
        ])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let source = try NDJSONFolder(path, registers: PackRegisters.load())
        #expect(
            source.unreadable.map(\.description) == [
                "unit.ndjson:1 记录 U1 的 from：“2020-13-01”无法读取，按未记载处理",
                "unit.ndjson:3 记录 柳林派出所 的 kind：“post”无法读取，按未记载处理",
            ])
        let now = source.records(of: "unit", knownAt: nil)
        #expect(now.map(\.id) == ["U1", "柳林派出所"] && now.map(\.revision) == [1, 2])
        #expect(now[0].values.last(where: { !$0.isNull }) == .boolean(true))
        let then = source.records(of: "unit", knownAt: Moment("2021-01-01T00:00"))
        #expect(then.map(\.revision) == [1, 1])
        #expect(source.records(of: "case", knownAt: nil).isEmpty)
    }

    @Test(
        "a line that is no record stops the reading, by its number",
        arguments: ["{", "[]", "{\"id\":3}", "{\"name\":\"a\",\"colour\":\"red\"}"])
    func broken(line: String) throws {
        let path = try folder(["unit.ndjson": "{\"id\":\"U1\",\"name\":\"甲\"}\n\(line)\n"])
        defer { try? FileManager.default.removeItem(atPath: path) }
        let registers = try PackRegisters.load()
        let error = #expect(throws: ImportError.self) { try NDJSONFolder(path, registers: registers) }
        #expect(
            error?.description.hasPrefix("第 2 行不是一条记录：unit.ndjson：") == true, "\(String(describing: error))")
    }
}
