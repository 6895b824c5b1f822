import Demo
import Law
import Testing

/// The rule book against the generator's own answer key.
struct FaultTests {
    let bench: Bench

    init() throws { bench = try Bench() }

    @Test("没有植入差错的城市，没有违规，也没有不明", arguments: 1...5 as ClosedRange<UInt64>)
    func cleanCityIsClean(seed: UInt64) throws {
        let found = try bench.answers(bench.demo(seed: seed, cases: 400, options: .clean))
        #expect(found.isEmpty, "多出：\n\(listed(found))")
    }

    @Test("找到的差错与答案一字不差", arguments: 1...5 as ClosedRange<UInt64>)
    func findsExactlyThePlantedFaults(seed: UInt64) throws {
        let demo = bench.demo(seed: seed, cases: 300 + Int(seed) * 20)
        let planted = Set(demo.flatMap(\.key).filter { $0.answer != .counterExample })
        let found = try bench.answers(demo)
        #expect(planted.subtracting(found).isEmpty, "没有找到：\n\(listed(planted.subtracting(found)))")
        #expect(found.subtracting(planted).isEmpty, "多出：\n\(listed(found.subtracting(planted)))")
    }

    @Test("一眼可知合规的不逐条判断，差错并不因此少一件")
    func screensHideNothing() throws {
        let demo = bench.demo(seed: 7, cases: 1500)
        let found = try bench.answers(demo)
        let inFull = try bench.answers(demo, listing: Set(Answer.allCases))
        #expect(found.count > 100)
        #expect(found == inFull, "\(listed(found.symmetricDifference(inFull)))")
    }

    @Test("违规不会因为时间过去而消失")
    func breachesNeverHeal() throws {
        let demo = bench.demo(seed: 6, cases: 300)
        let days = ["2025-06-30", "2025-12-31", "2026-01-31", "2026-06-30"]
        var earlier: Set<KeyLine> = []
        for asOf in try days.map({ Moment(try #require(Day($0))) }) + [DemoYear.asOf] {
            let broken = try bench.broken(demo, asOf: asOf)
            let healed = earlier.subtracting(broken)
            #expect(healed.isEmpty, "截至 \(asOf) 不见了：\n\(listed(healed))")
            #expect(broken.count > earlier.count, "到 \(asOf) 又有新的违规，才有可比的")
            earlier = broken
        }
    }

    @Test("五百件案件里每一种差错都植入过", arguments: 1...5 as ClosedRange<UInt64>)
    func everyKindIsPlanted(seed: UInt64) {
        let planted = Set(bench.demo(seed: seed, cases: 500).compactMap(\.planted))
        let left = Set(DemoYear.faultKinds).subtracting(planted)
        #expect(left.isEmpty, "没有植入：\(left.sorted())")
        #expect(planted.count == DemoYear.faultKinds.count, "种类的名字重复")
    }

    @Test("演示记录遵守了的规则，都有植入的违规；至少四十种违规、五种不明")
    func everyRuleIsTried() throws {
        let demo = bench.demo(seed: 1, cases: 400)
        let key = demo.flatMap(\.key)
        let broken = Set(key.filter { $0.answer == .broken }.map(\.rule))
        let hidden = Set(key.filter { $0.answer == .cannotTell }.map(\.rule))
        let untried = try bench.rulesKept(demo).subtracting(broken).sorted()
        #expect(untried.isEmpty, "没有植入违规的规则：\(untried)")
        #expect(broken.count >= 40)
        #expect(hidden.count >= 5)
    }

    private func listed(_ lines: Set<KeyLine>) -> String {
        lines.map { "\($0.rule)  \($0.record)  \($0.answer.rawValue)" }.sorted().joined(separator: "\n")
    }
}
