import Law
import Pack
import Testing

@Suite("Documents whose text could not be collected")
struct UncollectedTextTests {
    private let laws: LawBook

    init() throws {
        laws = try LawBook(
            SmallPack.node(
                """
                laws:
                  - {code: NEW, name: 新法, short: 新, issuer: 甲, kind: law, from: 2026-01-01, articles: 144}
                  - {code: DOC, name: 通知, short: 通知, issuer: 甲, kind: document, from: 2018-01-01, articles: unknown}
                """))
    }

    private func cite(_ citation: String) throws -> Citation {
        try Citation(SmallPack.node(citation), laws: laws)
    }

    @Test("are cited as a whole, or by an article that is known")
    func cited() throws {
        #expect(try cite("{law: DOC, article: whole}").description == "《通知》")
        #expect(try cite("{law: DOC, article: \"12\"}").description == "《通知》第十二条")
        #expect(throws: PackError.self) { try cite("{law: DOC, article: half}") }
    }

    @Test("a law whose text is known is cited by its article")
    func collected() throws {
        #expect(throws: PackError.self) { try cite("{law: NEW, article: whole}") }
        #expect(try cite("{law: NEW, article: \"144\"}").clause == "第一百四十四条")
    }

    @Test("no verified rule rests on one", arguments: [("V", false), ("S", true), ("M", true)])
    func confidence(_ word: String, _ isRead: Bool) throws {
        let text = SmallPack.rule(confidence: word).replacing(
            "law: NEW, article: \"97\"", with: "law: DOC, article: whole")
        let laws = SmallPack.laws.replacing(
            "laws:\n",
            with:
                "laws:\n  - {code: DOC, name: 通知, short: 通知, issuer: 甲, kind: document, from: 2018-01-01, articles: unknown}\n"
        )
        let book = try? SmallPack.book(text, laws: laws)
        #expect((book != nil) == isRead)
    }
}
