import CXlsxWriter
import Glibc

/// A table as XLSX: one sheet, styled header that repeats on each page, A4 landscape, one row in memory at a time.
enum XLSXWriter {
    static func write(_ table: SheetTable, _ rows: some Sequence<SheetTable.Row>, to path: String)
        throws(SheetError)
    {
        var options = lxw_workbook_options()
        options.constant_memory = 1
        guard let workbook = workbook_new_opt(path, &options) else { throw .cannotWrite("\(path)（内存不足）") }
        guard let sheet = workbook_add_worksheet(workbook, sheetName(table.name)) else {
            workbook_close(workbook)
            throw .cannotWrite("\(path)（工作表名称不可用）")
        }
        let formats = Formats(workbook)
        setPage(sheet, table, formats)
        var number: lxw_row_t = 1
        var fault = LXW_NO_ERROR
        for row in rows where fault == LXW_NO_ERROR {
            fault = write(row, number, sheet, formats)
            number += 1
        }
        if number > 1, !table.columns.isEmpty {
            worksheet_autofilter(sheet, 0, 0, number - 1, lxw_col_t(table.columns.count - 1))
        }
        let closing = workbook_close(workbook)
        if fault == LXW_NO_ERROR { fault = closing }
        guard fault == LXW_NO_ERROR else {
            throw .cannotWrite("\(path)（\(lxw_strerror(fault).map { String(cString: $0) } ?? "未知原因")）")
        }
    }

    private struct Formats {
        let header: UnsafeMutablePointer<lxw_format>?
        let text: UnsafeMutablePointer<lxw_format>?
        let day: UnsafeMutablePointer<lxw_format>?
        let moment: UnsafeMutablePointer<lxw_format>?
        let faulty: UnsafeMutablePointer<lxw_format>?

        init(_ workbook: UnsafeMutablePointer<lxw_workbook>) {
            func format(_ code: String? = nil) -> UnsafeMutablePointer<lxw_format>? {
                let format = workbook_add_format(workbook)
                format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
                format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
                if let code { format_set_num_format(format, code) }
                return format
            }
            header = format()
            format_set_bold(header)
            format_set_text_wrap(header)
            format_set_align(header, UInt8(LXW_ALIGN_CENTER.rawValue))
            format_set_bg_color(header, 0xE7EDF5)
            text = format()
            format_set_text_wrap(text)
            day = format("yyyy-mm-dd")
            moment = format("yyyy-mm-dd hh:mm")
            faulty = format()
            format_set_text_wrap(faulty)
            format_set_bg_color(faulty, 0xFFD9D9)
        }
    }

    private static func setPage(
        _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ table: SheetTable, _ formats: Formats
    ) {
        /// `9` is A4 in the numbering of printers that XLSX took over.
        let a4: UInt8 = 9
        worksheet_set_paper(sheet, a4)
        worksheet_set_landscape(sheet)
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_repeat_rows(sheet, 0, 0)
        worksheet_freeze_panes(sheet, 1, 0)
        worksheet_set_footer(sheet, "&C第 &P 页，共 &N 页")
        for (index, column) in table.columns.enumerated() {
            let index = lxw_col_t(index)
            worksheet_set_column(sheet, index, index, column.width, nil)
            worksheet_write_string(sheet, 0, index, column.heading, formats.header)
        }
    }

    private static func write(
        _ row: SheetTable.Row, _ number: lxw_row_t, _ sheet: UnsafeMutablePointer<lxw_worksheet>,
        _ formats: Formats
    ) -> lxw_error {
        for (index, value) in row.values.enumerated() {
            let column = lxw_col_t(index)
            let faulty = row.marked.contains(index) ? formats.faulty : nil
            let outcome =
                switch value {
                case .empty: worksheet_write_blank(sheet, number, column, faulty ?? formats.text)
                case .text(let text):
                    worksheet_write_string(
                        sheet, number, column, CellText.encoded(text), faulty ?? formats.text)
                case .number(let text):
                    worksheet_write_number(sheet, number, column, strtod(text, nil), faulty ?? formats.text)
                case .day(let serial, _):
                    worksheet_write_number(sheet, number, column, Double(serial), faulty ?? formats.day)
                case .moment(let serial, _):
                    worksheet_write_number(sheet, number, column, serial, faulty ?? formats.moment)
                }
            guard outcome == LXW_NO_ERROR else { return outcome }
        }
        return LXW_NO_ERROR
    }

    /// At most 31 characters, none of `[]:*?/\`, no apostrophe at either end.
    private static func sheetName(_ name: String) -> String {
        let kept = name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31)
        return kept.isEmpty ? "台账" : String(kept)
    }
}
