import Documents
import Foundation
import Law
import PackFiles
import Registers
import Testing

@Suite("Office sheets become records, or come back with reasons")
struct OfficeSheetTests {
    private func register(_ id: String) throws -> RegisterDeclaration {
        try #require(try PackRegisters.load()[id])
    }

    private func importer(_ id: String, _ mapping: HeadingMapping = .none) throws -> RegisterImport {
        RegisterImport(
            try register(id), of: try PackRegisters.load(), mapping: mapping, knownAt: OfficeSheet.knownAt,
            resolve: OfficeSheet.resolve)
    }

    /// Rows 1–2 title and 填报单位, 3–4 the header, 5–13 the body, 14–15 sums and signatures.
    private func outreach(bad: Bool) -> OfficeSheet {
        let sheet = OfficeSheet()
        sheet.merge("某市公安局2025年普法宣传活动台账", rows: 1...1, columns: 0...7)
        sheet.row(2, ["填报单位：法制大队", "", "", "", "", "", "填报日期：2026年1月5日"])
        sheet.merge("序号", rows: 3...4, columns: 0...0)
        sheet.merge("活 动\n日 期", rows: 3...4, columns: 1...1)
        sheet.merge("活动基本情况", rows: 3...3, columns: 2...4)
        sheet.row(4, ["", "", "类别", "活动主题", "地点（全称）"])
        sheet.merge("受众", rows: 3...3, columns: 5...6)
        sheet.row(4, ["", "", "", "", "", "人数（人）", "备注"])
        sheet.merge("承办单位", rows: 3...4, columns: 7...7)
        sheet.row(5, ["1", "", "宪法宣传", "宪法宣传周启动", "人民广场", "１，２００", "甲", "清河派出所、柳林派出所"])
        sheet.date(45995, row: 5, column: 1)
        sheet.row(6, ["2", "2025.3.15", "集中宣传", "消费维权日", "东门市场", "86人", "", "清河派出所"])
        sheet.row(7, ["3", "2025年4月2日（星期三）", "法治讲座", "反诈讲座", "柳林小区", "", "", "柳林派出所"])
        sheet.row(9, ["4", "２０２５－０６－２６", "law", "禁毒日", "西门", "15", "", "柳林派出所"])
        sheet.row(9, ["", "", "其他"])
        if bad {
            sheet.row(10, ["5", "2025年7月", "以案释法", "以案释法进厂", "某厂", "30余", "", "清河派出所"])
            sheet.row(11, ["6", "2025-08-01", "杂项", "", "南站", "12", "", "清河派出所"])
            sheet.row(12, ["7", "20250910", "线上普法", "直播", "政务号", "5", "", "东山派出所"])
        }
        sheet.row(13, ["8"])
        sheet.row(14, ["合  计", "", "", "", "", "1286"])
        sheet.row(15, ["填表人：甲", "", "审核人：乙", "", "负责人：丙"])
        return sheet
    }

