/// The few WordprocessingML elements that the writer needs.
enum WordML {
    static let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    static var namespaces: Markup.Attributes { ["xmlns:w": namespace, "xmlns:r": relations] }

    /// An element with one `w:val`.
    static func set(_ name: StaticString, _ value: String) -> Markup { .void(name, ["w:val": value]) }

    static func run(_ text: String, properties: [Markup] = []) -> Markup {
        let words = Markup.element("w:t", ["xml:space": "preserve"], .text(text))
        guard !properties.isEmpty else { return .element("w:r", words) }
        return .element("w:r", .element("w:rPr", properties), words)
    }

    static func paragraph(_ style: String, _ content: [Markup], properties: [Markup] = []) -> Markup {
        .element("w:p", [.element("w:pPr", [set("w:pStyle", style)] + properties)] + content)
    }

    static func fonts(_ face: PageProfile.Face) -> Markup {
        .void(
            "w:rFonts",
            ["w:ascii": face.name, "w:hAnsi": face.name, "w:eastAsia": face.name, "w:cs": face.name])
    }

    /// Half points.
    static func size(_ size: Int) -> Markup {
        .joined([set("w:sz", String(size)), set("w:szCs", String(size))])
    }

    static func justify(_ how: String) -> Markup { set("w:jc", how) }

    static func exactLine(_ twips: Int, before: Int? = nil) -> Markup {
        .void(
            "w:spacing",
            ["w:before": before.map(String.init), "w:line": String(twips), "w:lineRule": "exact"])
    }
}

extension Markup {
    static func element(_ name: StaticString, _ children: [Markup]) -> Markup { element(name, [:], children) }
    static func element(_ name: StaticString, _ children: Markup...) -> Markup {
        element(name, [:], children)
    }
}
