import Demo
import Foundation
import Law
import Registers
import Supervision
import Testing

/// What is judged again after a change is what judging everything gives.
@Suite("Judging after changes")
struct ChangeTests {
    /// Records that change, as they are now.
    private struct Source: RecordSource {
        var records: [String: [String: Record]]

        func records(of register: String, knownAt: Moment?) -> [Record] {
            (records[register] ?? [:]).values.sorted { $0.id < $1.id }
        }
    }

    /// A linear congruential step (Knuth): the same changes in every run.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64 = 20_261_129
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 32
        }
    }

    private func changed(_ record: Record, _ registers: RegisterSet, _ dice: inout Dice) -> Record {
        var values = record.values
        let fields = registers[record.register]?.fields ?? []
        let key = Set(registers[record.register]?.key ?? [])
        let open = fields.indices.filter { !key.contains(fields[$0].id) && fields[$0].id != "kind" }
        for place in open.shuffled(using: &dice).prefix(2) {
            switch values[place] {
            case .moment(let moment):
                values[place] = .moment(moment.adding(minutes: Int.random(in: -9000...9000, using: &dice)))
            case .boolean(let truth): values[place] = .boolean(!truth)
            case .number(let number): values[place] = .number(Number(ticks: number.ticks * 3))
            case .day(let day):
                values[place] = .day(day.adding(days: Int.random(in: -200...200, using: &dice)))
            default: if !fields[place].isRequired { values[place] = .null }
            }
        }
        return Record(
            register: record.register, id: record.id, revision: record.revision + 1, knownAt: record.knownAt,
            values: values)
    }

    @Test("Changed and new records: what is judged again is what judging everything gives")
    func records() throws {
        let bench = try Bench()
        var dice = Dice()
        var source = Source(records: [:])
        var later: [Record] = []
        for record in bench.demo(seed: 3, cases: 60).flatMap(\.records) {
            // A case is there before its records are.
            if record.register != "case", Int.random(in: 0..<20, using: &dice) == 0 {
                later.append(record)
            } else {
                source.records[record.register, default: [:]][record.id] = record
            }
        }
        var tables = try CaseTables(bench.book, from: source, knownAt: nil)
        var run = tables.judge(asOf: DemoYear.asOf)
        var wereReplaced = 0
        for round in 0..<8 {
            var changes = Array(later.prefix(3))
            later.removeFirst(min(3, later.count))
            let all = source.records.values.flatMap(\.values).sorted {
                ($0.register, $0.id) < ($1.register, $1.id)
            }
            for _ in 0..<3 {
                guard let record = all.randomElement(using: &dice) else { continue }
                changes.append(changed(record, bench.registers, &dice))
            }
            for record in changes { source.records[record.register, default: [:]][record.id] = record }
            let newest = Dictionary(changes.map { ([$0.register, $0.id], $0) }) { $1 }.values.sorted {
                ($0.register, $0.id) < ($1.register, $1.id)
            }
            let change = try #require(tables.changed(to: newest), "round \(round)")
            let again = run.after(change, of: tables)
            let wanted = try CaseTables(bench.book, from: source, knownAt: nil).judge(asOf: DemoYear.asOf)
            #expect(again.findings == wanted.findings, "round \(round)")
            #expect(again.tallies == wanted.tallies, "round \(round)")
            #expect(again.judged == wanted.judged)
            wereReplaced += Set(again.findings).symmetricDifference(run.findings).count
            (tables, run) = (change.tables, again)
        }
        #expect(wereReplaced > 10)
    }

    @Test("A case that comes in after records that name it has everything read anew")
    func lateCase() throws {
        let bench = try Bench()
        var source = Source(records: [:])
        var late: Record?
        for record in bench.demo(seed: 3, cases: 3).flatMap(\.records) {
            if record.register == "case", late == nil {
                late = record
            } else {
                source.records[record.register, default: [:]][record.id] = record
            }
        }
        let tables = try CaseTables(bench.book, from: source, knownAt: nil)
        #expect(tables.changed(to: [try #require(late)]) == nil)
    }

    @Test("One changed rule: its findings alone are replaced, and the records are not read again")
    func rule() throws {
        let bench = try Bench()
        let demo = bench.demo(seed: 5, cases: 60)
        let tables = try CaseTables(bench.book, from: DemoRecords(demo), knownAt: nil)
        let run = tables.judge(asOf: DemoYear.asOf)
        let stricter = try Bench { $0.replacingOccurrences(of: "within: 8 hours", with: "within: 7 hours") }
        let id = "inquiry-max-2025"
        let under = try #require(tables.under(stricter.book))
        let again = run.replacing([id], by: under.judge(asOf: DemoYear.asOf, rule: id), in: stricter.book)
        let wanted = try CaseTables(stricter.book, from: DemoRecords(demo), knownAt: nil)
            .judge(asOf: DemoYear.asOf)
        #expect(again.findings.filter { $0.rule == id } == wanted.findings.filter { $0.rule == id })
        #expect(again.findings.filter { $0.rule != id } == run.findings.filter { $0.rule != id })
        #expect(again.tallies[id] == wanted.tallies[id])
        #expect(again.tallies[id] != run.tallies[id])
    }
}
