import Service
import Synchronization
import Testing

@testable import Web

@Suite("what the site answers besides pages")
struct SiteTests {
    private static let site = Site(source: InventedSource()) { _ in }

    @Test(
        "what is not there is 404, in the frame and in Chinese",
        arguments: ["/nothing", "/rules/none", "/cases/none"])
    func notFound(target: String) {
        let answer = Self.site.answer(method: "GET", target: target)
        #expect(answer.status == .notFound)
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(text.contains("没有找到") && text.contains("共 4211 条"))
    }

    @Test(
        "the site is for reading", arguments: ["POST", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "get"])
    func methods(method: String) {
        for target in ["/", "/nothing"] {
            let answer = Self.site.answer(method: method, target: target)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers.contains { $0 == ("Allow", "GET, HEAD") })
        }
    }

    @Test("a question that cannot be answered says what to change")
    func badQuestion() {
        let answer = Self.site.answer(method: "GET", target: "/registers/case?min.actAt=%E6%98%A8%E5%A4%A9")
        #expect(answer.status == .badRequest)
        #expect(String(decoding: answer.bytes, as: UTF8.self).contains("请写作 2026-01-31"))
    }

    @Test("a failure of the program shows a number, and the log alone tells the rest")
    func failure() {
        let lines = Mutex<[String]>([])
        let site = Site(source: BrokenSource()) { line in lines.withLock { $0.append(line) } }
        let first = site.answer(method: "GET", target: "/")
        let second = site.answer(method: "GET", target: "/rules")
        #expect(first.status == .failed && second.status == .failed)
        let text = String(decoding: first.bytes + second.bytes, as: UTF8.self)
        #expect(text.contains("故障 1") && text.contains("故障 2") && !text.contains("/secret/path"))
        #expect(lines.withLock { $0.count } == 2)
        #expect(lines.withLock { $0.allSatisfy { $0.contains("/secret/path") } })
    }

    @Test("every answer carries the headers that keep a page from running or framing anything")
    func guards() {
        for target in ["/", "/nothing", "/style.css", "/favicon.ico", "/registers/case/sheet.xlsx"] {
            let headers = Self.site.answer(method: "GET", target: target).headers
            func value(_ name: String) -> String? { headers.first { $0.name == name }?.value }
            let policy = value("Content-Security-Policy") ?? ""
            #expect(policy.hasPrefix("default-src 'none'") && policy.contains("frame-ancestors 'none'"))
            #expect(!policy.contains("unsafe"))
            #expect(value("X-Content-Type-Options") == "nosniff")
            #expect(value("Referrer-Policy") == "no-referrer")
        }
    }

    @Test("the style sheet is kept for a year, and its address changes with it")
    func styleSheet() throws {
        let home = Markup(Self.site.answer(method: "GET", target: "/").bytes)
        let sheet = try #require(home.tags.first { $0["rel"] == "stylesheet" }?["href"])
        let answer = Self.site.answer(method: "GET", target: sheet)
        #expect(answer.headers.contains { $0 == ("Cache-Control", "public, max-age=31536000") })
        let text = String(decoding: answer.bytes, as: UTF8.self)
        #expect(text.contains("size:A4 landscape") && !text.contains("http") && !text.contains("@import"))
    }

    @Test("a download carries its Chinese name and a plain one")
    func download() {
        let answer = Self.site.answer(method: "GET", target: "/registers/case/sheet.xlsx")
        let disposition = answer.headers.first { $0.name == "Content-Disposition" }?.value
        #expect(
            disposition
                == "attachment; filename=\"zhunsheng.xlsx\"; filename*=UTF-8''"
                + "%E8%A1%8C%E6%94%BF%E6%A1%88%E4%BB%B6%E5%8F%B0%E8%B4%A6.xlsx")
    }

    @Test("the icon is one Windows icon of 16 by 16")
    func icon() {
        #expect(Array(Icon.bytes.prefix(6)) == [0, 0, 1, 0, 1, 0])
        #expect(Icon.bytes.count == 22 + 40 + 8 + 64 + 64)
    }

    @Test(
        "only this machine's own names pass as this machine",
        arguments: [
            ("127.0.0.1:8080", true), ("localhost", true), ("[::1]:80", true), ("evil.example:8080", false),
            ("127.0.0.1.evil.example", false), ("localhost:80@evil", false), ("", false),
        ])
    func hosts(authority: String, isOwn: Bool) { #expect(Loopback.isNamed(by: authority) == isOwn) }
}

/// A source that fails with something no reader should see.
private struct BrokenSource: PageSource {
    struct Failure: Error, CustomStringConvertible { let description = "/secret/path is locked" }

    func frame() throws -> FrameView { throw Failure() }
    func home() throws -> HomeView { throw Failure() }
    func registerList() throws -> [RegisterLine] { throw Failure() }
    func table(register: String, query: TableQuery) throws -> TableView { throw Failure() }
    func exportSheet(register: String, query: TableQuery, format: SheetFormat) throws -> Download {
        throw Failure()
    }
    func record(register: String, id: String) throws -> RecordView { throw Failure() }
    func receipt(register: String, id: String) throws -> Download { throw Failure() }
    func caseTimeline(id: String) throws -> CaseView { throw Failure() }
    func findings(query: FindingQuery) throws -> FindingsView { throw Failure() }
    func finding(rule: String, register: String, id: String) throws -> FindingView { throw Failure() }
    func reportList() throws -> [ReportLink] { throw Failure() }
    func report(template: String, period: String) throws -> ReportView { throw Failure() }
    func reportDocument(template: String, period: String) throws -> Download { throw Failure() }
    func figure(id: String, template: String, period: String) throws -> FigureRecords { throw Failure() }
    func claim(id: String, template: String, period: String) throws -> ClaimRecords { throw Failure() }
    func rules() throws -> [RuleLine] { throw Failure() }
    func benchmarks() throws -> [BenchmarkLine] { throw Failure() }
    func rule(id: String) throws -> RuleView { throw Failure() }
    func ledger() throws -> LedgerView { throw Failure() }
}
