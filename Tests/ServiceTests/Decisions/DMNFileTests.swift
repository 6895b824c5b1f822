import Foundation
import Law
import Pack
import Testing

@testable import Service

@Suite("DMN files: read whatever prefix they use, refused where they are unsafe")
struct DMNFileTests {
    private typealias M = SmallModel

    private func refusal(_ bytes: [UInt8]) -> String {
        do throws(PackError) {
            _ = try DecisionModel(DMNFile(bytes, file: "m.dmn").model)
            return "read"
        } catch { return "\(error)" }
    }

    @Test("A document type, entities, depth, size, another root, a requirement of nothing")
    func refused() {
        let bomb = #"<!DOCTYPE d [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><definitions name="&b;"/>"#
        #expect(refusal(Array(bomb.utf8)).contains("DOCTYPE"))
        let deep = String(repeating: "<context>", count: 70) + String(repeating: "</context>", count: 70)
        #expect(refusal(M.xml(deep)).contains("最多 64 层"))
        #expect(refusal([UInt8](repeating: 0x20, count: 4 << 20 + 1)).contains("最多 4194304 字节"))
        #expect(refusal(Array("<html/>".utf8)) == "m.dmn:1:1：此处应为DMN 文件的 <definitions>，却是<html>")
        #expect(refusal(M.xml("<decision>")).hasPrefix("m.dmn:4:"))
        let dangling = M.decision("d1", "t", needs: ["i9"], M.literal("1"))
        #expect(refusal(M.xml(dangling)) == "m.dmn:3:1：引用的所需的元素“i9”不存在；相近的有：d1")
        let circle =
            #"<itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>"#
        #expect(refusal(M.xml(circle)).contains("类型互相引用"))
    }

    @Test("A prefix before every element changes nothing")
    func prefixes() throws {
        let plain = M.input("i1", "n") + M.decision("d1", "t", needs: ["i1"], M.literal("n + 1"))
        let prefixed = plain.replacingOccurrences(of: "<", with: "<s:").replacingOccurrences(
            of: "<s:/", with: "</s:")
        let model = try DecisionModel(DMNFile(M.xml(prefixed, prefix: "s"), file: "m.dmn").model)
        var run = ModelRun(model, inputs: ["n": M.number("1")])
        #expect(run.decide(try #require(model.decision("t"))) == M.number("2"))
    }

    @Test("A table of a DMN file is the table that YAML gives, checked alike")
    func tables() throws {
        func book(_ rows: [[String]]) throws -> TableBook {
            let outputs =
                "<output name=\"tier\"><outputValues><text>\"low\", \"high\"</text></outputValues></output>"
            let table = M.table("hitPolicy=\"UNIQUE\"", inputs: ["n"], outputs: outputs, rows: rows)
                .replacingOccurrences(of: "<inputExpression>", with: "<inputExpression typeRef=\"integer\">")
            let bytes = M.xml(M.input("i1", "n") + M.decision("noise-tier", "噪声档次", needs: ["i1"], table))
            let laws = try LawBook(
                PackNode(.mapping([.init(key: "laws", keyPlace: start, value: none)]), at: start))
            return try TableBook([DMNFile(bytes, file: "noise.dmn").tables], laws: laws)
        }
        let table = try #require(try book([["<= 1", "\"low\""], [">= 2", "\"high\""]]).table("noise-tier"))
        let version = try #require(table.version(on: nil))
        #expect(table.hitPolicy == .unique)
        #expect(table.inputs[0].type == .whole)
        #expect(table.decide([M.number("2")], in: version).value == .text("high"))
        let error = #expect(throws: PackError.self) {
            try book([["<= 1", "\"low\""], [">= 1", "\"high\""]])
        }
        #expect(error?.description.hasPrefix("noise.dmn:3:") == true)
        #expect(error?.description.contains("第1行与第2行在 n＝1 时同时适用") == true)
    }

    private let start = PackPlace(file: "laws.yaml", line: 1, column: 1)
    private var none: PackNode { PackNode(.sequence([]), at: start) }
}
