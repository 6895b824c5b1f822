package import Law
import Registers
package import Storage

/// The statutes' texts that were imported, read back from the ledger.
package struct LawLibrary: Sendable {
    package let laws: LawBook
    private let store: LedgerStore

    /// One imported text.
    package struct Text: Sendable {
        /// The code it is kept under; of a law that the pack does not know the name of its file.
        package let code: String
        package let title: String
        package let issuer: String
        package let effective: String
        package let effectiveOn: Day?
        package let articles: Int
        package let preamble: [String]
        /// SHA-256 over the lines `article sha256`, and of the file's bytes, in hexadecimal.
        package let content: String
        package let file: String
        /// The entry that holds it.
        package let seq: Int
        package let importedAt: Moment
    }

    /// An article with what proves it.
    package struct Article: Hashable, Sendable {
        package let text: ArticleText
        /// SHA-256 of its body, in hexadecimal.
        package let digest: String
        package let seq: Int
    }

    package init(_ store: LedgerStore, laws: LawBook) {
        self.store = store
        self.laws = laws
    }

    /// Every imported text, by code.
    package func texts() throws -> [Text] {
        try store.records(of: StatuteRecords.texts.id, knownAt: nil).map { Text($0) }
    }

    package func text(_ code: String) throws -> Text? {
        try store.record(StatuteRecords.texts.id, code).map { Text($0) }
    }

    /// The articles of a text in their order; empty when it was not imported.
    package func articles(of code: String) throws -> [Article] {
        let query = RecordQuery(
            register: StatuteRecords.articles.id, filters: [.init("law", .equals, .text(code))],
            sort: [.init("place")], limit: Self.mostArticles)
        return try store.page(query).compactMap { Article($0) }
    }

    package func article(_ code: String, _ number: ArticleNumber) throws -> Article? {
        try store.record(StatuteRecords.articles.id, StatuteRecords.id(code, number)).flatMap { Article($0) }
    }

    /// What a citation's words are, or why they cannot be shown.
    package func reading(of citation: Citation) throws -> ClauseReading {
        guard let number = citation.number, let article = try article(citation.law, number) else {
            let isKept = try store.record(StatuteRecords.texts.id, citation.law) != nil
            return isKept ? .fault(.noArticle) : .notImported
        }
        do throws(ClauseFault) {
            return .words(try citation.clause(in: article.text), seq: article.seq)
        } catch {
            return .fault(error)
        }
    }

    /// A citation's words, a line a paragraph or item; none where the law's text is not here.
    package func lines(of citation: Citation) throws -> [String] {
        guard case .words(let words, _) = try reading(of: citation) else { return [] }
        return words.lines
    }

    /// No law has as many; the Civil Code has 1,260.
    private static let mostArticles = 10_000
}

/// A clause as it stood, or why it cannot be shown.
package enum ClauseReading: Hashable, Sendable {
    /// With the entry that holds the article.
    case words(ClauseText, seq: Int)
    /// The law's text is not in the data folder.
    case notImported
    /// The text is there, but has no such article, paragraph or item.
    case fault(ClauseFault)
}

extension Bureau {
    package var library: LawLibrary { LawLibrary(store, laws: packs.rules.pack.laws) }
}

extension LawLibrary.Text {
    fileprivate init(_ record: Registers.Record) {
        let fields = StatuteRecords.texts
        func text(_ field: String) -> String { record.value(field, of: fields).text ?? "" }
        code = text("law")
        title = text("title")
        issuer = text("issuer")
        effective = text("effective")
        if case .day(let day) = record.value("effectiveOn", of: fields) {
            effectiveOn = day
        } else {
            effectiveOn = nil
        }
        if case .number(let count) = record.value("articles", of: fields) {
            articles = count.whole ?? 0
        } else {
            articles = 0
        }
        preamble = text("preamble").split(separator: "\n").map(String.init)
        content = text("content")
        file = text("file")
        seq = record.seq ?? 0
        importedAt = record.knownAt
    }
}

extension LawLibrary.Article {
    /// `nil` for an article that is there no more.
    fileprivate init?(_ record: Registers.Record) {
        let fields = StatuteRecords.articles
        guard let body = record.value("body", of: fields).text,
            let number = record.value("article", of: fields).text.flatMap({ ArticleNumber($0) })
        else { return nil }
        var divisions: [String] = []
        if case .list(let headings) = record.value("divisions", of: fields) {
            divisions = headings.compactMap(\.text)
        }
        text = ArticleText(number: number, divisions: divisions, body: body)
        digest = record.value("sha256", of: fields).text ?? ""
        seq = record.seq ?? 0
    }
}

extension Registers.Record {
    fileprivate func value(_ field: String, of register: RegisterDeclaration) -> Value {
        register.position(of: field).map { values[$0] } ?? .null
    }
}

extension Value {
    fileprivate var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }
}
