import Glibc

/// What a workbook says about its sheets, before any of them is read.
struct Workbook {
    struct Sheet {
        let name: String
        /// `xl/worksheets/sheet1.xml`.
        let part: String
        let isHidden: Bool
    }

    let sheets: [Sheet]
    let countsFrom1904: Bool
    let sharedStringsPart: String?
    let stylesPart: String?

    init(_ archive: ZipArchive, limits: SheetLimits) throws(SheetError) {
        guard archive.contains("[Content_Types].xml") else {
            throw .notWorkbook(why: "缺少 [Content_Types].xml")
        }
        try Self.refuseActiveContent(archive)
        let root = try Self.relations(of: "", file: "_rels/.rels", archive, limits)
        guard let part = root.first(where: { $0.kind == "officeDocument" })?.target, archive.contains(part)
        else {
            throw .notWorkbook(why: "找不到工作簿目录")
        }
        let folder = part.lastIndex(of: "/").map { String(part[...$0]) } ?? ""
        let file = "\(folder)_rels/\(part.dropFirst(folder.utf8.count)).rels"
        let relations = try Self.relations(of: folder, file: file, archive, limits)
        let list = SheetList()
        try XMLStream.read(part, of: archive, limits: limits, list)
        sheets = list.sheets.compactMap { entry in
            guard let relation = relations.first(where: { $0.id == entry.relation }),
                relation.kind == "worksheet"
            else { return nil }
            return Sheet(name: entry.name, part: relation.target, isHidden: entry.isHidden)
        }
        countsFrom1904 = list.countsFrom1904
        sharedStringsPart = relations.first { $0.kind == "sharedStrings" }?.target
        stylesPart = relations.first { $0.kind == "styles" }?.target
    }

    /// The chosen sheet, or the first that is not hidden.
    func sheet(named name: String?) throws(SheetError) -> Sheet {
        let found = name.map { name in sheets.first { $0.name == name } } ?? sheets.first { !$0.isHidden }
        guard let found else { throw .noSheet(name ?? "（任一可见）", available: sheets.map(\.name)) }
        return found
    }

    /// Macros run, and external links and embedded objects fetch, as soon as somebody opens a file we hand back.
    private static func refuseActiveContent(_ archive: ZipArchive) throws(SheetError) {
        if archive.contains("xl/vbaProject.bin") { throw .activeContent("宏") }
        if !archive.parts(under: "xl/externalLinks/").isEmpty { throw .activeContent("外部链接") }
        if !archive.parts(under: "xl/embeddings/").isEmpty { throw .activeContent("嵌入的对象") }
    }

    private static func relations(
        of folder: String, file: String, _ archive: ZipArchive, _ limits: SheetLimits
    ) throws(SheetError) -> [Relations.Relation] {
        let relations = Relations(folder: folder)
        try XMLStream.read(file, of: archive, limits: limits, relations)
        return relations.found
    }
}

/// `.rels`: which part an id means.
private final class Relations: XMLVisitor {
    struct Relation {
        let id: String
        /// The last step of the type's address: `worksheet`; transitional and strict files differ only before it.
        let kind: String
        let target: String
    }

    private(set) var found: [Relation] = []
    private let folder: String

    init(folder: String) { self.folder = folder }

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        guard case "Relationship" = name, let id = attributes.text("Id"), let type = attributes.text("Type"),
            let target = attributes.text("Target"), attributes.text("TargetMode") != "External"
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
        found.append(Relation(id: id, kind: kind, target: path))
    }
}

/// `workbook.xml`.
private final class SheetList: XMLVisitor {
    private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
    private(set) var countsFrom1904 = false

    func open(_ name: XMLName, _ attributes: XMLAttributes) {
        switch name {
        case "workbookPr":
            countsFrom1904 = ["1", "true"].contains(attributes.text("date1904") ?? "")
        case "sheet":
            guard let title = attributes.text("name"), let relation = attributes.text("id") else { return }
            sheets.append((title, relation, (attributes.text("state") ?? "visible") != "visible"))
        default: break
        }
    }
}
