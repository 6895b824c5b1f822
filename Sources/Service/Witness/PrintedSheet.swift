import Documents

/// A page of HTML for paper, which nothing outside it is needed for.
struct PrintedSheet {
    let title: String
    /// Below the heading.
    let content: [Markup]

    var page: String {
        let head = Markup.element(
            "head", [:], .void("meta", ["charset": "utf-8"]), .element("title", [:], .text(title)),
            .element("style", [:], .text(Self.style)))
        let body = Markup.element("body", [:], [.element("h1", [:], .text(title))] + content)
        return "<!DOCTYPE html>\n" + Markup.element("html", ["lang": "zh-CN"], head, body).source + "\n"
    }

    /// A table of labels and values in letters that are told apart.
    static func facts(_ facts: [(label: String, value: String)]) -> Markup {
        .element(
            "table", [:],
            facts.map { fact in
                .element(
                    "tr", [:], .element("th", [:], .text(fact.label)),
                    .element("td", [:], .element("code", [:], .text(fact.value))))
            })
    }

    /// A QR code; nothing where the bytes are more than one holds.
    static func code(_ bytes: [UInt8], millimetres: Int) -> Markup {
        QRCode(bytes).map { .element("div", ["class": "code"], $0.svg(millimetres: millimetres)) } ?? .empty
    }

    /// In groups of four, as people read numbers out.
    static func grouped(_ hex: String) -> String {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count, by: 4).map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }

    // Without a quotation mark: it would be escaped, and a style sheet in HTML is not unescaped.
    private static let style = """
        @page { size: A4; margin: 22mm }
        body { font-family: SimSun, Noto Serif CJK SC, serif; font-size: 12pt; line-height: 1.6 }
        h1 { font-size: 18pt; text-align: center }
        table { border-collapse: collapse; width: 100% }
        th, td { border: 1px solid #000; padding: 1.5mm 3mm; text-align: left }
        th { width: 32mm; font-weight: 600 }
        code { font-family: DejaVu Sans Mono, Consolas, monospace; font-size: 10.5pt; overflow-wrap: anywhere }
        .code { text-align: center; margin: 5mm 0 }
        .sign th { width: 50% } .sign td { height: 26mm; vertical-align: bottom }
        """
}
