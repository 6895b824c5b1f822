import Law
import Testing

@testable import Service

struct ReportPagesTests {
    private let demo: DemoPages
    private var pages: BureauPages { demo.pages }

    init() throws { demo = try DemoPages.shared.get() }

    @Test("reports are offered for each year with records, the latest first")
    func list() throws {
        let reports = try pages.reportList()
        #expect(reports.first == ReportLink(template: "annual", period: "2026", title: "2026年度法治政府建设情况报告"))
        #expect(reports.contains { $0.period == "2025" })
    }

    @Test("every number and every claim of the text opens to its records")
    func evidence() throws {
        let report = try pages.report(template: "annual", period: "2025")
        let pieces = report.sections.flatMap(\.paragraphs).flatMap(\.self)
        var figures = 0
        var claims = 0
        for piece in pieces {
            switch piece {
            case .text: continue
            case .figure(let id, let phrase):
                figures += 1
                let view = try pages.figure(id: id, template: "annual", period: "2025")
                #expect(view.records.count >= min(view.figure.records, EvidenceLine.most))
                #expect(view.figure.phrase.hasPrefix(phrase))
                for line in view.records.prefix(3) {
                    #expect(
                        try pages.record(register: line.record.register, id: line.record.id).record
                            == line.record)
                }
            case .claim(let id, let sentence):
                claims += 1
                let view = try pages.claim(id: id, template: "annual", period: "2025")
                #expect(view.claim.sentence == sentence)
                #expect(view.counter.count == view.claim.counter)
                #expect(view.cannotTell.count == view.claim.cannotTell)
                #expect(view.support.count == min(view.claim.support, EvidenceLine.most))
            }
        }
        #expect(figures >= 15)
        #expect(claims == 6)
        #expect(report.claims.count == 6)
        let document = try pages.reportDocument(template: "annual", period: "2025")
        #expect(document.bytes.starts(with: Array("PK".utf8)))
    }

    @Test("a report that does not exist is told apart from a period that cannot be read")
    func refusals() {
        #expect(throws: PageFault.notFound("没有报告模板 monthly")) {
            try pages.report(template: "monthly", period: "2025")
        }
        for period in ["soon", "9999", "0001"] {
            #expect {
                try pages.report(template: "annual", period: period)
            } throws: { error in
                if case .badQuestion = error as? PageFault { true } else { false }
            }
        }
        #expect(throws: PageFault.self) { try pages.figure(id: "F99", template: "annual", period: "2025") }
        #expect(throws: PageFault.self) { try pages.claim(id: "none", template: "annual", period: "2025") }
    }

    @Test("every rule opens with its versions, and its examples passed")
    func rules() throws {
        let rules = try pages.rules()
        #expect(rules.count == demo.bureau.packs.rules.rules.count)
        for line in rules {
            let view = try pages.rule(id: line.rule.id)
            #expect(view.line == line)
            #expect(!view.versions.isEmpty)
            #expect(view.versions.allSatisfy { !$0.clauses.isEmpty })
            #expect(view.examples.count == line.examples)
            #expect(view.examples.allSatisfy { $0.passed })
        }
        #expect(throws: PageFault.self) { try pages.rule(id: "nothing") }
    }

    @Test("the frame says whose pages these are, and as of when")
    func frame() throws {
        let frame = try pages.frame()
        let name = try demo.bureau.name()
        #expect(frame.bureau == name)
        #expect(frame.asOf == "2026-11-01 09:00")
        #expect(frame.knownAt == nil, "no moment of knowing was asked for")
        #expect(frame.pack.count == 64)
        #expect(frame.ledger.witness.at == nil && frame.ledger.witness.warning != nil)
    }
}
