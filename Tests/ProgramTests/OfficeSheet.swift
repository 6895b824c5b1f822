import CXlsxWriter

/// A sheet as offices make it, written with the library that Excel's own files are tested against.
enum OfficeSheet {
    enum Cell {
        case text(String)
        case number(Double)
        case empty
    }

    /// A title, a two-row merged heading, the rows given, and a 合计 line at the foot.
    static func write(_ rows: [[Cell]], to path: String) {
        let book = workbook_new(path)
        let sheet = workbook_add_worksheet(book, "普法台账")
        let format = workbook_add_format(book)
        merge(sheet, (0, 0), (0, 6), "2025年普法宣传活动台账", format)
        for (column, heading) in ["序号", "活动名称", "活动日期"].enumerated() {
            merge(sheet, (1, column), (2, column), heading, format)
        }
        merge(sheet, (1, 3), (1, 4), "活动情况", format)
        put(sheet, 2, 3, .text("活动类别"))
        put(sheet, 2, 4, .text("活动地点"))
        merge(sheet, (1, 5), (2, 5), "主办单位", format)
        merge(sheet, (1, 6), (2, 6), "受众人数（人）", format)
        for (index, row) in rows.enumerated() {
            for (column, cell) in row.enumerated() { put(sheet, index + 3, column, cell) }
        }
        let foot = rows.count + 3
        put(sheet, foot, 0, .text("合计"))
        put(sheet, foot, 6, .number(9_999))
        put(sheet, foot + 1, 0, .text("填表单位：示例法制大队"))
        workbook_close(book)
    }

    private static func merge(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ from: (row: Int, column: Int),
        _ to: (row: Int, column: Int), _ text: String, _ format: UnsafeMutablePointer<lxw_format>?
    ) {
        worksheet_merge_range(
            sheet, UInt32(from.row), UInt16(from.column), UInt32(to.row), UInt16(to.column), text, format)
    }

    private static func put(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ row: Int, _ column: Int, _ cell: Cell
    ) {
        switch cell {
        case .text(let text): worksheet_write_string(sheet, UInt32(row), UInt16(column), text, nil)
        case .number(let number): worksheet_write_number(sheet, UInt32(row), UInt16(column), number, nil)
        case .empty: break
        }
    }
}
