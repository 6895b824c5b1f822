import Documents
import Testing

@Suite("Hostile workbooks are refused with the reason")
struct HostileSheetTests {
    private func error(_ bytes: [UInt8], _ limits: SheetLimits = SheetLimits()) -> SheetError? {
        do throws(SheetError) {
            let source = try SheetBytes.memory(bytes).open(limits: limits)
            try source.rows { _ in true }
            return nil
        } catch {
            return error
        }
    }

    private func sheet(_ rows: String) -> String { "<worksheet><sheetData>\(rows)</sheetData></worksheet>" }

    @Test("the least workbook is read, so that the refusals below are not about something else")
    func least() throws {
        let bytes = try PlainZip.workbook(
            sheet: sheet("<row r=\"1\"><c r=\"B1\" t=\"inlineStr\"><is><t>事</t></is></c></row>"))
        var rows: [SheetRow] = []
        try SheetBytes.memory(bytes).open().rows {
            rows.append($0)
            return true
        }
        #expect(rows == [SheetRow(number: 1, cells: [nil, SheetCell("事")])])
    }

    @Test("a sheet packed over a hundred to one")
    func bomb() throws {
        let bytes = try PlainZip.workbook(sheet: sheet("") + String(repeating: " ", count: 4 << 20))
        #expect(error(bytes) == .overLimit(what: "xl/worksheets/sheet1.xml 的压缩比", limit: 100, unit: "倍"))
    }

    @Test("parts that together declare more than the limit, before anything is inflated")
    func declared() throws {
        var limits = SheetLimits()
        limits.unpackedBytes = 64 << 10
        let bytes = try PlainZip.workbook(sheet: sheet(""), [("a", String(repeating: "x", count: 70_000))])
        #expect(error(bytes, limits) == .overLimit(what: "解压后的大小", limit: 0, unit: "MB"))
    }

