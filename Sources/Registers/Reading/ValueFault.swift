/// Why a cell cannot be a field's value. The words stand beside the cell in the refusal sheet.
package enum ValueFault: Error, Hashable, Sendable {
    case missing
    case notDate
    /// A year and a month, or a month and a day, only.
    case incompleteDate
    case implausibleYear(Int)
    /// A date where the field asks for a time of day, which nobody may invent.
    case noTimeOfDay
    case notNumber
    /// `30余`, `约50`: a figure of the report counts, it does not estimate.
    case imprecise
    case notWhole
    case tooManyPlaces
    /// More than fifteen digits in a number cell: the spreadsheet has rounded them.
    case digitsLost
    case notYesOrNo
    case notInList(allowed: [String])
    case noSuchRecord(register: String, text: String)
    case severalRecords(ids: [String])
    case dateInTextColumn
    case errorCell(String)
    case tooLong(limit: Int)
    case badID
    case unusableKey
    case repeats(row: Int)
    case notRecord(why: String)
}

extension ValueFault: CustomStringConvertible {
    package var description: String {
        switch self {
        case .missing: "必填，不能为空"
        case .notDate: "不是日期；请写成 2026-01-04、2026.1.4 或 2026年1月4日"
        case .incompleteDate: "日期不全；请写明年月日"
        case .implausibleYear(let year): "年份 \(year) 不合理；请核对"
        case .noTimeOfDay: "缺少时刻；请写成 2026-01-04 10:30，确实不知时刻且不是必填的请留空"
        case .notNumber: "不是数字"
        case .imprecise: "带有“余”“约”等字，不是确数；请填准确数"
        case .notWhole: "应为整数"
        case .tooManyPlaces: "小数超过四位"
        case .digitsLost: "数字超过15位，表格软件已丢失末尾几位；请把该列改为文本格式后重新填写"
        case .notYesOrNo: "请填“是”或“否”"
        case .notInList(let allowed): "不在可选范围；可填：\(allowed.joined(separator: "、"))"
        case .noSuchRecord(let register, let text):
            "“\(text)”在\(register)中找不到；请核对，或先导入\(register)"
                + (text.contains(where: \.isWhitespace) ? "；一格里有几个的，请用顿号隔开" : "")
        case .severalRecords(let ids): "对应不止一条记录（\(ids.prefix(5).joined(separator: "、"))）；请改填记录编号"
        case .dateInTextColumn: "该列应为文字，单元格却是日期格式；请改为文本格式后重新填写"
        case .errorCell(let text): "单元格是错误值 \(text)；请改为数值"
        case .tooLong(let limit): "超过 \(limit) 个字；请缩短"
        case .badID: "记录编号里不能有顿号、逗号、分号或换行"
        case .unusableKey: "用来识别记录的各列都是空的，又没有记录编号"
        case .repeats(let row): "与第\(row)行是同一条记录，内容却不一样；请核对后只留一行，确是两件事的请填上区分它们的列（如序号、场次）"
        case .notRecord(let why): why
        }
    }
}
