/// Writes a document as Office Open XML (ECMA-376, transitional) for WPS and Word.
///
/// Each figure and claim is a content control whose tag is its id, inside a bookmark (`fig_F01`, `claim_…`); the figures are
/// bound to a custom XML part that holds definition and record ids. The same document gives the same bytes.
///
/// Not here: charts, red head, footnotes. The PDF and OFD of a frozen report will be the record; this file is for editing.
package enum DOCXWriter {
    /// - Throws: `ZipFault` when memory runs out.
    package static func bytes(of document: Document) throws(ZipFault) -> [UInt8] {
        try ZipWriter.archive(parts(of: document))
    }

    /// The files inside, in the order in which they are packed.
    package static func parts(of document: Document) -> [ZipWriter.Entry] {
        var body = DOCXBody(page: document.page)
        let content = body.content(of: document)
        let styles = DOCXStyles(page: document.page)
        return [
            ZipWriter.Entry("[Content_Types].xml", DOCXPackage.contentTypes),
            ZipWriter.Entry("_rels/.rels", DOCXPackage.rootRelations),
            ZipWriter.Entry("docProps/core.xml", DOCXPackage.properties(title: document.title)),
            ZipWriter.Entry("word/document.xml", DOCXPackage.file(content)),
            ZipWriter.Entry("word/styles.xml", DOCXPackage.file(styles.sheet)),
            ZipWriter.Entry("word/settings.xml", DOCXPackage.file(DOCXPackage.settings)),
            ZipWriter.Entry("word/fontTable.xml", DOCXPackage.file(styles.fontTable)),
            ZipWriter.Entry("word/footer1.xml", DOCXPackage.file(DOCXBody.footer(even: false))),
            ZipWriter.Entry("word/footer2.xml", DOCXPackage.file(DOCXBody.footer(even: true))),
            ZipWriter.Entry("word/_rels/document.xml.rels", DOCXPackage.documentRelations),
            ZipWriter.Entry("customXml/item1.xml", DOCXPackage.file(body.evidence)),
            ZipWriter.Entry("customXml/_rels/item1.xml.rels", DOCXPackage.evidenceRelations),
            ZipWriter.Entry("customXml/itemProps1.xml", DOCXPackage.evidenceProperties),
        ]
    }
}