    @Test("a directory that lies about the size of a part")
    func lyingDirectory() throws {
        var bytes = try PlainZip.workbook(sheet: sheet(String(repeating: "<row/>", count: 2000)))
        // Bytes 24…27 of the entry in the central directory: the size after inflating (APPNOTE 4.3.12).
        let name = Array("xl/worksheets/sheet1.xml".utf8)
        let entry = try #require(
            bytes.indices.last {
                bytes[$0...].starts(with: [0x50, 0x4B, 1, 2]) && bytes[($0 + 46)...].starts(with: name)
            })
        bytes.replaceSubrange((entry + 24)..<(entry + 28), with: [16, 0, 0, 0])
        guard case .damaged(let part, _) = error(bytes) else {
            Issue.record("\(String(describing: error(bytes)))")
            return
        }
        #expect(part == "xl/worksheets/sheet1.xml")
    }

    @Test("a DOCTYPE, and so every entity trick")
    func entities() throws {
        let text =
            "<!DOCTYPE a [<!ENTITY b \"\(String(repeating: "x", count: 100))\">]>"
            + sheet("<row><c><v>&b;</v></c></row>")
        #expect(error(try PlainZip.workbook(sheet: text)) == .documentType(part: "xl/worksheets/sheet1.xml"))
    }

    @Test("elements nested beyond sense")
    func depth() throws {
        let nested = String(repeating: "<a>", count: 100_000) + String(repeating: "</a>", count: 100_000)
        var limits = SheetLimits()
        limits.inflationRatio = 1000
        #expect(
            error(try PlainZip.workbook(sheet: sheet(nested)), limits)
                == .overLimit(what: "xl/worksheets/sheet1.xml 的嵌套深度", limit: 64, unit: "层"))
    }

    @Test(
        "rows, columns, cells and strings beyond the limits or the file",
        arguments: [
            ("<row r=\"1048577\"/>", SheetError.overLimit(what: "行数", limit: 1_048_576, unit: "行")),
            ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", .overLimit(what: "列数", limit: 200, unit: "列")),
            ("<row r=\"2\"/><row r=\"2\"/>", .damaged(part: "工作表", why: "第2行之后又出现第2行")),
            (
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>",
                .damaged(part: "工作表", why: "A1 引用了不存在的共享文字 7")
            ),
            (
                "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>\(String(repeating: "案卷", count: 22_000))</t></is></c></row>",
                .overLimit(what: "单元格 C3 的文字", limit: 131_068, unit: "字节")
            ),
        ])
    func sizes(rows: String, wanted: SheetError) throws {
        var limits = SheetLimits()
        limits.inflationRatio = 1000
        #expect(error(try PlainZip.workbook(sheet: sheet(rows)), limits) == wanted)
    }

    @Test("more cells, parts or merged ranges than allowed")
    func counts() throws {
        var limits = SheetLimits()
        limits.cells = 2
        let three = "<row><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
        #expect(
            error(try PlainZip.workbook(sheet: sheet(three)), limits)
                == .overLimit(what: "有内容的单元格", limit: 2, unit: "个"))
        limits = SheetLimits()
        limits.parts = 6
        let many = try PlainZip.workbook(sheet: sheet(""), [("a", "1"), ("b", "2")])
        #expect(error(many, limits) == .overLimit(what: "压缩包内文件数", limit: 6, unit: "个"))
        limits = SheetLimits()
        limits.merges = 1
        let merged =
            "<worksheet><sheetData/><mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells></worksheet>"
        #expect(
            error(try PlainZip.workbook(sheet: merged), limits)
                == .overLimit(what: "合并单元格", limit: 1, unit: "处"))
    }

    @Test("names that aim outside, macros, links to other files")
    func names() throws {
        #expect(
            error(try PlainZip.workbook(sheet: sheet(""), [("../evil", "x")])) == .suspiciousPart("../evil"))
        #expect(
            error(try PlainZip.workbook(sheet: sheet(""), [("/etc/x", "x")])) == .suspiciousPart("/etc/x"))
        #expect(
            error(try PlainZip.workbook(sheet: sheet(""), [("xl/vbaProject.bin", "x")]))
                == .activeContent("宏"))
        #expect(
            error(try PlainZip.workbook(sheet: sheet(""), [("xl/externalLinks/externalLink1.xml", "x")]))
                == .activeContent("外部链接"))
    }

    @Test("a file cut short at any length never crashes and never passes")
    func truncated() throws {
        let whole = try PlainZip.workbook(sheet: sheet("<row><c><v>1</v></c></row>"))
        #expect(error(whole) == nil)
        for length in stride(from: 4, to: whole.count, by: 7) {
            #expect(error(Array(whole.prefix(length))) != nil, "\(length)")
        }
    }

    @Test("a workbook with bytes changed at random is read or refused, and never crashes", arguments: 0..<40)
    func garbled(seed: Int) throws {
        let rows = (1...30).map {
            "<row r=\"\($0)\"><c r=\"B\($0)\" t=\"s\"><v>0</v></c><c r=\"C\($0)\"><v>\($0)</v></c></row>"
        }
        var bytes = try PlainZip.workbook(sheet: sheet(rows.joined()))
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        for _ in 0..<(1 + seed % 6) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes[Int(state >> 33) % bytes.count] = UInt8(truncatingIfNeeded: state >> 20)
        }
        let fault = error(bytes)
        #expect(fault == nil || fault?.description.isEmpty == false)
    }

    @Test("an old .xls, a zip that is no workbook, a sheet that is not there")
    func notWorkbooks() throws {
        #expect(error([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) == .oldOrEncrypted)
        #expect(error(try PlainZip.zip([("a.txt", "x")])) == .notWorkbook(why: "缺少 [Content_Types].xml"))
        let bytes = try PlainZip.workbook(sheet: sheet(""))
        #expect(throws: SheetError.noSheet("乙", available: ["甲"])) {
            try SheetBytes.memory(bytes).open(sheet: "乙")
        }
    }

    @Test("a file over the size limit is not even opened")
    func fileSize() throws {
        var limits = SheetLimits()
        limits.fileBytes = 1 << 20
        #expect(
            error([UInt8](repeating: 0x41, count: 1 << 20 + 1), limits)
                == .overLimit(what: "文件大小", limit: 1, unit: "MB"))
    }
}
