package import Law
package import Ledger

/// One article as it stood on a day, for somebody who asks for it.
package struct LawReading: Sendable {
    package let text: LawLibrary.Text
    package let inForce: InForce?
    package let article: LawLibrary.Article
    /// Why another version or another number is shown than was asked for.
    package let notices: [String]
}

extension LawLibrary {
    /// The article of a law or, when a day is given on which another version was in force, what that version said instead.
    ///
    /// - Throws: `ServiceError` for a law, a text or an article that is not there.
    package func read(_ code: String, _ number: ArticleNumber, asOf day: Day? = nil) throws -> LawReading {
        let asked = try requireText(code)
        guard let day, let statute = laws.statute(code), !statute.inForce.contains(day) else {
            let late = day.flatMap { day in asked.effectiveOn.flatMap { day < $0 ? $0 : nil } }
            let notices = late.map { ["这一文本自\($0.chinese)起施行，\(day?.chinese ?? "")尚未施行。"] } ?? []
            return try reading(asked, number, notices)
        }
        guard let version = laws.version(of: statute, on: day) else {
            throw ServiceError(
                .use, "\(day.chinese)没有施行的《\(statute.short)》：规则包里没有那一天的版本。请核对日期，或在 laws.yaml 里补上。")
        }
        let text = try requireText(version.code)
        let article = try requireArticle(asked, number)
        let there = try articles(of: version.code)
        let other = StatuteComparison.counterpart(of: article.text, in: there.map(\.text))
        let given = "\(day.chinese)施行的是\(version.name)（\(version.code)）"
        let notice =
            other.map { "\(given)；与\(code)\(number.chinese)文字相近的是\($0.number.chinese)，请核对是否同一规定。" }
            ?? "\(given)；其中没有与\(code)\(number.chinese)文字相近的条文，以下是同一条号的条文。"
        return try reading(text, other?.number ?? number, [notice])
    }

    private func reading(_ text: Text, _ number: ArticleNumber, _ notices: [String]) throws -> LawReading {
        LawReading(
            text: text, inForce: laws.statute(text.code)?.inForce, article: try requireArticle(text, number),
            notices: notices)
    }

    package func requireText(_ code: String) throws -> Text {
        if let text = try text(code) { return text }
        if let statute = laws.statute(code) {
            throw ServiceError(.use, "\(statute.name)（\(code)）的文本尚未导入。请用 zhunsheng law import 文件夹 导入后再看。")
        }
        throw ServiceError(.use, "没有代码为“\(code)”的法律文本；zhunsheng law list 列出全部代码。")
    }

    private func requireArticle(_ text: Text, _ number: ArticleNumber) throws -> Article {
        guard let article = try article(text.code, number) else {
            throw ServiceError(.use, "\(text.title)没有\(number.chinese)；全文共 \(text.articles) 条。")
        }
        return article
    }
}

extension LawReading {
    package var lines: [String] {
        let place = article.text.divisions.isEmpty ? [] : [article.text.divisions.joined(separator: " · ")]
        let since =
            inForce.map { "\($0)施行" } ?? text.effectiveOn.map { "自\($0.chinese)起施行" } ?? text.effective
        return notices.map { "注意：\($0)" } + ["《\(text.title)》\(article.text.number.chinese)"] + place
            + [since] + article.text.shown.map { "  \($0)" }
            + ["条文摘要 \(article.digest.prefix(16))…，账本第 \(article.seq) 条，\(text.importedAt.chinese)导入"]
    }

    package var json: JSONValue {
        [
            "law": .string(text.code), "title": .string(text.title), "issuer": .string(text.issuer),
            "from": .text(inForce?.from ?? text.effectiveOn), "until": .text(inForce?.until),
            "article": .string(article.text.number.description), "divisions": .texts(article.text.divisions),
            "paragraphs": article.text.paragraphsJSON, "sha256": .string(article.digest),
            "entry": .number(article.seq), "notices": .texts(notices),
        ]
    }
}

extension ArticleText {
    /// A line a paragraph or item; paragraphs are numbered where there are several, as citations count them.
    package var shown: [String] {
        paragraphs.enumerated().flatMap { place, paragraph -> [String] in
            let mark = paragraphs.count > 1 ? "［第\(ChineseNumeral.text(place + 1))款］" : ""
            return [mark + paragraph.text]
                + paragraph.items.flatMap { $0.text.split(separator: "\n").map { "  \($0)" } }
        }
    }

    var paragraphsJSON: JSONValue {
        .array(
            paragraphs.enumerated().map { place, paragraph in
                [
                    "number": .number(place + 1), "text": .string(paragraph.text),
                    "sha256": .string(Self.digest(paragraph.lines.joined(separator: "\n"))),
                    "items": .array(
                        paragraph.items.map {
                            [
                                "number": .number($0.number), "text": .string($0.text),
                                "sha256": .string(Self.digest($0.text)),
                            ]
                        }),
                ]
            })
    }

    private static func digest(_ text: String) -> String { Digest.sha256(Array(text.utf8)).hex }
}
