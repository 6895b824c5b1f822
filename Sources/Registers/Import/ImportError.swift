package import Documents

/// Why a whole file cannot be imported, whatever its rows say.
package enum ImportError: Error, Hashable, Sendable {
    case sheet(SheetError)
    /// No row of the first ones looks like the register's header.
    case noHeader(register: String, expected: [String], seen: [String])
    case missingColumns(register: String, labels: [String], unknown: [String])
    case twoColumns(label: String, columns: [String])
    case tooManyRefused(limit: Int)
    case unreadableLine(line: Int, why: String)
}

extension ImportError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .sheet(let error): error.description
        case .noHeader(let register, _, []): "文件是空的，没有“\(register)”的表头和记录，未导入任何内容；请核对是否选错了文件或工作表"
        case .noHeader(let register, let expected, let seen):
            "前 \(HeaderSearch.rows) 行里找不到“\(register)”的表头，未导入任何内容。应有的列：\(expected.joined(separator: "、"))。"
                + "表中看到的：\(seen.prefix(20).joined(separator: "、"))。列名不同的，请用对照表（--map）指明"
        case .missingColumns(let register, let labels, let unknown):
            "“\(register)”缺少必填的列：\(labels.joined(separator: "、"))，未导入任何内容。"
                + (unknown.isEmpty ? "" : "表中没有对上的列：\(unknown.joined(separator: "、"))；")
                + "请补上，或用对照表（--map）指明是哪一列"
        case .twoColumns(let label, let columns):
            "第 \(columns.joined(separator: "、")) 列都像是“\(label)”，未导入任何内容；请用对照表（--map）指明用哪一列"
        case .tooManyRefused(let limit):
            "已有 \(limit) 行不能采用，多半是选错了台账或列名没有对上；已停止，未导入任何内容"
        case .unreadableLine(let line, let why): "第 \(line) 行不是一条记录：\(why)；未导入任何内容"
        }
    }
}
