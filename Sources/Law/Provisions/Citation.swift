package import Pack

/// One provision that a rule or a penalty frame rests on.
package struct Citation: Hashable, Sendable {
    package let law: String
    /// `97`, or `133-1` for 第一百三十三条之一; `whole` for a document whose articles are not known.
    package let article: String
    package let paragraph: Int?
    package let item: Int?
    private let name: String

    /// Paragraphs and items: no article has a hundred.
    private static let numbers = 1...99
    /// No law of the country has a ten-thousandth article.
    static let lastArticle = 9999
    private static let whole = "whole"

    /// Reads `{law: ZA25, article: "97", paragraph: 1, item: 2}`.
    ///
    /// - Throws: An unknown law, an article that this law does not have, or `whole` of a law whose text was collected.
    package init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        let code = try mapping.required("law")
        law = try code.text
        guard let statute = laws.statute(law) else {
            throw PackError(.danglingReference(kind: "法律", id: law, allowed: laws.codes), at: code.place)
        }
        article = try Self.article(try mapping.required("article"), of: statute)
        paragraph = try mapping.optional("paragraph")?.integer(in: Self.numbers)
        item = try mapping.optional("item")?.integer(in: Self.numbers)
        name = statute.name
        try mapping.finish()
    }

    private static func article(_ node: PackNode, of statute: Statute) throws(PackError) -> String {
        let article = try node.text
        if article == whole, statute.articles == nil { return article }
        let last = statute.articles ?? lastArticle
        let parts = article.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let main = parts.first.flatMap({ Int($0) }), (1...last).contains(main),
            parts.count == 1 || Int(parts[1]) != nil
        else {
            let range = statute.articles.map { "共\($0)条；写作 97 或 133-1" } ?? "的文本没有收入；写作 whole，确知条号的写作 97"
            throw PackError(.badValue(article, why: statute.name + range), at: node.place)
        }
        return article
    }

    /// Reads a list with at least one citation.
    static func list(_ node: PackNode, laws: LawBook) throws(PackError) -> [Citation] {
        var citations: [Citation] = []
        for element in try node.elements(atLeastOne: "条依据") {
            citations.append(try Citation(element, laws: laws))
        }
        return citations
    }

    /// `第九十七条第一款第二项`; empty for the document as a whole.
    package var clause: String {
        if article == Self.whole { return "" }
        let parts = article.split(separator: "-").compactMap { Int($0) }
        var text = "第" + ChineseNumeral.text(parts.first ?? 0) + "条"
        if parts.count == 2 { text += "之" + ChineseNumeral.text(parts[1]) }
        if let paragraph { text += "第" + ChineseNumeral.text(paragraph) + "款" }
        if let item { text += "第" + ChineseNumeral.text(item) + "项" }
        return text
    }
}

extension Citation: CustomStringConvertible {
    /// `《中华人民共和国治安管理处罚法（2025年修订）》第九十七条第一款`
    package var description: String { "《\(name)》\(clause)" }
}
