import Law
import Registers
import Supervision
import Testing

@Suite("Judging runs")
struct RunTests {
    /// Two invented cases under the shipped rules: in each an inquiry, at overlapping times by the same officers.
    private struct Source: RecordSource {
        let records: [Record]

        func records(of register: String, knownAt: Moment?) throws -> [Record] {
            let known = records.filter { record in
                record.register == register && knownAt.map { record.knownAt <= $0 } ?? true
            }
            let newest = Dictionary(grouping: known, by: \.id).compactMap {
                $1.max { $0.revision < $1.revision }
            }
            return newest.sorted { $0.id < $1.id }
        }
    }

    private static func at(_ text: String) throws -> Moment { try #require(Moment(text)) }

    private static func record(
        _ register: String, _ id: String, known: String = "2026-03-01T00:00", revision: Int = 1,
        _ fields: [String: Value]
    ) throws -> Record {
        let declaration = try #require(ShippedPacks.registers[register])
        #expect(fields.keys.allSatisfy { declaration.position(of: $0) != nil })
        return Record(
            register: register, id: id, revision: revision, knownAt: try at(known),
            values: declaration.fields.map { fields[$0.id] ?? .null })
    }

    private static func source() throws -> Source {
        func moment(_ text: String) throws -> Value { .moment(try at(text)) }
        var records: [Record] = []
        for badge in ["p1", "p2"] {
            records.append(try record("officer", badge, ["badge": .text(badge), "kind": .text("police")]))
        }
        for (number, start) in [("a", "2026-03-02T10:00"), ("b", "2026-03-02T10:30")] {
            records.append(
                try record(
                    "case", "case-\(number)",
                    [
                        "number": .text(number), "category": .text("security"),
                        "actAt": try moment("2026-03-01T20:00"),
                    ]))
            records.append(
                try record(
                    "party", "party-\(number)",
                    [
                        "case": .text("case-\(number)"), "role": .text("offender"), "kind": .text("person"),
                        "ageBand": .text("18-69"),
                    ]))
            let inquiry: [String: Value] = [
                "case": .text("case-\(number)"), "kind": .text("inquiry"), "ordinal": .number(Number(1)),
                "at": try moment(start), "party": .text("party-\(number)"), "place": .text("scene"),
                "officers": .list([.text("p1"), .text("p2")]),
            ]
            records.append(try record("event", "inquiry-\(number)", inquiry))
            let ended = inquiry.merging(["endedAt": try moment("2026-03-02T11:00")]) { $1 }
            records.append(
                try record("event", "inquiry-\(number)", known: "2026-03-05T00:00", revision: 2, ended))
        }
        return Source(records: records)
    }

    private static let asOf = "2026-04-01T00:00"

    @Test("What became known later does not count: the end of an inquiry that nobody knew is missing")
    func knownAt() throws {
        let early = try CaseTables(
            ShippedPacks.book, from: Self.source(), knownAt: Self.at("2026-03-04T00:00"))
        let run = early.judge(asOf: try Self.at(Self.asOf), rule: "inquiry-separately")
        #expect(run.findings.map(\.record) == ["inquiry-a", "inquiry-b"])
        #expect(run.findings.allSatisfy { $0.answer == .cannotTell && $0.missing == ["endedAt"] })
        let late = try CaseTables(ShippedPacks.book, from: Self.source(), knownAt: nil)
        let found = late.judge(asOf: try Self.at(Self.asOf), rule: "inquiry-separately").findings
        #expect(found.map(\.answer) == [.broken, .broken])
        #expect(found.map(\.caseID) == ["case-a", "case-b"])
        #expect(found.allSatisfy { $0.register == "event" && $0.basis.first?.law == "CX20" })
    }

    @Test("One case alone gives what it gives among all, also where cases are compared with each other")
    func oneCase() throws {
        let source = try Self.source()
        let asOf = try Self.at(Self.asOf)
        let all = Set(Answer.allCases)
        let everything = try CaseTables(ShippedPacks.book, from: source, knownAt: nil)
        let alone = try CaseTables(ShippedPacks.book, from: source, knownAt: nil, caseID: "case-a")
        let wanted = everything.judge(asOf: asOf, listing: all).findings.filter { $0.caseID == "case-a" }
        let found = alone.judge(asOf: asOf, listing: all)
        #expect(found.findings == wanted)
        #expect(found.judged == 2)
        #expect(wanted.contains { $0.rule == "inquiry-separately" && $0.answer == .broken })
        let proofs = alone.explain(rule: "inquiry-separately", case: "case-a", asOf: asOf)
        #expect(proofs.count == 1 && proofs[0].text.contains("inquiry-b"))
    }

    @Test("One rule alone gives what it gives among all")
    func oneRule() throws {
        let tables = try CaseTables(ShippedPacks.book, from: Self.source(), knownAt: nil)
        let asOf = try Self.at(Self.asOf)
        let all = Set(Answer.allCases)
        let together = tables.judge(asOf: asOf, listing: all)
        for rule in ShippedPacks.book.rules {
            let run = tables.judge(asOf: asOf, rule: rule.id, listing: all)
            #expect(run.findings == together.findings.filter { $0.rule == rule.id })
            #expect(run.tallies[rule.id] == together.tallies[rule.id])
        }
        let counted = together.tallies.values.map { tally in Answer.allCases.reduce(0) { $0 + tally[$1] } }
        #expect(counted.reduce(0, +) == together.findings.count)
    }

    @Test("Every finding can be explained, with the same answer")
    func explained() throws {
        let tables = try CaseTables(ShippedPacks.book, from: Self.source(), knownAt: nil)
        let asOf = try Self.at(Self.asOf)
        for finding in tables.judge(asOf: asOf, listing: Set(Answer.allCases)).findings {
            let proof = try #require(tables.explain(rule: finding.rule, record: finding.record, asOf: asOf))
            #expect(proof.answer == finding.answer && proof.missing.map(\.name) == finding.missing)
            #expect(finding.answer != .cannotTell || !finding.missing.isEmpty, "\(finding.rule)")
            #expect(proof.basis == finding.basis && !proof.basis.isEmpty)
        }
    }
}
