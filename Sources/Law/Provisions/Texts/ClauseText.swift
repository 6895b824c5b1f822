/// The words that a citation points at, with enough around them to be read.
package struct ClauseText: Hashable, Sendable {
    package let article: ArticleText
    /// The places of the cited paragraphs: one, or all of them when the article as a whole is cited.
    package let paragraphs: Range<Int>
    /// The cited item, by its number.
    package let item: Int?

    /// What is cited, a line a paragraph or item: of an item its paragraph's opening words and the item itself.
    package var lines: [String] {
        article.paragraphs[paragraphs].flatMap { paragraph -> [String] in
            guard let item else { return paragraph.lines }
            return [paragraph.text] + paragraph.items.filter { $0.number == item }.map(\.text)
        }
    }

    /// The words alone, without what surrounds them: what a hash of the clause is taken of.
    package var words: String {
        guard let item else { return article.paragraphs[paragraphs].flatMap(\.lines).joined(separator: "\n") }
        return article.paragraphs[paragraphs].flatMap(\.items).first { $0.number == item }?.text ?? ""
    }
}

/// Why a citation points at nothing.
package enum ClauseFault: Error, Hashable, Sendable, CustomStringConvertible {
    case noArticle
    case noParagraph(has: Int)
    case noItem(has: Int)
    /// An item is cited without its paragraph, and several paragraphs have items, or none has.
    case unclear

    package var description: String {
        switch self {
        case .noArticle: "没有这一条"
        case .noParagraph(let has): "这一条只有 \(has) 款"
        case .noItem(let has): has == 0 ? "这一款没有项" : "这一款只有 \(has) 项"
        case .unclear: "没有写明是哪一款的项"
        }
    }
}

extension ArticleText {
    /// Finds a paragraph and an item of it; neither is the article as a whole.
    package func clause(paragraph: Int? = nil, item: Int? = nil) throws(ClauseFault) -> ClauseText {
        let place = try place(paragraph: paragraph, item: item)
        guard let place else { return ClauseText(article: self, paragraphs: paragraphs.indices, item: nil) }
        guard paragraphs.indices.contains(place) else { throw .noParagraph(has: paragraphs.count) }
        if let item {
            let items = paragraphs[place].items
            guard items.contains(where: { $0.number == item }) else { throw .noItem(has: items.count) }
        }
        return ClauseText(article: self, paragraphs: place..<place + 1, item: item)
    }

    /// An item may be cited without its paragraph where only one paragraph has items.
    private func place(paragraph: Int?, item: Int?) throws(ClauseFault) -> Int? {
        if let paragraph { return paragraph - 1 }
        guard item != nil else { return nil }
        let listed = paragraphs.indices.filter { !paragraphs[$0].items.isEmpty }
        guard listed.count == 1 else { throw .unclear }
        return listed[0]
    }
}

extension Citation {
    /// Its words in the article it names.
    package func clause(in article: ArticleText?) throws(ClauseFault) -> ClauseText {
        guard let article else { throw .noArticle }
        return try article.clause(paragraph: paragraph, item: item)
    }

    package var number: ArticleNumber? { ArticleNumber(article) }
}
