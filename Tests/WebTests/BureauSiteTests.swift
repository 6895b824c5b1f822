import Foundation
import Service
import Testing

@testable import Web

@Suite("the site over a bureau's data folder")
struct BureauSiteTests {
    /// 2026-11-01 09:00 in China.
    private static let environment = Environment(
        milliseconds: { 1_793_494_800_000 }, randomBytes: { count in (0..<count).map { UInt8($0 & 0xFF) } })

    /// An invented bureau, followed as far as each kind of address tells something new.
    private static let crawl: Result<Crawl, any Error> = Result {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = FileManager.default.temporaryDirectory.appending(path: "zhunsheng-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        _ = try Bureau.makeDemo(
            at: folder,
            packs: ["national", "police-bureau"].map { root.appending(path: "Packs/\($0)").path },
            seed: 3, cases: 40, plants: [], isClean: false, environment: environment, progress: { _, _ in })
        let site = Site(source: try BureauPages(Bureau.open(at: folder, environment: environment))) {
            Issue.record("the site failed: \($0)")
        }
        return Crawl(site, mostOfKind: 12)
    }

    @Test("every link leads somewhere, and to every kind of page and file")
    func links() throws {
        let crawl = try Self.crawl.get()
        for (address, answer) in crawl.answers { #expect(answer.status == .ok, "\(address)") }
        func kind(_ address: SiteURL) -> String { String(String(describing: address).prefix { $0 != "(" }) }
        let kinds = Set(crawl.answers.keys.compactMap { SiteURLTests.read($0) }.map(kind))
        #expect(kinds == Set(SiteURLTests.all.map(kind)))
    }

    @Test("no page shows a name of the code where a person expects words")
    func words() throws {
        for (address, text) in try Self.crawl.get().pages {
            let shown = text.replacing(/<(code|pre)[^>]*>[^<]*<\/(code|pre)>/, with: "").replacing(
                /<[^>]*>/, with: " ")
            let names = shown.matches(of: /[a-z]+[A-Z][A-Za-z]*|event:[a-z]+|register:[a-z]+/).map(\.output)
            #expect(names.isEmpty, "\(address): \(Set(names))")
        }
    }

    @Test("every page is well formed")
    func markup() throws {
        for (address, answer) in try Self.crawl.get().answers where answer.isPage {
            #expect(Markup(answer.bytes).fault == nil, "\(address)")
        }
    }
}
