import Documents
import Testing

@Suite("Small XML files as trees")
struct XMLTreeTests {
    private func parse(_ text: String) throws -> XMLElement { try XMLTree.parse(Array(text.utf8)) }

    private func fault(_ text: String) -> String? {
        do throws(XMLFault) {
            _ = try XMLTree.parse(Array(text.utf8))
            return nil
        } catch { return error.description }
    }

    @Test("Names without prefixes, attributes in order, text with CDATA and XML's own entities, places")
    func tree() throws {
        let root = try parse(
            "<a:x xmlns:a=\"u\" b:n='1'>\n  <a:y> p &lt; <![CDATA[q & r]]> </a:y><y/>\n</a:x>")
        #expect(root.name == "x")
        #expect(root.attributes.map(\.name) == ["a", "n"])
        #expect(root.attribute("n") == "1")
        #expect(root.children("y").count == 2)
        #expect(root.child("y")?.text == "p < q & r")
        #expect(root.child("y")?.rawText == " p < q & r ")
        #expect(root.children[1].place.line == 2)
        #expect(root.children[1].place.column == 40)
        #expect(root.text == "")
    }

    @Test("Not well-formed, a document type, depth and count: told at their place")
    func refused() {
        #expect(fault("<a>\n<b></a>")?.hasPrefix("第2行第") == true)
        #expect(fault("") != nil)
        #expect(fault("<!DOCTYPE a>\n<a/>")?.contains("DOCTYPE") == true)
        #expect(fault("<a>&b;</a>") != nil)
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(fault(nested(XMLTree.deepest)) == nil)
        #expect(fault(nested(XMLTree.deepest + 1))?.contains("最多 64 层") == true)
        func wide(_ count: Int) -> String { "<a>" + String(repeating: "<b/>", count: count) + "</a>" }
        #expect(fault(wide(XMLTree.mostElements - 1)) == nil)
        #expect(fault(wide(XMLTree.mostElements))?.contains("最多 100000 个") == true)
    }
}
