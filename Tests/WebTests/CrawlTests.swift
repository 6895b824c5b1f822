import Service
import Testing

@testable import Web

@Suite("the whole site, followed link by link")
struct CrawlTests {
    private static let allowedTags: Set<String> = [
        "html", "head", "meta", "title", "link", "body", "a", "header", "div", "span", "nav", "main",
        "footer", "h1",
        "h2", "p", "b", "strong", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "form", "label",
        "input",
        "select", "option", "button", "details", "summary", "ol", "li", "q", "article", "br",
    ]
    private static let allowedAttributes: Set<String> = [
        "lang", "charset", "name", "content", "rel", "href", "class", "id", "title", "aria-label",
        "aria-current",
        "scope", "method", "action", "type", "value", "placeholder", "selected", "open",
    ]

    private static let crawl = Crawl(Site(source: InventedSource()) { _ in })
    /// Every page and file that the home page leads to, by its address.
    private static var pages: [String: Answer] { crawl.answers }

    @Test("every link leads somewhere")
    func linksResolve() {
        for (address, answer) in Self.pages { #expect(answer.status == .ok, "\(address)") }
    }

    @Test("the links reach every kind of page and file")
    func reachesAll() throws {
        let kinds = Set(Self.pages.keys.compactMap { SiteURLTests.read($0) }.map(Self.kind))
        #expect(kinds == Set(SiteURLTests.all.map(Self.kind)))
    }

    @Test("no page has a script, a handler, a foreign address or an element out of place")
    func onlyOwnMarkup() throws {
        for (address, answer) in Self.pages where answer.isPage {
            let markup = Markup(answer.bytes)
            #expect(markup.fault == nil, "\(address)")
            for tag in markup.tags {
                #expect(Self.allowedTags.contains(tag.name), "\(address)")
                for attribute in tag.attributes {
                    #expect(Self.allowedAttributes.contains(attribute.name), "\(address): \(attribute)")
                }
                for target in [tag["href"], tag["action"]].compactMap({ $0 }) {
                    #expect(
                        target.hasPrefix("/") && !target.hasPrefix("//") || target.hasPrefix("#"),
                        "\(address)")
                }
            }
        }
    }

    @Test("a link within a page has its target there")
    func fragments() {
        for (address, answer) in Self.pages {
            let tags = Markup(answer.bytes).tags
            let ids = Set(tags.compactMap { $0["id"] })
            for target in tags.compactMap({ $0["href"] }) where target.hasPrefix("#") {
                #expect(ids.contains(String(target.dropFirst())), "\(address): \(target)")
            }
        }
    }

    @Test("every page stands in its frame: language, style sheet, ledger line, honest about witnesses")
    func frame() {
        for (address, answer) in Self.pages where answer.isPage {
            let text = String(decoding: answer.bytes, as: UTF8.self)
            #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"), "\(address)")
            #expect(text.contains("共 4211 条") && text.contains("2026-03-02 08:55"), "\(address)")
            #expect(text.contains("尚未见证"), "\(address)")
            #expect(
                answer.headers.contains { $0.name == "Cache-Control" && $0.value == "no-store" }, "\(address)"
            )
        }
    }

    private static func kind(_ address: SiteURL) -> String {
        String(String(describing: address).prefix { $0 != "(" })
    }
}
