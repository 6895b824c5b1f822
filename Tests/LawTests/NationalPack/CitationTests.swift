import Pack
import Testing

/// A rule is only as good as the provision it names.
@Suite("Citations of the national pack")
struct CitationTests {
    @Test(
        "every article, paragraph and item that a verified rule or a penalty frame cites stands in the collected text",
        .enabled(if: StatuteText.isHere, "../shared/law/texts is not here"))
    func citationsResolve() throws {
        let citations = try NationalPack.citations(confidence: "V")
        #expect(citations.count > 100)
        var texts: [String: StatuteText] = [:]
        for citation in citations {
            let text = try texts[citation.law] ?? StatuteText(law: citation.law)
            texts[citation.law] = text
            let article = try #require(text.articles[citation.article], "\(citation): no such article")
            let paragraph = citation.paragraph ?? 1
            try #require(paragraph <= article.items.count, "\(citation): \(article.items.count) paragraphs")
            if let item = citation.item {
                let items = article.items[paragraph - 1]
                #expect(item <= items, "\(citation): \(items) items")
            }
        }
    }

    @Test(
        "laws.yaml counts the articles as the texts do",
        .enabled(if: StatuteText.isHere, "../shared/law/texts is not here"))
    func articleCounts() throws {
        let laws = try NationalPack.files("laws.yaml").flatMap { try $0["laws"]?.elements ?? [] }
        for law in laws {
            let code = try law["code"]?.text ?? ""
            let text = try StatuteText(law: code)
            #expect(try law["articles"]?.integer == text.articles.keys.max(), "\(code)")
        }
    }

    @Test("an article's paragraphs and items are told apart")
    func readsArticles() {
        let text = StatuteText(
            """
            ## 第一章 总则
            第十条 甲：
            （一）乙；
            （二）丙。
            丁。
            第二节 戊
            己
            第一百零八条 庚。
            """)
        #expect(text.articles.mapValues(\.items) == [10: [2, 0], 108: [0]])
        #expect(text.articles[10]?.text.hasSuffix("丙。丁。") == true)
    }
}
