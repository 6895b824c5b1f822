import Law
import Testing

@Suite("Reading statutes")
struct StatuteReaderTests {
    static let head = """
        ---
        title: 某市示例条例（2026年修正）
        issuer: 某市人民代表大会
        effective: 2020-05-01；2026-03-01修正
        code: SL26
        ---

        """

    private func read(_ body: String, head: String = head) throws -> StatuteText {
        try StatuteReader.read(head + body, file: "sl.md")
    }

    private func fault(_ body: String, head: String = head) -> String? {
        do throws(StatuteText.Fault) {
            _ = try StatuteReader.read(head + body, file: "sl.md")
            return nil
        } catch {
            return error.description
        }
    }

    @Test("articles, paragraphs and items are told apart, under their chapter and section")
    func structure() throws {
        let text = try read(
            """
            # 某市示例条例
            2020年4月1日通过
            <!-- INFO END -->
            ## 第一章　总　则
            第一条　为了示例，制定本条例。

            本条例所称示例，是指下列情形：
            （一）甲；
            (二)乙：
            1.乙一；
            2．乙二。
            前款第二项的乙，不含丙。
            ### 第一节 分则
            第二条
            第一条规定的示例，依照本条办理。
            第二条之一　丁。
            ## 第二章 附则
            第三条\u{2002}本条例自2020年5月1日起施行。
            """)
        #expect(text.heading.title == "某市示例条例（2026年修正）")
        #expect(text.heading.days.map(\.description) == ["2020-05-01", "2026-03-01"])
        #expect(text.preamble == ["某市示例条例", "2020年4月1日通过"])
        #expect(text.articles.map(\.number.description) == ["1", "2", "2-1", "3"])
        #expect(text.count == 3)
        #expect(
            text.articles.map(\.divisions) == [
                ["第一章 总则"], ["第一章 总则", "第一节 分则"], ["第一章 总则", "第一节 分则"], ["第二章 附则"],
            ])
        let first = try #require(text.articles.first)
        #expect(first.paragraphs.map(\.text) == ["为了示例，制定本条例。", "本条例所称示例，是指下列情形：", "前款第二项的乙，不含丙。"])
        #expect(first.paragraphs[1].items.map(\.text) == ["（一）甲；", "（二）乙：\n1.乙一；\n2．乙二。"])
        #expect(text.articles[1].body == "第一条规定的示例，依照本条办理。")
        #expect(text.articles[3].body == "本条例自2020年5月1日起施行。")
    }

    @Test("an article's body reads back as the same article")
    func bodyReadsBack() throws {
        let text = try read("第一条 甲：\n（一）乙；\n1.丙；\n（二）丁。\n戊。\n")
        let article = text.articles[0]
        #expect(article.body == "甲：\n（一）乙；\n1.丙；\n（二）丁。\n戊。")
        #expect(
            ArticleText(number: article.number, divisions: article.divisions, body: article.body) == article)
    }

    @Test("a clause is found by article, paragraph and item, and what is not there is said")
    func clauses() throws {
        let article = try read("第一条 甲。\n乙：\n（一）丙；\n（二）丁。\n").articles[0]
        #expect(try article.clause().lines == ["甲。", "乙：", "（一）丙；", "（二）丁。"])
        #expect(try article.clause(paragraph: 1).lines == ["甲。"])
        #expect(try article.clause(paragraph: 2, item: 2).lines == ["乙：", "（二）丁。"])
        #expect(try article.clause(paragraph: 2, item: 2).words == "（二）丁。")
        #expect(try article.clause(item: 1).paragraphs == 1..<2)
        #expect(throws: ClauseFault.noParagraph(has: 2)) { try article.clause(paragraph: 3) }
        #expect(throws: ClauseFault.noItem(has: 2)) { try article.clause(paragraph: 2, item: 3) }
        #expect(throws: ClauseFault.noItem(has: 0)) { try article.clause(paragraph: 1, item: 1) }
    }

    @Test("what cannot be read is refused at its line")
    func faults() {
        #expect(fault("第一条 甲。\n第三条 丙。\n") == "sl.md:8：第一条之后是第三条，条号不相连；可能缺条或者重复")
        #expect(fault("第一条 甲。\n第一条 甲。\n")?.hasPrefix("sl.md:8：") == true)
        #expect(fault("第二条 甲。\n") == "sl.md:7：第一个条号应为第一条，却是第二条；前面可能有缺页")
        #expect(fault("第一条 甲：\n（一）乙；\n（三）丁。\n") == "sl.md:9：第一条的项号不相连；项应从（一）起依次编号，列在一款之下")
        #expect(fault("第一条\n第二条 乙。\n") == "sl.md:8：第一条没有内容")
        #expect(fault("只有一段话。\n")?.contains("没有读到任何一条") == true)
        #expect(
            fault("第一条 甲。", head: "")
                == "sl.md:1：文件开头没有用两行 --- 围起的说明，不知道这是哪部法；请写明 title、issuer、effective、code")
        #expect(fault("", head: "---\ntitle: 甲\n")?.contains("没有结束的 ---") == true)
        #expect(fault("第一条 甲。", head: "---\ntitle: 甲\n---\n") == "sl.md:3：开头的说明缺少 issuer")
        let counted = "---\ntitle: 甲\nissuer: 乙\narticles-counted: 2\n---\n"
        #expect(fault("第一条 甲。", head: counted) == "sl.md:1：应有 2 条，读到 1 条；文本不完整，没有采用")
    }

    @Test("no article of a real length is refused, and one that no ledger entry could hold is")
    func longArticle() {
        let long = String(repeating: "甲", count: StatuteReader.longestArticle / 3)
        #expect(fault("第一条 \(long)\n第二条 乙。\n") == nil)
        #expect(fault("第一条 \(long)乙\n第二条 乙。\n")?.contains("第一条超过") == true)
    }

    @Test("numbers of articles read as they are written, in digits and in characters")
    func numbers() {
        for number in [1, 9, 10, 11, 20, 97, 100, 101, 110, 119, 388, 1260] {
            #expect(ChineseNumeral.number(ChineseNumeral.text(number)) == number)
        }
        #expect(ChineseNumeral.number("二〇二六") == nil)
        #expect(ChineseNumeral.number("") == nil)
        #expect(ArticleNumber("133-1") == ArticleNumber(133, sub: 1))
        #expect(ArticleNumber("第一百三十三条之一")?.description == "133-1")
        #expect(ArticleNumber("九十七") == nil)
        #expect(ArticleNumber("97-0") == nil)
        #expect(ArticleNumber(9) < ArticleNumber(9, sub: 1))
        #expect(!ArticleNumber(10).follows(ArticleNumber(8)))
    }

    @Test(
        "every collected statute reads as it is",
        .enabled(if: CollectedTexts.areHere, "../shared/law/texts is not here"))
    func collectedTexts() throws {
        let texts = try CollectedTexts.all()
        #expect(texts.count >= 38)
        for (file, text) in texts {
            #expect(text.heading.count == text.count, "\(file)")
            for article in text.articles {
                let again = ArticleText(
                    number: article.number, divisions: article.divisions, body: article.body)
                #expect(again == article, "\(file) \(article.number.chinese)")
            }
        }
    }
}
