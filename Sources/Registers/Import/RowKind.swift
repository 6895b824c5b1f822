import Documents

/// Why a row below the header is no record.
package enum IgnoredRow: String, Hashable, Sendable {
    case blank = "空行"
    case onlyNumber = "只有序号"
    case noContent = "没有可导入的内容"
    case sum = "合计行"
    case footer = "填表人、审核人、说明等表尾"
    case repeatedHeader = "重复的表头"
    case columnNumbers = "栏次行"
}

/// Tells records from the rest of a paper form.
struct RowSorter {
    private let header: SheetHeader
    /// Looked up once: a sheet has a million rows.
    private let numberColumn: Int?
    private let isRead: [Bool]
    private let isNumber: [Bool]
    private static let sums: Set<String> = [
        "合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计", "本月合计", "本月小计", "本季合计", "本年合计", "全年合计", "年度合计", "总合计",
    ]
    private static let sumStarts = Array("合小总共累本全年".unicodeScalars)
    private static let footerStarts = Array("填制经审复负主联单注备说".unicodeScalars)
    private static let footers = [
        "填表人", "填报人", "制表人", "经办人", "审核人", "复核人", "审批人", "负责人", "单位负责人", "负责人签字", "主管领导", "填表日期", "填报日期",
        "制表日期", "填表单位", "填报单位", "制表单位", "联系电话", "联系人", "单位盖章", "注", "备注", "说明", "填表说明",
    ]

    init(_ header: SheetHeader) {
        self.header = header
        numberColumn = header.columns.firstIndex { $0?.heading == "记录编号" }
        isRead = header.columns.map { column in
            switch column?.meaning {
            case .field, .recordID: true
            case .ignored, .unknown, nil: false
            }
        }
        isNumber = header.columns.map { $0?.meaning == .ignored }
    }

    /// - Returns: `nil` for a record.
    func kind(of row: SheetRow) -> IgnoredRow? {
        let texts = row.cells.map { $0.map { trimmed($0.text) } ?? "" }
        let filled = texts.indices.filter { !texts[$0].isEmpty }
        guard let first = filled.first else { return .blank }
        if isFiled(texts) { return nil }
        if Self.isSum(texts[first]) || (filled.count > 1 && isNumber(first) && Self.isSum(texts[filled[1]])) {
            return .sum
        }
        if Self.isFooter(texts[first]) { return .footer }
        if !filled.contains(where: isRead) { return filled.allSatisfy(isNumber) ? .onlyNumber : .noContent }
        if header.texts.contains(where: { Self.same($0, texts) }) { return .repeatedHeader }
        if row.number == header.rows.upperBound + 1, Self.isColumnNumbers(filled.map { texts[$0] }) {
            return .columnNumbers
        }
        return nil
    }

    /// A row that carries the number under which an export wrote it is a record, whatever its words.
    private func isFiled(_ texts: [String]) -> Bool {
        guard let column = numberColumn else { return false }
        return column < texts.count && !texts[column].isEmpty && texts[column] != "记录编号"
    }

    private func isRead(_ column: Int) -> Bool { column < isRead.count && isRead[column] }

    private func isNumber(_ column: Int) -> Bool { column < isNumber.count && isNumber[column] }

    private static func isSum(_ text: String) -> Bool {
        guard text.utf8.count < 40, begins(text, with: sumStarts) else { return false }
        let word = Heading.normalized(text.prefix { !":：".contains($0) })
        return sums.contains(word)
    }

    private static func isFooter(_ text: String) -> Bool {
        guard begins(text, with: footerStarts) else { return false }
        let word = text.prefix { !":：".contains($0) }
        guard word.utf8.count < 40, word.utf8.count < text.utf8.count || word.count > 2 else { return false }
        return footers.contains(Heading.normalized(word))
    }

    /// By scalars: taking text apart into characters costs more than everything else here.
    private static func begins(_ text: String, with one: [Unicode.Scalar]) -> Bool {
        text.unicodeScalars.first.map(one.contains) ?? false
    }

    private static func same(_ a: [String], _ b: [String]) -> Bool {
        let length = max(a.count, b.count)
        return (0..<length).allSatisfy {
            ($0 < a.count ? a[$0] : "").utf8.elementsEqual(($0 < b.count ? b[$0] : "").utf8)
        }
    }

    /// `1 2 3 4`, `甲 乙 1 2`: the numbering of a statistical form's columns.
    private static func isColumnNumbers(_ texts: [String]) -> Bool {
        let numbers = texts.drop { "甲乙丙丁戊".contains($0) }.map { Int($0) }
        return numbers.count > 2 && numbers.enumerated().allSatisfy { $1 == $0 + 1 }
    }
}

/// Gives the rows under a cell merged downwards that cell's content.
struct MergeFilling {
    private let merges: [MergedRange]
    private var next = 0
    private var open: [(merge: MergedRange, cell: SheetCell?)] = []

    init(_ merges: [MergedRange], below row: Int) {
        self.merges = merges.filter { $0.rows.count > 1 && $0.rows.lowerBound > row }
            .sorted { $0.rows.lowerBound < $1.rows.lowerBound }
    }

    mutating func fill(_ row: SheetRow) -> SheetRow {
        guard next < merges.count || !open.isEmpty else { return row }
        open.removeAll { $0.merge.rows.upperBound < row.number }
        var cells = row.cells
        for (merge, cell) in open {
            let column = merge.columns.lowerBound
            while cells.count <= column { cells.append(nil) }
            if cells[column] == nil { cells[column] = cell }
        }
        while next < merges.count, merges[next].rows.lowerBound <= row.number {
            if merges[next].rows.lowerBound == row.number {
                open.append((merges[next], row.cell(merges[next].columns.lowerBound)))
            }
            next += 1
        }
        return SheetRow(number: row.number, cells: cells)
    }
}
