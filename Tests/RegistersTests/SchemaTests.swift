import Foundation
import Pack
import PackFiles
import Registers
import Testing

@Suite("The editor's schema of registers")
struct SchemaTests {
    @Test("it allows exactly the keys that the reader allows")
    func keys() throws {
        let path = PackRegisters.root.appending(path: "Docs/formats/schema/register.schema.json")
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: path))
        let schema = try #require(json as? [String: Any])
        let field = try #require((schema["$defs"] as? [String: Any])?["field"] as? [String: Any])

        let top = "register: a\nname: b\nabout: c\nkey: [d]\nhappened: d\nfields: []\n"
        #expect(try allowed(top + "colour: red\n") == keys(of: schema))
        // `codes` and `register` are asked for only where the type calls for them.
        func withField(_ type: String) -> String {
            top.replacing("[]\n", with: "\n  - {id: d, label: e, colour: red, \(type)}\n")
        }
        let keys = try allowed(withField("type: code, codes: {f: g}")).union(
            allowed(withField("type: reference, register: a")))
        #expect(keys == self.keys(of: field))
    }

    private func keys(of schema: [String: Any]) -> Set<String> {
        Set((schema["properties"] as? [String: Any] ?? [:]).keys)
    }

    private func allowed(_ yaml: String) throws -> Set<String> {
        let error = #expect(throws: PackError.self) {
            try RegisterDeclaration(YAMLFile.parse(yaml, file: "r.yaml"))
        }
        guard case .unknownKey("colour", let allowed)? = error?.fault else { return [] }
        return Set(allowed)
    }
}
