/// Why a file cannot be read as a sheet. Nothing of it has been used.
///
/// The messages are in Chinese because they are shown to whoever chose the file.
package enum SheetError: Error, Hashable, Sendable, CustomStringConvertible {
    case cannotOpen(String)
    case cannotWrite(String)
    /// An older or password-protected workbook (an OLE container).
    case oldOrEncrypted
    case notWorkbook(why: String)
    case damaged(part: String, why: String)
    case overLimit(what: String, limit: Int, unit: String)
    case documentType(part: String)
    case activeContent(String)
    case suspiciousPart(String)
    case noSheet(String, available: [String])
    case notText(why: String)
    case badQuote(row: Int, why: String)

    package var description: String {
        switch self {
        case .cannotOpen(let why): "文件打不开：\(why)"
        case .cannotWrite(let why): "文件写不出：\(why)"
        case .oldOrEncrypted: "这是旧版 .xls 或加了密码的工作簿；请在 WPS 或 Excel 中去掉密码、另存为 .xlsx 后再导入"
        case .notWorkbook(let why): "这不是 .xlsx 工作簿：\(why)"
        case .damaged(let part, let why): "工作簿已损坏，未导入任何内容（\(part)：\(why)）；请重新另存后再导入"
        case .overLimit(let what, let limit, let unit):
            "\(what)超过上限 \(limit) \(unit)，为保护系统已停止读取，未导入任何内容；请拆分后再导入"
        case .documentType(let part): "\(part) 含有 DOCTYPE 声明，工作簿里不应有，已拒收"
        case .activeContent(let what): "工作簿含有\(what)，已拒收；请另存为只有数值的 .xlsx 后再导入"
        case .suspiciousPart(let name): "压缩包里有可疑的文件名“\(name)”，已拒收"
        case .noSheet(let name, let available):
            "没有名为“\(name)”的工作表；可用的有：\(available.joined(separator: "、"))"
        case .notText(let why): "文件不是可读的文本：\(why)；CSV 请存为 UTF-8 或 GB18030（GBK）编码"
        case .badQuote(let row, let why): "第\(row)行的引号不成对：\(why)"
        }
    }
}
