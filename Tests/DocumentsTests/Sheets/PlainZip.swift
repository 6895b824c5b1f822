import CZip
import Foundation

/// Zip files made part by part, so that tests can hand in what no spreadsheet program would write.
enum PlainZip {
    static let contentTypes = """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" \
        ContentType="application/xml"/></Types>
        """
    static let rootRelations = relations("officeDocument", "xl/workbook.xml")
    static let workbook = """
        <workbook xmlns="m" xmlns:r="r"><sheets><sheet name="甲" sheetId="1" r:id="rId1"/></sheets></workbook>
        """

    static func relations(_ kind: String, _ target: String) -> String {
        """
        <Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/\(kind)" \
        Target="\(target)"/></Relationships>
        """
    }

    /// The least that is a workbook, with one sheet of that XML and further parts.
    static func workbook(sheet: String, _ further: [(String, String)] = []) throws -> [UInt8] {
        try zip(
            [
                ("[Content_Types].xml", contentTypes), ("_rels/.rels", rootRelations),
                ("xl/workbook.xml", workbook),
                ("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")),
                ("xl/worksheets/sheet1.xml", sheet),
            ] + further)
    }

    static func zip(_ parts: [(String, String)]) throws -> [UInt8] {
        let path = NSTemporaryDirectory() + UUID().uuidString + ".zip"
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard let archive = zip_open(path, ZIP_CREATE, nil) else { throw Failure() }
        for (name, text) in parts {
            let bytes = Array(text.utf8)
            let memory = malloc(max(1, bytes.count))
            memory?.copyMemory(from: bytes, byteCount: bytes.count)
            let source = zip_source_buffer(archive, memory, zip_uint64_t(bytes.count), 1)
            guard zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8)) >= 0 else {
                throw Failure()
            }
        }
        guard zip_close(archive) == 0 else { throw Failure() }
        return [UInt8](try Data(contentsOf: URL(filePath: path)))
    }

    struct Failure: Error {}
}
