/// What stands around the text: signature, annex, 版记, page and page numbers.
extension DOCXBody {
    /// GB/T 9704-2012, 7.3.5.2: the organ centred over the date, which stands four characters from the right edge.
    func signature(_ signature: Signature) -> [Markup] {
        func width(_ text: String) -> Double { text.reduce(0) { $0 + ($1.isASCII ? 0.5 : 1) } }
        let aside = 4 + (width(signature.date) - width(signature.organ)) / 2
        return [
            WordML.paragraph("GwFlush", []), WordML.paragraph("GwFlush", []),
            fromRight(signature.organ, characters: max(0, aside)), fromRight(signature.date, characters: 4),
        ]
    }

    private func fromRight(_ text: String, characters: Double) -> Markup {
        WordML.paragraph(
            "GwFlush", [WordML.run(text)],
            properties: [
                .void(
                    "w:ind",
                    [
                        "w:rightChars": String(Int(characters * 100)),
                        "w:right": String(
                            Int(characters * Double(page.bodySize * 10 + page.characterSpacing))),
                    ]), WordML.justify("right"),
            ])
    }

    /// A new page; “附件” flush left in the face of headings, its title centred two lines below.
    mutating func annex(_ annex: Annex) -> [Markup] {
        let face = [WordML.fonts(page.headingFaces[0])]
        var parts = [
            WordML.paragraph(
                "GwFlush", [WordML.run("附件", properties: face)], properties: [.void("w:pageBreakBefore")]),
            WordML.paragraph("GwFlush", []), WordML.paragraph("Title", [WordML.run(annex.title)]),
            WordML.paragraph("GwFlush", []),
        ]
        for block in annex.blocks { parts.append(markup(of: block)) }
        return parts
    }

    /// Two framed lines at the foot of the type area: a full-width table would float into the text in LibreOffice.
    func colophon(_ colophon: Colophon) -> [Markup] {
        let bottom = page.height - page.margins.bottom
        return [
            framed([WordML.run("抄送：\(colophon.copies)。")], y: bottom - 2 * 464, top: 8, bottom: nil),
            framed(
                [WordML.run(colophon.issuer), .element("w:r", .void("w:tab")), WordML.run(colophon.date)],
                y: bottom - 464, top: 6, bottom: 8),
            WordML.paragraph("GwFlush", [], properties: [WordML.exactLine(20)]),
        ]
    }

    /// - Parameters:
    ///   - top: The thickness of the line above, in eighths of a point.
    ///   - bottom: The thickness of the line below; `nil` for none.
    private func framed(_ runs: [Markup], y: Int, top: Int, bottom: Int?) -> Markup {
        func line(_ edge: StaticString, _ thickness: Int) -> Markup {
            .void(
                edge,
                ["w:val": "single", "w:sz": String(thickness), "w:space": "0", "w:color": "000000"])
        }
        let frame = Markup.void(
            "w:framePr",
            [
                "w:w": String(page.textWidth), "w:h": "464", "w:hRule": "exact", "w:wrap": "around",
                "w:vAnchor": "page", "w:hAnchor": "page", "w:x": String(page.margins.left),
                "w:y": String(y),
            ])
        let borders = [line("w:top", top)] + (bottom.map { [line("w:bottom", $0)] } ?? [])
        let right = Markup.element(
            "w:tabs", .void("w:tab", ["w:val": "right", "w:pos": String(page.textWidth - 280)]))
        return WordML.paragraph("GwColophon", runs, properties: [frame, .element("w:pBdr", borders), right])
    }

    var section: Markup {
        .element(
            "w:sectPr", .void("w:footerReference", ["w:type": "default", "r:id": "rIdOdd"]),
            .void("w:footerReference", ["w:type": "even", "r:id": "rIdEven"]),
            .void("w:pgSz", ["w:w": String(page.width), "w:h": String(page.height)]),
            .void(
                "w:pgMar",
                [
                    "w:top": String(page.margins.top), "w:right": String(page.margins.right),
                    "w:bottom": String(page.margins.bottom), "w:left": String(page.margins.left),
                    "w:header": "851", "w:footer": "1440", "w:gutter": "0",
                ]),
            // Lines only: LibreOffice halves the line with a character grid of negative spacing.
            .void("w:docGrid", ["w:type": "lines", "w:linePitch": String(page.linePitch)]))
    }

    /// `— 1 —`: on odd pages one character from the right, on even pages one from the left.
    static func footer(even: Bool) -> Markup {
        func field(_ type: String) -> Markup {
            .element("w:r", .void("w:fldChar", ["w:fldCharType": type]))
        }
        let instruction = Markup.element(
            "w:r", .element("w:instrText", ["xml:space": "preserve"], .text(" PAGE ")))
        let aside: Markup.Attributes = even ? ["w:left": "280"] : ["w:right": "280"]
        return .element(
            "w:ftr", WordML.namespaces,
            WordML.paragraph(
                "GwFooter",
                [
                    WordML.run("— "), field("begin"), instruction, field("separate"), WordML.run("1"),
                    field("end"), WordML.run(" —"),
                ], properties: [.void("w:ind", aside), WordML.justify(even ? "left" : "right")]))
    }
}
