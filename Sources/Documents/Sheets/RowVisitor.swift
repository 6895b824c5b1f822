import Glibc

/// Turns the XML of a worksheet into rows.
final class RowVisitor: XMLVisitor {
    private(set) var isDone = false

    private let strings: SharedStrings
    private let styles: CellStyles
    private let limits: SheetLimits
    private let body: (SheetRow) -> Bool

    private var isInRows = false
    private var rowNumber = 0
    private var cells: [SheetCell?] = []
    private var column = -1
    private var type = CellType.number
    private var style = 0
    private var hasFormula = false
    private var isInValue = false
    private var isInPhonetic = false
    private var value: [UInt8] = []

    /// The `t` of a cell (ECMA-376 Part 1, 18.18.11).
    private enum CellType {
        case number, shared, inline, formulaText, boolean, error, isoDate

        init(_ attribute: UnsafePointer<CChar>?) {
            guard let attribute else {
                self = .number
                return
            }
            // The first letter tells all but `s` and `str` apart.
            switch UInt8(bitPattern: attribute[0]) {
            case UInt8(ascii: "s"): self = attribute[1] == 0 ? .shared : .formulaText
            case UInt8(ascii: "i"): self = .inline
            case UInt8(ascii: "b"): self = .boolean
            case UInt8(ascii: "e"): self = .error
            case UInt8(ascii: "d"): self = .isoDate
            default: self = .number
            }
        }
    }

    init(
        strings: SharedStrings, styles: CellStyles, limits: SheetLimits, _ body: @escaping (SheetRow) -> Bool
    ) {
        self.strings = strings
        self.styles = styles
        self.limits = limits
        self.body = body
    }

    func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
        switch name {
        case "sheetData": isInRows = true
        case _ where !isInRows: break
        case "c": try openCell(attributes)
        case "v", "t": isInValue = true
        case "row": try openRow(attributes)
        case "f": hasFormula = true
        case "rPh": isInPhonetic = true
        default: break
        }
    }

    func close(_ name: XMLName) throws(SheetError) {
        switch name {
        case _ where !isInRows: break
        case "c": try closeCell()
        case "v", "t": isInValue = false
        case "row": isDone = !body(SheetRow(number: rowNumber, cells: cells))
        case "rPh": isInPhonetic = false
        // Nothing behind the rows is needed; the survey has read it.
        case "sheetData": isDone = true
        default: break
        }
    }

    func text(_ piece: UnsafeRawBufferPointer) throws(SheetError) {
        guard isInValue, !isInPhonetic else { return }
        guard value.count + piece.count <= limits.cellBytes else {
            throw .overLimit(what: "单元格 \(place) 的文字", limit: limits.cellBytes, unit: "字节")
        }
        value.append(contentsOf: piece)
    }

    private var place: CellReference { CellReference(column: column, row: rowNumber) }

    private func openRow(_ attributes: XMLAttributes) throws(SheetError) {
        let number = attributes["r"].map { Int(atol($0)) } ?? rowNumber + 1
        guard number > rowNumber else {
            throw .damaged(part: "工作表", why: "第\(rowNumber)行之后又出现第\(number)行")
        }
        guard number <= limits.rows else { throw .overLimit(what: "行数", limit: limits.rows, unit: "行") }
        rowNumber = number
        column = -1
        cells.removeAll(keepingCapacity: true)
    }

    private func openCell(_ attributes: XMLAttributes) throws(SheetError) {
        column = attributes["r"].map(Self.column) ?? column + 1
        type = CellType(attributes["t"])
        style = attributes["s"].map { Int(atol($0)) } ?? 0
        hasFormula = false
        value.removeAll(keepingCapacity: true)
    }

    /// The letters of `AB12`, counted from 0; the digits are the row's business.
    private static func column(_ reference: UnsafePointer<CChar>) -> Int {
        var column = 0
        var next = reference
        while case let byte = UInt8(bitPattern: next.pointee), (0x41...0x5A).contains(byte), column < 1 << 20
        {
            column = column * 26 + Int(byte - 0x40)
            next += 1
        }
        return column - 1
    }

    private func closeCell() throws(SheetError) {
        guard let cell = try currentCell() else { return }
        guard column >= 0, column < limits.columns else {
            throw .overLimit(what: "列数", limit: limits.columns, unit: "列")
        }
        while cells.count < column { cells.append(nil) }
        if cells.count == column { cells.append(cell) } else { cells[column] = cell }
    }

    private func currentCell() throws(SheetError) -> SheetCell? {
        if value.isEmpty {
            return hasFormula && type == .number ? SheetCell("公式没有存下结果", kind: .error) : nil
        }
        switch type {
        case .shared:
            let text = String(decoding: value, as: UTF8.self)
            guard let string = Int(text).flatMap({ strings[$0] }) else {
                throw .damaged(part: "工作表", why: "\(place) 引用了不存在的共享文字 \(text)")
            }
            return string.isEmpty ? nil : SheetCell(string)
        case .inline, .formulaText: return SheetCell(CellText.decoded(value))
        case .number: return SheetCell(String(decoding: value, as: UTF8.self), kind: styles.kind(of: style))
        case .boolean: return SheetCell(String(decoding: value, as: UTF8.self), kind: .boolean)
        case .error: return SheetCell(String(decoding: value, as: UTF8.self), kind: .error)
        case .isoDate: return SheetCell(String(decoding: value, as: UTF8.self))
        }
    }
}
