/// The parts that make a folder of XML into a Word file: what is what, and who refers to whom.
enum DOCXPackage {
    /// The custom part's own number, by which content controls find it. Any fixed one will do.
    static let evidenceID = "{6B1F3C0A-54C1-4C8E-9D5B-0F2A6E6B7C01}"

    private static let packageNamespace = "http://schemas.openxmlformats.org/package/2006/"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

    static func file(_ root: Markup) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root.source
    }

    static let contentTypes: String = {
        let parts = [
            ("/word/document.xml", word + "document.main+xml"), ("/word/styles.xml", word + "styles+xml"),
            ("/word/settings.xml", word + "settings+xml"), ("/word/fontTable.xml", word + "fontTable+xml"),
            ("/word/footer1.xml", word + "footer+xml"), ("/word/footer2.xml", word + "footer+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
            (
                "/customXml/itemProps1.xml",
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
            ),
        ]
        let defaults = [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"), ("xml", "application/xml"),
        ]
        return file(
            .element(
                "Types", ["xmlns": packageNamespace + "content-types"],
                defaults.map { .void("Default", ["Extension": $0.0, "ContentType": $0.1]) }
                    + parts.map { .void("Override", ["PartName": $0.0, "ContentType": $0.1]) }))
    }()

    static let rootRelations = relations([
        ("rId1", WordML.relations + "/officeDocument", "word/document.xml"),
        ("rId2", packageNamespace + "relationships/metadata/core-properties", "docProps/core.xml"),
    ])

    static let documentRelations = relations([
        ("rIdStyles", WordML.relations + "/styles", "styles.xml"),
        ("rIdSettings", WordML.relations + "/settings", "settings.xml"),
        ("rIdFonts", WordML.relations + "/fontTable", "fontTable.xml"),
        ("rIdOdd", WordML.relations + "/footer", "footer1.xml"),
        ("rIdEven", WordML.relations + "/footer", "footer2.xml"),
        ("rIdEvidence", WordML.relations + "/customXml", "../customXml/item1.xml"),
    ])

    static let evidenceRelations = relations([
        ("rId1", WordML.relations + "/customXmlProps", "itemProps1.xml")
    ])

    static let evidenceProperties = file(
        .void(
            "ds:datastoreItem",
            [
                "ds:itemID": evidenceID,
                "xmlns:ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
            ]))

    /// No author and no time: the same document gives the same bytes, and a file names nobody.
    static func properties(title: String) -> String {
        file(
            .element(
                "cp:coreProperties",
                [
                    "xmlns:cp": packageNamespace + "metadata/core-properties",
                    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
                ], .element("dc:title", .text(title))))
    }

    static let settings = Markup.element(
        "w:settings", WordML.namespaces, .void("w:evenAndOddHeaders"),
        WordML.set("w:characterSpacingControl", "compressPunctuation"),
        .element(
            "w:compat", .void("w:useFELayout"),
            .void(
                "w:compatSetting",
                [
                    "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
                    "w:val": "15",
                ])),
        .void("w:themeFontLang", ["w:val": "en-US", "w:eastAsia": "zh-CN"]))

    private static func relations(_ relations: [(id: String, type: String, target: String)]) -> String {
        file(
            .element(
                "Relationships", ["xmlns": packageNamespace + "relationships"],
                relations.map {
                    .void("Relationship", ["Id": $0.id, "Type": $0.type, "Target": $0.target])
                }))
    }
}
