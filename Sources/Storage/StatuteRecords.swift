package import Law
package import Ledger
package import Registers

/// A statute's text as the ledger keeps it: one record for the law and one for each article, in registers of the store's own.
///
/// So the words a judgement was held against are proven, dated, backed up and exported like any other record, and a further
/// import of a changed text is a further version beside the earlier ones.
package enum StatuteRecords {
    /// One record a text.
    package static let texts = RegisterDeclaration(
        id: "statute-text", name: "法律文本", about: "导入过的法律、法规、规章文本；逐条原文见法律条文。", key: ["law"],
        happened: "effectiveOn",
        fields: [
            FieldDeclaration(id: "law", label: "法律代码", type: .text, isRequired: true),
            FieldDeclaration(id: "title", label: "名称", type: .text, isRequired: true),
            FieldDeclaration(id: "issuer", label: "制定机关", type: .text, isRequired: true),
            FieldDeclaration(id: "effective", label: "施行说明", type: .text),
            FieldDeclaration(id: "effectiveOn", label: "施行日期", type: .date),
            FieldDeclaration(id: "articles", label: "条数", type: .integer, isRequired: true, unit: "条"),
            FieldDeclaration(id: "preamble", label: "题注", type: .text),
            FieldDeclaration(id: "content", label: "正文摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "file", label: "文件摘要", type: .text, isRequired: true),
        ])

    /// One record an article; an article that a later text no longer has keeps its record, with an empty body.
    package static let articles = RegisterDeclaration(
        id: "statute-article", name: "法律条文", about: "法律文本的各条：款、项各占一行，附摘要。", key: ["law", "article"],
        happened: "effectiveOn",
        fields: [
            FieldDeclaration(id: "law", label: "法律代码", type: .text, isRequired: true),
            FieldDeclaration(id: "article", label: "条", type: .text, isRequired: true),
            FieldDeclaration(id: "place", label: "次序", type: .integer, isRequired: true),
            FieldDeclaration(id: "divisions", label: "编章节", type: .text, isList: true),
            FieldDeclaration(id: "body", label: "条文", type: .text),
            FieldDeclaration(id: "sha256", label: "条文摘要", type: .text, isRequired: true),
            FieldDeclaration(id: "effectiveOn", label: "施行日期", type: .date),
        ])

    package static func id(_ law: String, _ article: ArticleNumber) -> String { "\(law)/\(article)" }
}

/// What is to be kept of one statute's text.
package struct StatuteFiling: Sendable {
    package let law: String
    package let text: StatuteText
    /// The day this version took effect; `nil` when neither the file nor the pack says it plainly.
    package let effectiveOn: Day?
    /// Of the file's bytes.
    package let file: Digest
    package let actor: Entry.Actor
    package let importedAt: Moment

    package init(
        law: String, text: StatuteText, effectiveOn: Day?, file: Digest, actor: Entry.Actor,
        importedAt: Moment
    ) {
        self.law = law
        self.text = text
        self.effectiveOn = effectiveOn
        self.file = file
        self.actor = actor
        self.importedAt = importedAt
    }

    /// Names the whole text, whatever the file says around it: SHA-256 over the lines `article sha256` in order.
    package var content: Digest {
        .sha256(Array(text.articles.map { "\($0.number) \(Digest.sha256(of: $0).hex)\n" }.joined().utf8))
    }

    /// The filings of the text and its articles, and of those that this text no longer has.
    ///
    /// - Parameter earlier: The numbers of the articles that are kept of this law so far.
    package func filings(replacing earlier: [ArticleNumber]) -> [Filing] {
        let day = effectiveOn.map { Value.day($0) } ?? .null
        let preamble = text.preamble.joined(separator: "\n")
        let law = filing(
            StatuteRecords.texts, self.law,
            [
                .text(self.law), .text(text.heading.title), .text(text.heading.issuer),
                Self.text(text.heading.effective), day, .number(Number(text.count)), Self.text(preamble),
                .text(content.hex), .text(file.hex),
            ])
        let kept = text.articles.enumerated().map { place, article in
            filing(
                place + 1, article.number, article.divisions, article.body, Digest.sha256(of: article), day)
        }
        let gone = Set(earlier).subtracting(text.articles.map(\.number)).sorted().map { number in
            filing(text.articles.count + 1, number, [], "", Digest.sha256([]), day)
        }
        return [law] + kept + gone
    }

    private func filing(
        _ place: Int, _ number: ArticleNumber, _ divisions: [String], _ body: String, _ digest: Digest,
        _ day: Value
    ) -> Filing {
        filing(
            StatuteRecords.articles, StatuteRecords.id(law, number),
            [
                .text(law), .text(number.description), .number(Number(place)),
                divisions.isEmpty ? .null : .list(divisions.map { .text($0) }), Self.text(body),
                .text(digest.hex), day,
            ])
    }

    private func filing(_ register: RegisterDeclaration, _ id: String, _ values: [Value]) -> Filing {
        Filing(register: register.id, id: id, values: values, knownAt: importedAt, actor: actor)
    }

    /// A field without a value is left out of an entry; there is no empty text.
    private static func text(_ text: String) -> Value { text.isEmpty ? .null : .text(text) }
}

extension Digest {
    /// Of an article's words.
    package static func sha256(of article: ArticleText) -> Digest { .sha256(Array(article.body.utf8)) }
}
