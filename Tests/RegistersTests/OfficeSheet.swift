import CXlsxWriter
import Documents
import Foundation
import Law
import Registers

/// A sheet as an office keeps it: title, 填报单位 line, merged header rows, 合计, signatures.
final class OfficeSheet {
    let path: String
    private let workbook: UnsafeMutablePointer<lxw_workbook>?
    let sheet: UnsafeMutablePointer<lxw_worksheet>?
    private let day: UnsafeMutablePointer<lxw_format>?

    init() {
        path = NSTemporaryDirectory() + UUID().uuidString + ".xlsx"
        workbook = workbook_new(path)
        sheet = workbook_add_worksheet(workbook, "活动")
        day = workbook_add_format(workbook)
        format_set_num_format(day, "yyyy\"年\"m\"月\"d\"日\"")
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func row(_ number: UInt32, _ texts: [String]) {
        for (column, text) in texts.enumerated() where !text.isEmpty {
            worksheet_write_string(sheet, number - 1, lxw_col_t(column), text, nil)
        }
    }

    func merge(_ text: String, rows: ClosedRange<UInt32>, columns: ClosedRange<UInt16>) {
        worksheet_merge_range(
            sheet, rows.lowerBound - 1, columns.lowerBound, rows.upperBound - 1, columns.upperBound, text, nil
        )
    }

    func number(_ value: Double, row: UInt32, column: UInt16) {
        worksheet_write_number(sheet, row - 1, column, value, nil)
    }

    func date(_ serial: Double, row: UInt32, column: UInt16) {
        worksheet_write_number(sheet, row - 1, column, serial, day)
    }

    func formula(_ text: String, result: Double, row: UInt32, column: UInt16) {
        worksheet_write_formula_num(sheet, row - 1, column, text, nil, result)
    }

    func open() throws -> RegisterFile {
        workbook_close(workbook)
        return try RegisterFile.open(.file(path: path), named: path)
    }

    static let knownAt = Moment(minutes: 29_500_000)

    /// Units of an invented bureau, by their names.
    static func resolve(_ register: String, _ text: String) -> ReferenceAnswer {
        let units = ["清河派出所": "U01", "柳林派出所": "U02", "法制大队": "U10"]
        if register == "unit" { return units[text].map { .record(id: $0) } ?? .none }
        return text.hasPrefix("X") ? .none : .record(id: text)
    }
}
