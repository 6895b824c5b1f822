/// One article of a statute as it reads: paragraphs (款), each with its items (项).
package struct ArticleText: Hashable, Sendable {
    package struct Item: Hashable, Sendable {
        package let number: Int
        /// With its mark, `（一）结伙殴打、伤害他人的；`; what is listed below it (目) stands on lines of its own.
        package let text: String
    }

    package struct Paragraph: Hashable, Sendable {
        /// What stands before the items.
        package let text: String
        package let items: [Item]

        /// One line for the paragraph, then its items.
        package var lines: [String] { [text] + items.map(\.text) }
    }

    package let number: ArticleNumber
    /// The headings of the parts, chapters and sections it stands in, the widest first: `第四章 处罚程序`, `第一节 调查`.
    package let divisions: [String]
    package let paragraphs: [Paragraph]

    init(number: ArticleNumber, divisions: [String], paragraphs: [Paragraph]) {
        self.number = number
        self.divisions = divisions
        self.paragraphs = paragraphs
    }

    /// The whole article, a paragraph or an item a line: what is hashed and kept.
    package var body: String { paragraphs.flatMap(\.lines).joined(separator: "\n") }

    /// Reads a body again; `ArticleText(number: n, divisions: d, body: a.body)` is `a`.
    package init(number: ArticleNumber, divisions: [String], body: String) {
        var draft = ArticleDraft(number: number, divisions: divisions)
        for line in body.split(separator: "\n") { _ = draft.take(line) }
        self = draft.article
    }
}

/// An article in the making, line by line.
struct ArticleDraft {
    let number: ArticleNumber
    let divisions: [String]
    private var paragraphs: [ArticleText.Paragraph] = []

    init(number: ArticleNumber, divisions: [String]) {
        self.number = number
        self.divisions = divisions
    }

    var article: ArticleText {
        ArticleText(number: number, divisions: divisions, paragraphs: paragraphs)
    }

    var isEmpty: Bool { paragraphs.isEmpty }

    /// Takes a line without the space around it.
    ///
    /// - Returns: `false` for an item that does not follow the one before, or stands before any paragraph.
    mutating func take(_ line: Substring) -> Bool {
        guard let item = Self.item(line) else {
            if isListed(line) { append(below: line) } else { append(paragraph: line) }
            return true
        }
        guard let last = paragraphs.popLast() else { return false }
        let follows = item.number == (last.items.last?.number ?? 0) + 1
        paragraphs.append(ArticleText.Paragraph(text: last.text, items: last.items + [item]))
        return follows
    }

    private mutating func append(paragraph line: Substring) {
        paragraphs.append(ArticleText.Paragraph(text: String(line), items: []))
    }

    /// `1.主要事实不清的；` below an item belongs to it (目); below a paragraph it would be a paragraph.
    private func isListed(_ line: Substring) -> Bool {
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, let mark = line.dropFirst(digits.count).first, "．.、".contains(mark) else {
            return false
        }
        return paragraphs.last?.items.isEmpty == false
    }

    private mutating func append(below line: Substring) {
        guard let last = paragraphs.popLast(), let item = last.items.last else { return }
        let longer = ArticleText.Item(number: item.number, text: item.text + "\n" + line)
        paragraphs.append(
            ArticleText.Paragraph(text: last.text, items: last.items.dropLast() + [longer]))
    }

    /// `（一）…`, or with the narrow brackets that some offices type; the mark is kept in its wide form.
    private static func item(_ line: Substring) -> ArticleText.Item? {
        guard let open = line.first, "（(".contains(open),
            let close = line.firstIndex(where: { "）)".contains($0) }),
            let number = ChineseNumeral.number(line[line.index(after: line.startIndex)..<close])
        else { return nil }
        let text = line[line.index(after: close)...].drop { $0.isWhitespace }
        return ArticleText.Item(number: number, text: "（\(ChineseNumeral.text(number))）\(text)")
    }
}
