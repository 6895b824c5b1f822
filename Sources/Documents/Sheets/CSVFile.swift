/// Comma-separated text (RFC 4180), UTF-8 with or without a byte order mark, or GB18030.
package final class CSVFile: SheetSource {
    package let name = "CSV"
    package let merges: [MergedRange] = []
    package let countsFrom1904 = false
    package let notices: [String]

    private let bytes: SheetBytes
    private let encoding: TextEncoding
    private let limits: SheetLimits

    package init(_ bytes: SheetBytes, limits: SheetLimits) throws(SheetError) {
        guard try bytes.size() <= limits.fileBytes else {
            throw .overLimit(what: "文件大小", limit: limits.fileBytes >> 20, unit: "MB")
        }
        self.bytes = bytes
        self.limits = limits
        encoding = try TextEncoding.of(bytes)
        notices = encoding == .gb18030 ? ["文件按 GB18030（GBK）编码读取"] : []
    }

    package func rows(_ body: (SheetRow) -> Bool) throws(SheetError) {
        var parser = CSVParser(limits: limits)
        let decoder = encoding == .gb18030 ? try GB18030Decoder() : nil
        var isStopped = false
        try bytes.chunks { (piece) throws(SheetError) in
            let goesOn =
                if let decoder {
                    try parser.take(try decoder.decode(piece), body)
                } else {
                    try parser.take(piece, body)
                }
            isStopped = !goesOn
            return goesOn
        }
        guard !isStopped else { return }
        try decoder?.finish()
        try parser.finish(body)
    }
}

/// The state between two bytes of a CSV file.
private struct CSVParser {
    private enum State {
        case atStart, plain, quoted, afterQuote
    }

    private let limits: SheetLimits
    private var state = State.atStart
    private var value: [UInt8] = []
    private var cells: [SheetCell?] = []
    private var rowNumber = 1
    private var filled = 0
    private var held: [UInt8] = []
    private var isPastMark = false
    private var isAfterReturn = false

    init(limits: SheetLimits) { self.limits = limits }

    mutating func take(
        _ piece: some Sequence<UInt8>, _ body: (SheetRow) -> Bool
    ) throws(SheetError) -> Bool {
        for byte in piece where isPastMark || !skipsMark(byte) {
            guard try takeHeld(body), try take(byte, body) else { return false }
        }
        return true
    }

    /// Holds back what may be the byte order mark.
    private mutating func skipsMark(_ byte: UInt8) -> Bool {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if byte == mark[held.count] {
            held.append(byte)
            if held.count == mark.count {
                held = []
                isPastMark = true
            }
            return true
        }
        isPastMark = true
        return false
    }

    /// Takes what turned out to be no mark.
    private mutating func takeHeld(_ body: (SheetRow) -> Bool) throws(SheetError) -> Bool {
        let bytes = held
        held = []
        for byte in bytes { guard try take(byte, body) else { return false } }
        return true
    }

    private mutating func take(_ byte: UInt8, _ body: (SheetRow) -> Bool) throws(SheetError) -> Bool {
        if state == .quoted {
            if byte == UInt8(ascii: "\"") { state = .afterQuote } else { try append(byte) }
            return true
        }
        // CR LF ends one row, not two.
        defer { isAfterReturn = byte == 0x0D }
        switch byte {
        case UInt8(ascii: ","): try endCell()
        case 0x0A where isAfterReturn: break
        case 0x0D, 0x0A: return try endRow(body)
        case UInt8(ascii: "\"") where state == .atStart: state = .quoted
        case UInt8(ascii: "\"") where state == .afterQuote:
            try append(byte)
            state = .quoted
        case _ where state == .afterQuote:
            throw .badQuote(row: rowNumber, why: "右引号之后还有文字")
        default:
            state = .plain
            try append(byte)
        }
        return true
    }

    mutating func finish(_ body: (SheetRow) -> Bool) throws(SheetError) {
        guard try takeHeld(body) else { return }
        guard state != .quoted else { throw .badQuote(row: rowNumber, why: "到文件末尾也没有右引号") }
        if state != .atStart || !cells.isEmpty { _ = try endRow(body) }
    }

    private mutating func append(_ byte: UInt8) throws(SheetError) {
        guard value.count < limits.cellBytes else {
            throw .overLimit(what: "第\(rowNumber)行一个单元格的文字", limit: limits.cellBytes, unit: "字节")
        }
        value.append(byte)
    }

    private mutating func endCell() throws(SheetError) {
        guard cells.count < limits.columns else {
            throw .overLimit(what: "列数", limit: limits.columns, unit: "列")
        }
        if value.isEmpty {
            cells.append(nil)
        } else {
            filled += 1
            guard filled <= limits.cells else {
                throw .overLimit(what: "有内容的单元格", limit: limits.cells, unit: "个")
            }
            cells.append(SheetCell(FormulaGuard.removed(from: String(decoding: value, as: UTF8.self))))
            value.removeAll(keepingCapacity: true)
        }
        state = .atStart
    }

    private mutating func endRow(_ body: (SheetRow) -> Bool) throws(SheetError) -> Bool {
        try endCell()
        guard rowNumber <= limits.rows else { throw .overLimit(what: "行数", limit: limits.rows, unit: "行") }
        let row = SheetRow(number: rowNumber, cells: cells)
        cells.removeAll(keepingCapacity: true)
        rowNumber += 1
        return body(row)
    }
}