    @Test(
        "a merged two-row header, 合计, spacers, mixed dates, full-width digits: the records are what the paper says"
    )
    func good() throws {
        let plan = try importer("outreach-event").plan(outreach(bad: false).open())
        #expect(plan.refused == [])
        #expect(
            plan.records.map(\.id) == [
                "2025-12-04/constitution/人民广场", "2025-03-15/square/东门市场", "2025-04-02/lecture/柳林小区",
                "2025-06-26/other/西门",
            ])
        let declaration = try register("outreach-event")
        let first = try #require(plan.records.first)
        #expect(declaration.text(of: first, "heldOn") == "2025-12-04")
        #expect(declaration.text(of: first, "audience") == "1200")
        #expect(declaration.text(of: first, "units") == "U01、U02")
        #expect(declaration.text(of: first, "kind") == "宪法宣传")
        #expect(plan.records.map { declaration.text(of: $0, "audience") } == ["1200", "86", "", "15"])
        #expect(plan.ignored.map(\.row) == [13, 14, 15])
        #expect(plan.ignored.map(\.why) == [.onlyNumber, .sum, .footer])
        #expect(plan.notices == ["没有对应的字段，未导入：G 列“受众备注”"])
    }

    @Test(
        "three bad rows: each fault names its row, its column and its reason; the good rows are counted")
    func bad() throws {
        let plan = try importer("outreach-event").plan(outreach(bad: true).open())
        #expect(plan.records.count == 4)
        #expect(plan.survey.good == 4)
        let lines = plan.refused.flatMap { row in row.problems.map { $0.description(row: row.row) } }
        #expect(
            lines == [
                "B10 活动日期：日期不全；请写明年月日",
                "F10 受众人数（人）：带有“余”“约”等字，不是确数；请填准确数",
                "C11 活动基本情况类别：不在可选范围；可填：宪法宣传、集中宣传、以案释法、法治讲座、法律进社区、法律进乡村、法律进企业、线上普法、其他",
                "D11 活动基本情况活动主题：必填，不能为空",
                "H12 承办单位：“东山派出所”在执法单位名册中找不到；请核对，或先导入执法单位名册",
            ])
    }

    @Test(
        "the refusal sheet marks each cell, gives the reason beside it, and once corrected is imported as it is"
    )
    func refusals() throws {
        let importer = try importer("outreach-event")
        let plan = try importer.plan(outreach(bad: true).open())
        let sheet = RefusalSheet(
            plan.refused, headings: plan.headings, register: try register("outreach-event"))
        let path = NSTemporaryDirectory() + UUID().uuidString + ".xlsx"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try sheet.write(to: path)
        var rows: [[String]] = []
        try SheetBytes.file(path: path).open().rows {
            rows.append($0.cells.map { $0?.text ?? "" })
            return true
        }
        #expect(rows[0].first == "原行号" && rows[0].filter { $0.hasPrefix("原因：") }.count == 5)
        #expect(rows.dropFirst().map { $0[0] } == ["10", "11", "12"])
        let date = try #require(rows[0].firstIndex { $0.hasPrefix("原因：活 动") })
        #expect(rows[1][date] == "日期不全；请写明年月日" && rows[1][date - 1] == "2025年7月")
        #expect(
            sheet.rows[0].marked == [
                date - 1, try #require(rows[0].firstIndex { $0.hasPrefix("原因：受众") }) - 1,
            ])

        let again = try importer.plan(RegisterFile.open(.file(path: path), named: path))
        #expect(
            again.refused.map { $0.problems.map(\.field) } == plan.refused.map { $0.problems.map(\.field) })
        let fixed = sheet.rows.map { row in
            SheetTable.Row(
                row.values.map { value in
                    guard case .text(let text) = value else { return value }
                    let cures = ["2025年7月": "2025年7月9日", "30余": "31", "杂项": "其他", "东山派出所": "柳林派出所"]
                    return .text(cures[text] ?? text)
                })
        }
        try sheet.table.write(fixed, to: path)
        let cured = try importer.plan(RegisterFile.open(.file(path: path), named: path))
        #expect(cured.records.map(\.id) == ["2025-07-09/case-study/某厂", "2025-09-10/online/政务号"])
        #expect(cured.refused.count == 1, "the missing title is still missing")
    }

    @Test("the same event reported by two units is one record; a differing twin is a question")
    func sameEvent() throws {
        let text = """
            活动日期,活动类别,活动名称,活动地点,承办单位,填报单位
            2025-12-04,宪法宣传,启动,人民 广场,清河派出所、柳林派出所,清河派出所
            2025年12月4日,宪法宣传,启动,人民广场,清河派出所、柳林派出所,柳林派出所
            2025.12.4,宪法宣传,启动,人民 广场,清河派出所、柳林派出所,清河派出所

            """
        let plan = try importer("outreach-event").plan(.sheet(SheetBytes.memory(Array(text.utf8)).open()))
        #expect(plan.records.count == 1)
        #expect(plan.notices == ["第4行与第2行完全相同，只计一条"])
        #expect(plan.refused.map { $0.problems.map(\.fault) } == [[.repeats(row: 2)]])
    }

    @Test("a unit merged downwards over its rows belongs to each of them; a formula's stored result counts")
    func mergedDown() throws {
        let sheet = OfficeSheet()
        sheet.row(1, ["单位名称", "法制员警号", "专（兼）职", "任职日期"])
        sheet.merge("清河派出所", rows: 2...4, columns: 0...0)
        sheet.row(2, ["", "110001", "专职", "2025-01-01"])
        sheet.row(3, ["", "110002", "兼职", "2025-05-03"])
        sheet.number(110_003, row: 3, column: 1)
        sheet.row(5, ["柳林派出所", "", "兼职"])
        sheet.formula("=110000+4", result: 110_004, row: 5, column: 1)
        sheet.date(45800, row: 5, column: 3)
        let plan = try importer("legal-officer").plan(sheet.open())
        #expect(
            plan.records.map(\.id) == [
                "U01/110001/2025-01-01", "U01/110003/2025-05-03", "U02/110004/2025-05-23",
            ])
        #expect(plan.notices == ["有 1 个公式（首个在 B5），按文件中已存的结果读取，不重新计算"])
        #expect(plan.refused == [] && plan.ignored.isEmpty)
    }

    @Test("a mapping file settles the headings nobody foresaw, and nothing else may stand in it")
    func mapping() throws {
        let text = "哪天,啥类型,活动名称,活动地点,承办单位,心得\n2025-12-04,宪法宣传,启动,广场,清河派出所,好\n"
        let file = RegisterFile.sheet(try SheetBytes.memory(Array(text.utf8)).open())
        let error = #expect(throws: ImportError.self) { try importer("outreach-event").plan(file) }
        #expect(
            error
                == .missingColumns(
                    register: "普法宣传活动台账", labels: ["活动日期", "活动类别"], unknown: ["哪天", "啥类型", "心得"]))
        let outreach = try register("outreach-event")
        func mapping(_ yaml: String) throws -> HeadingMapping {
            try HeadingMapping(
                YAMLFile.parse("register: outreach-event\nheadings:\n" + yaml, file: "map.yaml"),
                for: outreach)
        }
        let plan = try importer("outreach-event", mapping("  哪天: heldOn\n  啥类型: kind\n  心得: skip\n")).plan(
            file)
        #expect(plan.records.map(\.id) == ["2025-12-04/constitution/广场"] && plan.notices == [])
        #expect(throws: (any Error).self) { try mapping("  哪天: when\n") }
        #expect(throws: (any Error).self) { try mapping("  哪天: heldOn\n  哪 天: kind\n") }
    }

    @Test("a sheet of something else is refused whole, and so are two columns for one field")
    func wrongSheets() throws {
        let other = RegisterFile.sheet(try SheetBytes.memory(Array("菜名,价格\n鱼香肉丝,18\n".utf8)).open())
        guard
            case .noHeader(_, _, let seen) = #expect(
                throws: ImportError.self, performing: { try importer("outreach-event").plan(other) })
        else {
            Issue.record("another error")
            return
        }
        #expect(seen == ["菜名", "价格", "鱼香肉丝", "18"])
        let twice = "活动时间,开展时间,活动类别,活动名称,活动地点,承办单位\n2025-1-1,2025-1-2,其他,a,b,清河派出所\n"
        let file = RegisterFile.sheet(try SheetBytes.memory(Array(twice.utf8)).open())
        #expect(throws: ImportError.twoColumns(label: "活动日期", columns: ["A", "B"])) {
            try importer("outreach-event").plan(file)
        }
    }

    @Test("a rule may name one that stands further down in the same file")
    func forwardReference() throws {
        let text = """
            文号,制度名称,制度类别,印发日期,施行日期,替代的制度
            清公法〔2025〕2号,甲办法,法律监督规定,2025-05-01,2025-06-01,清公法〔2024〕1号
            清公法〔2024〕1号,甲办法（试行）,法律监督规定,2024-01-01,2024-02-01,
            清公法〔2025〕3号,乙办法,法律监督规定,2025-05-01,2025-06-01,清公法〔2019〕9号

            """
        let importer = RegisterImport(
            try register("internal-rule"), of: try PackRegisters.load(), knownAt: OfficeSheet.knownAt
        ) { _, _ in
            .none
        }
        let plan = try importer.plan(.sheet(SheetBytes.memory(Array(text.utf8)).open()))
        #expect(plan.records.map(\.id) == ["清公法〔2025〕2号", "清公法〔2024〕1号"])
        #expect(
            plan.refused.map { $0.problems.map(\.fault) } == [
                [.noSuchRecord(register: "内部制度规定台账", text: "清公法〔2019〕9号")]
            ])
    }

    @Test("a file can be gone through twice, first for its faults and then for its records")
    func twice() throws {
        let importer = try importer("outreach-event")
        let file = try outreach(bad: true).open()
        var first: [ImportOutcome] = []
        try importer.read(file) {
            first.append($0)
            return true
        }
        var second: [ImportOutcome] = []
        try importer.read(file) {
            second.append($0)
            return second.count < 5
        }
        #expect(first.count == 10 && second == Array(first.prefix(5)))
    }

    @Test("column numbers under the header and a header repeated on each page are no records")
    func repeatedHeader() throws {
        let text = """
            序号,单位名称,单位类别,是否办案单位,设立日期
            甲,1,2,3,4
            1,清河派出所,派出所,是,2020-01-01
            序号,单位名称,单位类别,是否办案单位,设立日期
            2,柳林派出所,派出所,√,2020.1.1
            小计：2,,,,
            说明：以上单位均在用,,,,

            """
        let plan = try importer("unit").plan(.sheet(SheetBytes.memory(Array(text.utf8)).open()))
        #expect(plan.records.map(\.id) == ["清河派出所", "柳林派出所"])
        #expect(plan.ignored.map(\.why) == [.columnNumbers, .repeatedHeader, .sum, .footer])
    }

    @Test("a file of nothing but faults stops early, and says that it is probably the wrong register")
    func tooManyRefused() throws {
        let rows = String(repeating: "乙,派出所,不详,2020-01-01\n", count: ImportSurvey.refusedLimit + 10)
        let bytes = SheetBytes.memory(Array(("单位名称,单位类别,是否办案单位,设立日期\n" + rows).utf8))
        let file = RegisterFile.sheet(try bytes.open())
        #expect(throws: ImportError.tooManyRefused(limit: 20_000)) { try importer("unit").plan(file) }
    }
}
