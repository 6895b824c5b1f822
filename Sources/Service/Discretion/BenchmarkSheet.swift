import Documents
import Law

/// The table offices publish: 案由, 法定档, 阶次, 情节, 幅度, one tier a row; cells joined over several rows hold for each.
struct BenchmarkSheet {
    enum Column: String, CaseIterable {
        case act, statutory, tier, circumstances, outcomes

        var headings: [String] {
            switch self {
            case .act: ["案由", "违法行为", "行为", "违法行为名称"]
            case .statutory: ["法定档", "法定档次", "法定处罚档次"]
            case .tier: ["阶次", "裁量阶次", "裁量阶次名称"]
            case .circumstances: ["情节", "适用情形", "情形", "适用条件"]
            case .outcomes: ["幅度", "裁量幅度", "处罚幅度", "处罚标准", "裁量标准"]
            }
        }
    }

    struct Cell {
        let column: Column
        /// As the spreadsheet names it: `C5`.
        let reference: String
        let text: String
    }

    /// A row of the table by its columns.
    struct Line {
        let row: Int
        let cells: [Column: Cell]

        func text(_ column: Column) -> String { cells[column]?.text ?? "" }
    }

    let lines: [Line]

    init(path: String) throws {
        var rows: [SheetRow] = []
        var merges: [MergedRange] = []
        do {
            guard SheetBytes.file(path: path).exists else {
                throw ServiceError(.use, "找不到文件 \(path)。请检查文件名。")
            }
            let sheet = try SheetBytes.file(path: path).open()
            merges = sheet.merges
            try sheet.rows { row in
                rows.append(row)
                return true
            }
        } catch let error as SheetError {
            throw ServiceError(.data, "\(path)：\(error)")
        }
        guard let head = rows.firstIndex(where: { Self.columns($0).count == Column.allCases.count }) else {
            let wanted = Column.allCases.map { $0.headings[0] }.joined(separator: "、")
            throw ServiceError(
                .data, "\(path)：没有找到表头。表头的一行要有这些列：\(wanted)；列名的其他写法见 Docs/formats/benchmarks.md。")
        }
        let columns = Self.columns(rows[head])
        let texts = Dictionary(rows.map { ($0.number, $0) }) { first, _ in first }
        lines = rows[(head + 1)...].compactMap { row in
            var cells: [Column: Cell] = [:]
            for (column, place) in columns {
                let joined = merges.first { $0.rows.contains(row.number) && $0.columns.contains(place) }
                let source =
                    if let joined { texts[joined.rows.lowerBound]?.cell(joined.columns.lowerBound) } else {
                        row.cell(place)
                    }
                cells[column] = Cell(
                    column: column, reference: Self.letters(place) + String(row.number),
                    text: (source?.text ?? "").trimmed(\.isWhitespace))
            }
            return cells.values.allSatisfy(\.text.isEmpty) ? nil : Line(row: row.number, cells: cells)
        }
    }

    private static func columns(_ row: SheetRow) -> [Column: Int] {
        var found: [Column: Int] = [:]
        for (place, cell) in row.cells.enumerated() {
            guard let text = cell?.text.filter({ !$0.isWhitespace }) else { continue }
            for column in Column.allCases where column.headings.contains(text) && found[column] == nil {
                found[column] = place
            }
        }
        return found
    }

    /// `0` is A, `26` is AA.
    private static func letters(_ column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(column / 26 - 1) + last
    }
}
