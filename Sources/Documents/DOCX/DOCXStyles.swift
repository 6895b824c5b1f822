/// The style sheet: real heading styles for the navigation pane, and the page profile's faces and sizes.
struct DOCXStyles {
    let page: PageProfile

    /// Two characters, as GB/T 9704 indents every paragraph.
    static let indent = Markup.void("w:ind", ["w:firstLineChars": "200", "w:firstLine": "632"])

    var sheet: Markup {
        .element(
            "w:styles", WordML.namespaces, [defaults, normal, characters, plainTable] + paragraphs + [grid])
    }

    var fontTable: Markup {
        var seen: [PageProfile.Face] = []
        for face in [page.bodyFace, page.titleFace, page.numberFace] + page.headingFaces
        where !seen.contains(face) {
            seen.append(face)
        }
        let fonts = seen.map { face in
            Markup.element(
                "w:font", ["w:name": face.name], WordML.set("w:altName", face.instead),
                WordML.set("w:charset", "86"), WordML.set("w:family", "auto"),
                WordML.set("w:pitch", "variable"))
        }
        return .element("w:fonts", WordML.namespaces, fonts)
    }

    private var defaults: Markup {
        .element(
            "w:docDefaults",
            .element(
                "w:rPrDefault",
                .element(
                    "w:rPr", WordML.fonts(page.bodyFace), WordML.size(page.bodySize),
                    .void("w:lang", ["w:val": "en-US", "w:eastAsia": "zh-CN", "w:bidi": "ar-SA"]))),
            .void("w:pPrDefault"))
    }

    /// The grid takes its base size from here, not from the defaults: without it LibreOffice sets 18 characters a line.
    private var normal: Markup {
        .element(
            "w:style", ["w:type": "paragraph", "w:default": "1", "w:styleId": "Normal"],
            WordML.set("w:name", "Normal"), .void("w:qFormat"),
            .element(
                "w:pPr", WordML.set("w:widowControl", "0"), WordML.set("w:overflowPunct", "0"),
                WordML.set("w:autoSpaceDE", "0"), WordML.set("w:autoSpaceDN", "0"), WordML.justify("both")),
            .element(
                "w:rPr", WordML.set("w:spacing", String(page.characterSpacing)), WordML.size(page.bodySize)))
    }

    private let characters = Markup.element(
        "w:style",
        ["w:type": "character", "w:default": "1", "w:styleId": "DefaultParagraphFont"],
        WordML.set("w:name", "Default Paragraph Font"))

    private let plainTable = Markup.element(
        "w:style", ["w:type": "table", "w:default": "1", "w:styleId": "TableNormal"],
        WordML.set("w:name", "Normal Table"),
        .element(
            "w:tblPr", .void("w:tblInd", ["w:w": "0", "w:type": "dxa"]),
            .element(
                "w:tblCellMar", .void("w:left", ["w:w": "108", "w:type": "dxa"]),
                .void("w:right", ["w:w": "108", "w:type": "dxa"]))))

    private var paragraphs: [Markup] {
        let small = [WordML.set("w:spacing", "0"), WordML.size(page.smallSize)]
        let heading = page.headingFaces[0]
        let cell = [WordML.set("w:spacing", "0"), WordML.size(page.tableSize)]
        let offGrid = [WordML.set("w:snapToGrid", "0"), WordML.exactLine(page.tablePitch)]
        return [
            style("GwBody", "公文正文", [Self.indent]),
            style("GwFlush", "公文顶格", []),
            style(
                "Title", "Title", isOwn: false, [WordML.exactLine(page.linePitch), WordML.justify("center")],
                [WordML.fonts(page.titleFace), WordML.set("w:spacing", "0"), WordML.size(page.titleSize)],
                next: "GwFlush"),
            style(
                "Caption", "caption", isOwn: false, [WordML.justify("center")],
                [WordML.fonts(heading)] + small),
            style(
                "GwTableHead", "公文表头", offGrid + [WordML.justify("center")], [WordML.fonts(heading)] + cell),
            style("GwTableCell", "公文表文", offGrid + [WordML.justify("left")], cell),
            style(
                "GwColophon", "公文版记",
                [
                    WordML.set("w:snapToGrid", "0"), WordML.exactLine(464),
                    .void("w:ind", ["w:left": "172", "w:right": "172"]),
                ], small),
            style(
                "GwFooter", "公文页码", [WordML.set("w:snapToGrid", "0"), WordML.exactLine(280)],
                [WordML.fonts(page.numberFace)] + small),
        ] + page.headingFaces.enumerated().map { level, face in headingStyle(level, face) }
    }

    private func headingStyle(_ level: Int, _ face: PageProfile.Face) -> Markup {
        style(
            "Heading\(level + 1)", "heading \(level + 1)", isOwn: false,
            [.void("w:keepNext"), Self.indent, WordML.set("w:outlineLvl", String(level))],
            [WordML.fonts(face)],
            next: "GwBody")
    }

    /// - Parameter isOwn: Not one of the styles that Word knows by name.
    private func style(
        _ id: String, _ name: String, isOwn: Bool = true, _ paragraph: [Markup], _ run: [Markup] = [],
        next: String? = nil
    ) -> Markup {
        var parts = [WordML.set("w:name", name), WordML.set("w:basedOn", "Normal")]
        if let next { parts.append(WordML.set("w:next", next)) }
        parts += [.void("w:qFormat"), .element("w:pPr", paragraph), .element("w:rPr", run)]
        return .element(
            "w:style", ["w:type": "paragraph", "w:customStyle": isOwn ? "1" : nil, "w:styleId": id], parts)
    }

    private let grid: Markup = {
        let edges: [StaticString] = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]
        let borders = edges.map { edge in
            Markup.void(
                edge, ["w:val": "single", "w:sz": "6", "w:space": "0", "w:color": "000000"])
        }
        return .element(
            "w:style", ["w:type": "table", "w:customStyle": "1", "w:styleId": "GwTable"],
            WordML.set("w:name", "公文表格"), WordML.set("w:basedOn", "TableNormal"),
            .element("w:tblPr", .element("w:tblBorders", borders)))
    }()
}
