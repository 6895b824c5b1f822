/// Reads a statute's file: front matter between two lines `---`, then the text in Markdown or as plain lines.
///
/// An article begins a line with its number (`第九十七条　…`), an item with `（一）`; every other line inside an article is
/// a paragraph of its own. Headings of parts, chapters and sections stand alone on a line. Marks of Markdown and the space around
/// a line are not text. It invents nothing: a missing article, a broken row of items or a count that does not fit is refused.
package struct StatuteReader {
    private let file: String
    private var line = 0
    private var preamble: [String] = []
    /// By rank, 编 before 章 before 节.
    private var divisions: [(rank: Int, heading: String)] = []
    private var articles: [ArticleText] = []
    private var draft: ArticleDraft?

    /// Bytes of an article's body: with its other fields it has to fit one ledger entry of 65,535.
    package static let longestArticle = 60_000

    /// - Parameters:
    ///   - text: The file's content.
    ///   - file: Its name, for the words of an error.
    /// - Throws: The first fault, with its line.
    package static func read(_ text: String, file: String) throws(StatuteText.Fault) -> StatuteText {
        var reader = StatuteReader(file: file)
        var lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
        let heading = try reader.heading(&lines)
        for line in lines { try reader.take(line) }
        try reader.close()
        let statute = StatuteText(
            heading: heading, preamble: reader.preamble, articles: reader.articles)
        guard !statute.articles.isEmpty else { throw reader.fault(.noArticles) }
        if let stated = heading.count, stated != statute.count {
            throw StatuteText.Fault(
                file: file, line: 1, reason: .wrongCount(stated: stated, found: statute.count))
        }
        return statute
    }

    private init(file: String) { self.file = file }

    private func fault(_ reason: StatuteText.Fault.Reason) -> StatuteText.Fault {
        StatuteText.Fault(file: file, line: line, reason: reason)
    }

    /// Takes the front matter off the lines. Members it does not know are the file keeper's own and left alone.
    private mutating func heading(_ lines: inout ArraySlice<Substring>) throws(StatuteText.Fault)
        -> StatuteHeading
    {
        line = 1
        guard let first = lines.popFirst(), Self.trimmed(first) == "---" else { throw fault(.noHeading) }
        var members: [String: String] = [:]
        while let next = lines.popFirst() {
            line += 1
            let text = Self.trimmed(next)
            if text == "---" { return try heading(members) }
            guard !text.isEmpty else { continue }
            guard let colon = text.firstIndex(where: { ":：".contains($0) }) else {
                throw fault(.badLine(String(text)))
            }
            members[String(text[..<colon])] = String(Self.trimmed(text[text.index(after: colon)...]))
        }
        throw fault(.openHeading)
    }

    private func heading(_ members: [String: String]) throws(StatuteText.Fault) -> StatuteHeading {
        func value(_ keys: String...) -> String? {
            keys.compactMap { members[$0] }.first { !$0.isEmpty }
        }
        guard let title = value("title") else { throw fault(.missing("title")) }
        guard let issuer = value("issuer", "issuing-body") else { throw fault(.missing("issuer")) }
        let count = value("articles-counted")
        if let count, Int(count) == nil { throw fault(.badCount(count)) }
        return StatuteHeading(
            title: title, issuer: issuer, code: value("code"), effective: value("effective") ?? "",
            count: count.flatMap { Int($0) })
    }

    private mutating func take(_ raw: Substring) throws(StatuteText.Fault) {
        line += 1
        let text = Self.trimmed(raw.drop { "#*> ".contains($0) })
        guard !text.isEmpty, !text.hasPrefix("<!--") else { return }
        if let (number, rest) = Self.article(text) {
            try open(number)
            guard !rest.isEmpty else { return }
            return try add(rest)
        }
        if let rank = Self.division(text) {
            try close()
            divisions.removeAll { $0.rank >= rank }
            return divisions.append((rank, Self.heading(text)))
        }
        guard draft != nil else { return preamble.append(String(text)) }
        try add(text)
    }

    private mutating func open(_ number: ArticleNumber) throws(StatuteText.Fault) {
        try close()
        if let last = articles.last?.number {
            guard number.follows(last) else { throw fault(.gap(after: last, found: number)) }
        } else {
            guard number == ArticleNumber(1) else { throw fault(.wrongStart(number)) }
        }
        draft = ArticleDraft(number: number, divisions: divisions.map(\.heading))
    }

    private mutating func add(_ text: Substring) throws(StatuteText.Fault) {
        guard var article = draft else { return }
        guard article.take(text) else { throw fault(.item(of: article.number)) }
        draft = article
    }

    private mutating func close() throws(StatuteText.Fault) {
        guard let article = draft else { return }
        guard !article.isEmpty else { throw fault(.emptyArticle(article.number)) }
        guard article.article.body.utf8.count <= Self.longestArticle else {
            throw fault(.tooLong(article.number, most: Self.longestArticle))
        }
        articles.append(article.article)
        draft = nil
    }
}

extension StatuteReader {
    private static func trimmed(_ text: Substring) -> Substring {
        let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...end]
    }

    /// A sentence may begin by naming an article (`第十条规定的…`); a heading has a space after the number, or nothing.
    private static func article(_ text: Substring) -> (number: ArticleNumber, rest: Substring)? {
        guard let (number, rest) = ArticleNumber.heading(text) else { return nil }
        let words = rest.drop { "*".contains($0) }
        guard words.first?.isWhitespace ?? true else { return nil }
        return (number, trimmed(words))
    }

    /// The rank of a heading: 编 0, 章 1, 节 2; `nil` for any other line.
    private static func division(_ text: Substring) -> Int? {
        guard text.first == "第", let end = text.firstIndex(where: { "编章节".contains($0) }),
            ChineseNumeral.number(text[text.index(after: text.startIndex)..<end]) != nil
        else { return nil }
        let rest = text[text.index(after: end)...]
        // A sentence may begin so, too; a heading is short and ends without a stop.
        guard rest.first?.isWhitespace ?? true, rest.count <= longestHeading else { return nil }
        return ["编": 0, "章": 1, "节": 2][text[end]]
    }

    /// Characters; the longest heading in force has about thirty.
    private static let longestHeading = 60

    /// `第一章　总　则` → `第一章 总则`
    private static func heading(_ text: Substring) -> String {
        let words = text.split(whereSeparator: \.isWhitespace)
        return ([words.first ?? ""] + [words.dropFirst().joined()[...]]).joined(separator: " ")
    }
}
