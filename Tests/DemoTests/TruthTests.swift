import Demo
import Law
import Registers
import Reporting
import Testing

/// The report's figures and claims against what the generator knows because it made the records.
struct TruthTests {
    let registers: RegisterSet
    let calendar: WorkCalendar

    init() throws {
        registers = try DemoPack.registers()
        calendar = try DemoPack.calendar()
    }

    @Test(
        "十五项数据与生成时所数的一致",
        arguments: [(1 as UInt64, 2025), (2, 2025), (3, 2025), (4, 2026), (5, 2026)])
    func figuresAreTheTruth(seed: UInt64, year: Int) throws {
        let demo = DemoYear(seed: seed, cases: 50, registers: registers, calendar: calendar)
        let truth = try #require(demo.truth.years[year])
        let period = try #require(ReportPeriod("\(year)"))
        let source = DemoRecords(demo)
        let indicators = try DemoPack.folder("police-bureau/indicators").flatMap {
            try Indicator.list($0, declarations: registers)
        }
        for (id, value) in truth.figures {
            let indicator = try #require(indicators.first { $0.id == id })
            let figure = try indicator.compute(period, source: source)
            #expect(figure.value == Number(value), "\(id) \(indicator.name)")
            // 宪法宣传周 comes after the last recorded day of 2026.
            #expect(value > 0 || (id == "F05" && year == 2026), "\(id)")
        }
        #expect(truth.figures.count == 15)
    }

    @Test("没有植入差错的城市，六个断言都成立")
    func claimsHoldInACleanCity() throws {
        for answer in try answers(DemoOptions.clean) {
            #expect(answer.holds, "\(answer.sentence) 例外：\(answer.exceptions)")
        }
    }

    @Test("植入一个反例，只有那一个断言不成立，反例指名", arguments: DemoClaim.allCases)
    func oneCounterExampleBreaksOneClaim(claim: DemoClaim) throws {
        let options = DemoOptions(plantsFaults: false, counterExamples: [claim])
        let planted = demo(options).flatMap(\.key).filter { $0.answer == .counterExample }
        #expect(planted.count == 1)
        for answer in try answers(options) {
            #expect(answer.holds == (answer.id != claim.rawValue), "\(answer.sentence)")
            if answer.id == claim.rawValue {
                #expect(answer.exceptions.count == 1)
                #expect(claim == .numberingWithoutGaps || answer.counter == planted.map(\.record))
            }
        }
    }

    private func demo(_ options: DemoOptions) -> DemoYear {
        DemoYear(seed: 6, cases: 120, options: options, registers: registers, calendar: calendar)
    }

    private func answers(_ options: DemoOptions) throws -> [ClaimAnswer] {
        let claims = try DemoPack.folder("police-bureau/claims").flatMap {
            try Claim.list($0, declarations: registers)
        }
        let source = DemoRecords(demo(options))
        let period = try #require(ReportPeriod("2025"))
        return try claims.map { try $0.check(period, source: source) }
    }
}
