package import Pack
import Registers

/// The outline of a report as the pack writes it: headings, and paragraphs whose numbers and claims are placeholders.
package struct ReportTemplate: Sendable {
    enum Element: Sendable {
        /// Level 1 is one of the five parts.
        case heading(level: Int, TemplateText)
        case paragraph(TemplateText)
        case faults(FaultList)
    }

    /// A paragraph drafted from the faults that were found most often.
    struct FaultList: Sendable {
        let top: Int
        let lead: TemplateText
        let each: TemplateText
        let none: TemplateText
    }

    /// `annual`
    package let id: String
    package let name: String
    let title: TemplateText
    let addressee: TemplateText?
    let elements: [Element]
    let indicators: [String: Indicator]
    let claims: [String: Claim]

    /// Reads a template file.
    ///
    /// - Throws: What is wrong and where; a figure or claim that no pack defines included.
    package init(_ root: PackNode, indicators: [Indicator], claims: [Claim]) throws(PackError) {
        var mapping = try PackMapping(root)
        let reader = ElementReader(indicators: indicators.map(\.id), claims: claims.map(\.id))
        id = try mapping.required("id").text
        name = try mapping.required("name").text
        title = try TemplateText(try mapping.required("title"))
        if let node = mapping.optional("addressee") {
            addressee = try TemplateText(node)
        } else {
            addressee = nil
        }
        var elements: [Element] = []
        for node in try mapping.required("body").elements { elements.append(try reader.element(node)) }
        self.elements = elements
        try mapping.finish()
        let texts = elements.flatMap(\.texts)
        let (figures, claimed) = (Set(texts.flatMap(\.figures)), Set(texts.flatMap(\.claims)))
        self.indicators = Dictionary(
            indicators.filter { figures.contains($0.id) }.map { ($0.id, $0) }
        ) { first, _ in first }
        self.claims = Dictionary(claims.filter { claimed.contains($0.id) }.map { ($0.id, $0) }) { first, _ in
            first
        }
    }

    /// What compiling it reads.
    package var needs: RecordNeeds {
        RecordNeeds(indicators.values.map(\.needs) + claims.values.map(\.needs))
    }
}

extension ReportTemplate.Element {
    var texts: [TemplateText] {
        switch self {
        case .heading(_, let text), .paragraph(let text): [text]
        case .faults(let list): [list.lead, list.each, list.none]
        }
    }
}

/// Reads one element of the body: `{part: …}`, `{section: …}`, `{text: …}` or `{faults: …}`.
private struct ElementReader {
    let indicators: [String]
    let claims: [String]

    func element(_ node: PackNode) throws(PackError) -> ReportTemplate.Element {
        guard case .mapping(let members) = node.content, members.count == 1, let member = members.first else {
            throw PackError(.expected("part、section、text、faults 之一", found: node.kindName), at: node.place)
        }
        switch member.key {
        case "part": return .heading(level: 1, try TemplateText(member.value))
        case "section": return .heading(level: 2, try TemplateText(member.value))
        case "text":
            return .paragraph(try TemplateText(member.value, indicators: indicators, claims: claims))
        case "faults": return .faults(try faults(member.value))
        default:
            throw PackError(
                .unknownKey(member.key, allowed: ["part", "section", "text", "faults"]), at: member.keyPlace)
        }
    }

    private func faults(_ node: PackNode) throws(PackError) -> ReportTemplate.FaultList {
        var mapping = try PackMapping(node)
        let top = try mapping.required("top")
        let list = ReportTemplate.FaultList(
            top: try top.integer, lead: try TemplateText(try mapping.required("lead")),
            each: try TemplateText(try mapping.required("each"), words: TemplateText.ofFault),
            none: try TemplateText(try mapping.required("none")))
        guard (1...10).contains(list.top) else {
            throw PackError(.badValue(try top.text, why: "应为1至10，序数写“一是”至“十是”"), at: top.place)
        }
        try mapping.finish()
        return list
    }
}
