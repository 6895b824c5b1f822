import Documents
import Foundation
import Testing

@Suite("Sheets as offices make them")
struct SheetReadingTests {
    private func rows(_ source: any SheetSource) throws -> [SheetRow] {
        var rows: [SheetRow] = []
        try source.rows {
            rows.append($0)
            return true
        }
        return rows
    }

    private func texts(_ source: any SheetSource) throws -> [[String?]] {
        try rows(source).map { $0.cells.map { $0?.text } }
    }

    @Test("shared strings with rich text and phonetic readings; numbers, dates and times told apart by style")
    func workbook() throws {
        let strings =
            "<sst><si><r><t>普法</t></r><r><t xml:space=\"preserve\"> 宣传</t></r><rPh sb=\"0\"><t>pufa</t></rPh></si><si><t>甲_x000D_乙</t></si></sst>"
        let styles = """
            <styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm"/>
            <numFmt numFmtId="177" formatCode="[Red]#,##0.00&quot;天d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="31"/></cellXfs></styleSheet>
            """
        let sheet = """
            <worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="4"><c r="A4" s="1"><v>46026</v></c><c r="B4" s="2"><v>46026.4375</v></c><c r="C4" s="3"><v>3</v></c>
            <c r="D4" s="4"><v>46027</v></c><c r="E4"><f>SUM(A4)</f><v>9</v></c><c r="F4"><f>A9</f></c>
            <c r="G4" t="e"><v>#REF!</v></c><c r="H4" t="b"><v>1</v></c></row></sheetData>
            <mergeCells><mergeCell ref="B1:D2"/></mergeCells></worksheet>
            """
        let relations = """
            <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/>
            <Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>
            """
        let bytes = try PlainZip.zip([
            ("[Content_Types].xml", PlainZip.contentTypes), ("_rels/.rels", PlainZip.rootRelations),
            (
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets><sheet name=\"甲\" r:id=\"rId1\"/><sheet name=\"乙\" r:id=\"rId1\"/></sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", relations), ("xl/worksheets/sheet1.xml", sheet),
            ("xl/sharedStrings.xml", strings), ("xl/styles.xml", styles),
        ])
        let source = try SheetBytes.memory(bytes).open()
        let read = try rows(source)
        #expect(read.map(\.number) == [1, 4])
        #expect(read[0].cells == [SheetCell("普法 宣传"), SheetCell("甲\r乙")])
        #expect(
            read[1].cells.map { $0?.kind } == [
                .date, .datetime, .number, .date, .number, .error, .error, .boolean,
            ])
        #expect(source.merges == [MergedRange(rows: 1...2, columns: 1...3)])
        #expect(source.countsFrom1904)
        #expect(source.notices == ["只读取了工作表“甲”；未读取：乙", "有 2 个公式（首个在 E4），按文件中已存的结果读取，不重新计算"])
        #expect(try rows(source) == read, "a sheet can be gone through again")
    }

    @Test(
        "what is written reads back cell by cell, and nothing dangerous becomes a formula",
        arguments: ["xlsx", "csv"])
    func roundTrip(format: String) throws {
        let planted = [
            "=1+1", "+cmd", "-2", "@SUM(A1)", "＝1", "＋1", "－1", "＠a", "\ttab", "'", "'=1", "''-1", "plain",
            "a,b", "say \"x\"", "line\nbreak",
            "_x0041_", "0012", "𠮷野",
        ]
        let path = NSTemporaryDirectory() + UUID().uuidString + "." + format
        defer { try? FileManager.default.removeItem(atPath: path) }
        let table = SheetTable(
            name: "台账[1]", columns: [.init(heading: "=事项", width: 20), .init(heading: "数", width: 8)])
        try table.write(planted.map { SheetTable.Row([.text($0), .number("-12.5")]) }, to: path)
        let read = try texts(SheetBytes.file(path: path).open())
        #expect(read.dropFirst().map { $0[0] } == planted)
        #expect(read.dropFirst().allSatisfy { $0[1] == "-12.5" })
        if format == "csv" {
            let text = try String(contentsOf: URL(filePath: path), encoding: .utf8)
            for line in text.split(separator: "\r\n").dropFirst() {
                let first = try #require(line.first { $0 != "\"" })
                #expect(!["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t"].contains(first), "\(line)")
            }
        } else {
            #expect(try SheetBytes.file(path: path).open().notices.isEmpty, "no formula in the file")
        }
    }

    @Test("nothing appears at the target when writing fails")
    func failedWriting() throws {
        let path = NSTemporaryDirectory() + UUID().uuidString + ".xlsx"
        let table = SheetTable(name: "甲", columns: [.init(heading: "一", width: 9)])
        let tooLong = String(repeating: "长", count: 40_000)
        #expect(throws: SheetError.self) { try table.write([SheetTable.Row([.text(tooLong)])], to: path) }
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(!FileManager.default.fileExists(atPath: path + ".partial"))
        #expect(throws: SheetError.self) { try table.write([], to: "/nonexistent/甲.csv") }
    }

    @Test("CSV in UTF-8 with and without a mark, and in GB18030, cut at every byte")
    func encodings() throws {
        let text = "活动日期,活动名称\r\n2026-01-04,\"法治,讲座\"\n,㐀𠮷\r2026-01-05,终"
        let wanted: [[String?]] = [
            ["活动日期", "活动名称"], ["2026-01-04", "法治,讲座"], [nil, "㐀𠮷"], ["2026-01-05", "终"],
        ]
        #expect(try texts(SheetBytes.memory(Array(text.utf8)).open()) == wanted)
        #expect(try texts(SheetBytes.memory([0xEF, 0xBB, 0xBF] + Array(text.utf8)).open()) == wanted)
        #expect(try texts(SheetBytes.memory(Array("！a".utf8)).open()) == [["！a"]], "begins like a mark")
        let gb = try #require(Self.gb18030(text))
        let source = try SheetBytes.memory(gb).open()
        #expect(try texts(source) == wanted)
        #expect(source.notices == ["文件按 GB18030（GBK）编码读取"])
    }

    @Test("a GB18030 file larger than a chunk, so that characters are cut between two reads")
    func longGB18030() throws {
        let line = String(repeating: "法治宣传进社区", count: 9) + "a\n"
        let text = String(repeating: line, count: 2_000)
        let path = NSTemporaryDirectory() + UUID().uuidString + ".csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(try #require(Self.gb18030(text))).write(to: URL(filePath: path))
        let read = try texts(SheetBytes.file(path: path).open())
        #expect(read.count == 2_000)
        #expect(read.allSatisfy { $0 == [String(line.dropLast())] })
    }

    @Test("CSV that is not sound is refused")
    func badCSV() {
        #expect(throws: SheetError.badQuote(row: 2, why: "到文件末尾也没有右引号")) {
            try rows(SheetBytes.memory(Array("a\n\"b".utf8)).open())
        }
        #expect(throws: SheetError.badQuote(row: 1, why: "右引号之后还有文字")) {
            try rows(SheetBytes.memory(Array("\"a\"b\n".utf8)).open())
        }
        #expect(throws: SheetError.notText(why: "含有二进制内容")) { try SheetBytes.memory([0x61, 0]).open() }
        #expect(throws: SheetError.notText(why: "编码是 UTF-16")) {
            try SheetBytes.memory([0xFF, 0xFE, 0x61, 0]).open()
        }
        #expect(throws: SheetError.notText(why: "既不是 UTF-8，也不是 GB18030")) {
            try rows(SheetBytes.memory([0x61, 0xFF, 0xFF, 0x62, 0x63, 0x64]).open())
        }
    }

    @Test("columns have the letters that spreadsheets give them")
    func letters() {
        #expect(
            [0, 25, 26, 51, 52, 701, 702].map(CellReference.letters) == [
                "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
            ])
    }

    private static func gb18030(_ text: String) -> [UInt8]? {
        // kCFStringEncodingGB_18030_2000 as Foundation numbers it.
        text.data(using: String.Encoding(rawValue: 0x8000_0632)).map { [UInt8]($0) }
    }
}
