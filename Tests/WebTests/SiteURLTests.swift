import Service
import Testing

@testable import Web

@Suite("every address can be read back")
struct SiteURLTests {
    static let all: [SiteURL] = [
        .home, .registerList, .reportList, .rules, .ledger, .icon, .styleSheet(version: "ab12"),
        .table(register: "case", TableQuery()),
        .table(
            register: "case",
            TableQuery(
                filters: [
                    FieldFilter(field: "title", relation: .contains, text: "盗 窃+&=%?#/"),
                    FieldFilter(field: "actAt", relation: .atLeast, text: "2026-01-01"),
                    FieldFilter(field: "complex", relation: .equals, text: "true"),
                ], search: "王桥", sort: TableSort(field: "actAt", isDescending: true), page: 3,
                rows: TableQuery.printRows)),
        .sheet(register: "case", TableQuery(search: "a b"), .csv),
        .record(register: "case", id: "示例-2026/0012 号.."), .receipt(register: "event", id: "e%2F1"),
        .caseTimeline(id: "<c>"),
        .findings(FindingQuery(standing: .cannotTell, rule: "r", unit: "王桥", severity: .grave, page: 2)),
        .finding(rule: "a.b", register: "case", id: "x"), .rule(id: "inquiry-max-2025"),
        .report(template: "annual", period: "2026"), .reportDocument(template: "annual", period: "2026"),
        .figure(id: "F01", template: "annual", period: "2026"),
        .claim(id: "venue", template: "annual", period: "2026"),
    ]

    @Test("reading what was written gives the same address", arguments: all)
    func roundTrip(address: SiteURL) {
        #expect(Self.read(address.text) == address)
        #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }

    @Test(
        "an address the site never writes is not read",
        arguments: [
            "", "registers", "//", "/registers/", "/registers//x", "/nothing", "/registers/case/records",
            "/registers/case/sheet.exe", "/%zz", "/%", "/registers/%C0%AF", "/registers/a%00",
            "/findings?answer=all",
            "/findings?page=0", "/findings?page=99999999999", "/registers/case?rows=7", "/reports/a",
            "/findings?rule=%zz", "/reports/a/2026/figures", "/reports/a/2026/other/x",
        ])
    func unknown(text: String) {
        #expect(Self.read(text) == nil)
    }

    @Test("a form's blank fields ask for nothing")
    func blankFields() {
        #expect(
            Self.read("/registers/case?q=&has.title=&is.complex=&page=")
                == .table(register: "case", TableQuery()))
        #expect(
            Self.read("/registers/case?has.title=a+b%2B")
                == .table(
                    register: "case",
                    TableQuery(filters: [FieldFilter(field: "title", relation: .contains, text: "a b+")])))
    }

    static func read(_ text: String) -> SiteURL? {
        let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        return SiteURL(
            path: String(halves.first ?? ""), query: halves.count > 1 ? String(halves[1]) : "")
    }
}
