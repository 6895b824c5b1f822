import Law
import Registers
import Storage
import Supervision
import Testing

@testable import Service

struct FindingPagesTests {
    private let demo: DemoPages
    private var pages: BureauPages { demo.pages }

    init() throws { demo = try DemoPages.shared.get() }

    @Test("counts on the first page are those of the judging run, unverified rules apart")
    func counts() throws {
        let run = try demo.bureau.judge(JudgingQuestion(times: Times(asOf: DemoPages.asOf))).run
        let home = try pages.home()
        func shown(_ standing: Standing) -> Int { home.counts.first { $0.standing == standing }?.count ?? -1 }
        func found(_ answer: Answer) -> Int { run.findings.count { $0.answer == answer && $0.isVerified } }
        #expect(shown(.broken) == found(.broken))
        #expect(shown(.broken) > 0)
        #expect(shown(.cannotTell) == found(.cannotTell))
        #expect(shown(.notYetDue) == found(.notYetDue))
        let verified = Set(demo.bureau.packs.rules.rules.filter(\.confidence.isVerified).map(\.id))
        #expect(shown(.kept) == verified.reduce(0) { $0 + (run.tallies[$1]?[.kept] ?? 0) })
        #expect(home.brokenByRule.reduce(0) { $0 + $1.broken } == shown(.broken))
        #expect(home.brokenByUnit.reduce(0) { $0 + $1.broken } == shown(.broken))
        #expect(home.redItems.count == min(3, shown(.broken)))
    }

    @Test("every finding in the lists opens to a proof of the same standing")
    func links() throws {
        let lines =
            try demo.allFindings(FindingQuery()) + demo.allFindings(FindingQuery(standing: .notYetDue))
        #expect(!lines.isEmpty)
        for line in lines {
            let view = try pages.finding(
                rule: line.rule.id, register: line.record.register, id: line.record.id)
            #expect(view.judgement.standing == line.standing)
            #expect(view.judgement.proof != nil)
            #expect(!view.judgement.clauses.isEmpty)
            #expect(view.unit == line.unit)
        }
    }

    @Test("filters narrow the list, and their counts agree with what they select")
    func filters() throws {
        let all = try demo.allFindings(FindingQuery())
        let view = try pages.findings(query: FindingQuery())
        #expect(view.total == all.count)
        let looking: Set<Standing> = [.broken, .cannotTell, .pending]
        #expect(view.counts.filter { looking.contains($0.standing) }.reduce(0) { $0 + $1.count } == all.count)
        #expect(view.units.reduce(0) { $0 + $1.count } == all.count)
        for unit in view.units {
            #expect(try pages.findings(query: FindingQuery(unit: unit.id)).total == unit.count)
        }
        for choice in view.rules {
            let selected = try demo.allFindings(FindingQuery(rule: choice.id))
            #expect(selected == all.filter { $0.rule.id == choice.id })
        }
        let grave = try demo.allFindings(FindingQuery(standing: .broken, severity: .grave))
        #expect(grave == all.filter { $0.standing == .broken && $0.severity == .grave })
    }

    @Test("case pages show every finding of the case, and each judgement opens")
    func cases() throws {
        let lines = try demo.allFindings(FindingQuery())
        let first = Set(lines.compactMap(\.caseID)).sorted().prefix(8)
        #expect(!first.isEmpty)
        for id in first {
            let view = try pages.caseTimeline(id: id)
            let judgements = view.judgements + view.events.flatMap(\.judgements)
            for line in lines where line.caseID == id {
                #expect(
                    judgements.contains {
                        $0.rule == line.rule && $0.record == line.record && $0.standing == line.standing
                    })
            }
            for judgement in judgements {
                let found = try pages.finding(
                    rule: judgement.rule.id, register: judgement.record.register, id: judgement.record.id)
                #expect(found.judgement.standing == judgement.standing)
            }
            #expect(view.counts.reduce(0) { $0 + $1.count } == judgements.count)
            let times = view.events.map(\.at)
            #expect(times.compactMap(\.self) == times.compactMap(\.self).sorted())
            #expect(!times.drop { $0 != nil }.contains { $0 != nil }, "an event without a time stands last")
        }
    }

    @Test("a rule that is not verified informs: pending or nothing")
    func unverified() throws {
        for answer in Answer.allCases {
            let standing = Standing(answer, isVerified: false)
            #expect(standing == (answer == .broken || answer == .cannotTell ? .pending : nil))
        }
        let unverified = Set(try pages.rules().filter { !$0.isVerified }.map(\.rule.id))
        #expect(!unverified.isEmpty)
        for record in try demo.bureau.store.records(of: "case", knownAt: nil) {
            let view = try pages.caseTimeline(id: record.id)
            for judgement in view.judgements + view.events.flatMap(\.judgements) {
                #expect((judgement.standing == .pending) == unverified.contains(judgement.rule.id))
            }
        }
        #expect(try pages.rules().allSatisfy { $0.isVerified || $0.broken == 0 })
    }

    @Test("what is due within seven days stands nearest first")
    func due() throws {
        let early = try BureauPages(demo.bureau, asOf: Moment(Day(number: 20_500), hour: 9))  // 2026-02-16
        let home = try early.home()
        #expect(home.dueTotal >= home.due.count)
        #expect(home.due.map(\.due) == home.due.map(\.due).sorted())
        #expect(home.due.allSatisfy { (0...7).contains($0.daysLeft) })
        #expect(home.figuresPeriod == "2026年度")
    }
}
