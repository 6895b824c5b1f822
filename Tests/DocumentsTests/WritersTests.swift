import Documents
import Foundation
import FoundationXML
import Testing

@Suite("One document, three formats")
struct WritersTests {
    static let document = Document(
        title: "示例市公安局2025年法治政府建设情况报告", addressee: "示例市委依法治市办",
        blocks: [
            .heading(level: 1, "一、主要举措和成效"), .heading(level: 2, "（一）加强学习"),
            .paragraph([
                .text("一是开展集中学习"), .figure(mark("F01", "31", "31", ["s1", "s2"])), .text("次，办活动"),
                .figure(mark("F06", "30余", "31", ["e1"])), .text("场。"),
            ]),
            .paragraph([
                .figure(mark("F01", "30多", "31", ["s1", "s2"])), .text("次 <b>&\"'\u{1}"),
                .claim(
                    ClaimMark(
                        id: "all-cases-in-venue", text: "3件案件中2件进入。", holds: false, definition: "口径*",
                        universe: 3,
                        support: 2, counter: ["c9"])), .reference("见台账", target: "outreach-event"),
            ]),
            .table(
                Table(
                    caption: "表1", columns: [.init("甲|乙", share: 1), .init("丙", share: 3)],
                    rows: [["1", "a\nb"]])),
        ],
        signature: Signature(organ: "示例市公安局", date: "2026年1月15日"),
        annex: Annex(title: "数字的来源", blocks: [.paragraph([.text("附页。")])]),
        colophon: Colophon(copies: "示例市司法局", issuer: "示例市公安局办公室", date: "2026年1月16日印发"))

    static func mark(_ id: String, _ text: String, _ exact: String, _ records: [String]) -> FigureMark {
        FigureMark(
            id: id, text: text, exact: exact, definition: "口径<\(id)>。", period: "2025年", records: records)
    }

    static func part(_ name: String) throws -> String {
        try #require(DOCXWriter.parts(of: document).first { $0.name == name }).content
    }

    @Test("every part of the DOCX is well-formed XML")
    func wellFormed() {
        for part in DOCXWriter.parts(of: Self.document) {
            #expect(XMLParser(data: Data(part.content.utf8)).parse(), "\(part.name)")
        }
    }

    @Test("the parts that are referred to exist")
    func complete() throws {
        let names = Set(DOCXWriter.parts(of: Self.document).map(\.name))
        for target in try Self.part("[Content_Types].xml").matches(of: /PartName="\/([^"]+)"/) {
            #expect(names.contains(String(target.output.1)))
        }
        for target in try Self.part("word/_rels/document.xml.rels").matches(of: /Target="([^"]+)"/) {
            let path = String(target.output.1)
            #expect(names.contains(path.hasPrefix("../") ? String(path.dropFirst(3)) : "word/" + path))
        }
    }

    @Test(
        "figures and claims are content controls with their id, bookmarked once each, and bound to the evidence"
    )
    func controls() throws {
        let body = try Self.part("word/document.xml")
        #expect(body.matches(of: /<w:tag w:val="F01"\/>/).count == 2)
        for name in ["fig_F01", "fig_F01_2", "fig_F06", "claim_all_cases_in_venue"] {
            #expect(body.contains("w:name=\"\(name)\""), "\(name)")
        }
        #expect(body.contains("/figures/figure[@use=&#39;u2&#39;]/@text"))
        let evidence = try Self.part("customXml/item1.xml")
        #expect(
            evidence.contains(
                "<figure use=\"u2\" id=\"F06\" text=\"30余\" exact=\"31\" period=\"2025年\" definition=\"口径&lt;F06&gt;。\">"
                    + "<record>e1</record></figure>"))
        #expect(
            evidence.contains("<claim id=\"all-cases-in-venue\" holds=\"false\" universe=\"3\" support=\"2\"")
        )
        let ids = body.matches(of: /<w:(?:bookmarkStart w:id|id w:val)="(\d+)"/).map { String($0.output.1) }
        #expect(Set(ids).count == ids.count)
    }

    @Test("the page is A4 with the type area of GB/T 9704: 156 mm × 225 mm, 22 lines")
    func page() {
        let page = PageProfile.official
        let millimetre = 1440 / 25.4
        #expect(abs(Double(page.textWidth) / millimetre - 156) < 0.1)
        let height = Double(page.height - page.margins.top - page.margins.bottom)
        #expect(abs(height / millimetre - 225) < 0.1)
        #expect(Int(height) / page.linePitch == 22)
        // 28 characters of half-point size and their spacing fit the width; a 29th does not.
        let advance = page.bodySize * 10 + page.characterSpacing
        #expect(page.textWidth / advance == 28)
    }

    @Test("headings are real heading styles with an outline level")
    func headings() throws {
        let styles = try Self.part("word/styles.xml")
        for level in 1...4 {
            #expect(styles.contains("w:styleId=\"Heading\(level)\""))
            #expect(styles.contains("<w:outlineLvl w:val=\"\(level - 1)\"/>"))
        }
        #expect(try Self.part("word/document.xml").contains("<w:pStyle w:val=\"Heading2\"/>"))
    }

    @Test("the same document gives the same bytes, and they are a ZIP archive")
    func reproducible() throws {
        let first = try DOCXWriter.bytes(of: Self.document)
        #expect(try DOCXWriter.bytes(of: Self.document) == first)
        #expect(first.prefix(4) == [0x50, 0x4B, 3, 4])
        #expect(first.count > 3_000)
    }

    @Test("HTML: escaped, marked, each id once, linked where the caller says")
    func html() throws {
        let source = HTMLWriter.article(Self.document) { target in
            switch target {
            case .figure(let id): "/figures/\(id)?period=2025&x=\"1\""
            case .claim, .reference: nil
            }
        }.source
        #expect(source.contains("次 &lt;b&gt;&amp;&quot;&#39;\u{FFFD}"))
        #expect(source.matches(of: /id="fig-F01"/).count == 1)
        #expect(source.matches(of: /data-id="F01"/).count == 2)
        #expect(
            source.contains(
                "<a href=\"/figures/F06?period=2025&amp;x=&quot;1&quot;\" class=\"figure\" id=\"fig-F06\""))
        #expect(
            source.contains(
                "<span class=\"claim\" id=\"claim-all-cases-in-venue\" data-id=\"all-cases-in-venue\" data-holds=\"false\""
            ))
        #expect(XMLParser(data: Data(source.utf8)).parse())
        let page = HTMLWriter.page(Self.document)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
        #expect(!page.contains("http"))
    }

    @Test("Markdown: headings, notes once a figure, a table whose bars are escaped")
    func markdown() {
        let text = MarkdownWriter.text(of: Self.document)
        #expect(text.contains("\n## 一、主要举措和成效\n\n### （一）加强学习\n"))
        #expect(text.contains("办活动30余[^F06]场。"))
        #expect(text.matches(of: #/\[\^F01\]: /#).count == 1)
        #expect(text.contains("| 甲\\|乙 | 丙 |\n| --- | --- |\n| 1 | a b |"))
        #expect(text.contains("次 \\<b\\>\\&"))
    }
}
