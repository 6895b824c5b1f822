/// One sheet of an XLSX workbook, streamed: libzip inflates a piece, expat reads it, a row is handed on.
///
/// The sheet is gone through once when it is opened: merged ranges stand behind the rows they concern, and a
/// sheet over a limit is refused before its first row is used. Formulas are never evaluated; the result that
/// the file holds is read, and a notice says so.
package final class XLSXFile: SheetSource {
    package let name: String
    package let merges: [MergedRange]
    package let countsFrom1904: Bool
    package let notices: [String]

    private let archive: ZipArchive
    private let part: String
    private let strings: SharedStrings
    private let styles: CellStyles
    private let limits: SheetLimits

    package init(_ bytes: SheetBytes, sheet: String?, limits: SheetLimits) throws(SheetError) {
        archive = try ZipArchive(bytes, limits: limits)
        let workbook = try Workbook(archive, limits: limits)
        let chosen = try workbook.sheet(named: sheet)
        let survey = SheetSurvey(limits: limits)
        try XMLStream.read(chosen.part, of: archive, limits: limits, survey)
        name = chosen.name
        part = chosen.part
        merges = survey.merges
        countsFrom1904 = workbook.countsFrom1904
        strings = try SharedStrings.read(workbook.sharedStringsPart, of: archive, limits: limits)
        styles = try CellStyles.read(workbook.stylesPart, of: archive, limits: limits)
        self.limits = limits
        notices = Self.notices(of: workbook, chosen: chosen, survey: survey)
    }

    package func rows(_ body: (SheetRow) -> Bool) throws(SheetError) {
        // The visitor lives no longer than this call.
        try withoutActuallyEscaping(body) { (body) throws(SheetError) in
            let visitor = RowVisitor(strings: strings, styles: styles, limits: limits, body)
            try XMLStream.read(part, of: archive, limits: limits, visitor)
        }
    }

    private static func notices(
        of workbook: Workbook, chosen: Workbook.Sheet, survey: SheetSurvey
    ) -> [String] {
        var notices: [String] = []
        let others = workbook.sheets.filter { $0.name != chosen.name && !$0.isHidden }.map(\.name)
        if !others.isEmpty {
            notices.append("只读取了工作表“\(chosen.name)”；未读取：\(others.joined(separator: "、"))")
        }
        if let first = survey.firstFormula {
            notices.append("有 \(survey.formulas) 个公式（首个在 \(first)），按文件中已存的结果读取，不重新计算")
        }
        return notices
    }
}

/// The first look through a sheet: merged ranges, formulas, and whether it stays within the limits.
private final class SheetSurvey: XMLVisitor {
    private(set) var merges: [MergedRange] = []
    private(set) var formulas = 0
    private(set) var firstFormula: String?
    let readsText = false
    private var cell: CellReference?
    private var cells = 0
    private let limits: SheetLimits

    init(limits: SheetLimits) { self.limits = limits }

    func open(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
        switch name {
        case "v", "is":
            cells += 1
            guard cells <= limits.cells else {
                throw .overLimit(what: "有内容的单元格", limit: limits.cells, unit: "个")
            }
        case "c": if firstFormula == nil { cell = attributes["r"].flatMap { CellReference(at: $0) } }
        case "f":
            formulas += 1
            if firstFormula == nil { firstFormula = cell?.description ?? "未写明的单元格" }
        case "mergeCell":
            guard merges.count < limits.merges else {
                throw .overLimit(what: "合并单元格", limit: limits.merges, unit: "处")
            }
            if let range = attributes.text("ref").flatMap({ MergedRange($0) }) { merges.append(range) }
        default: break
        }
    }
}
