import Foundation
import Testing

/// 治安管理处罚法（2012年）第九十八条 told from 2000 yuan on; the 2025 revision, article 117, from 4000.
@Suite("The same act on both sides of 2026-01-01")
struct HearingTests {
    private func folder(actAt: String, in program: Program) throws -> String {
        let name = "facts-\(actAt.prefix(10))"
        try FileManager.default.createDirectory(atPath: program.path(name), withIntermediateDirectories: true)
        _ = try program.write(
            #"{"id":"A1","number":"A1","title":"示例案由","category":"security","unit":"示例一派出所","actAt":"\#(actAt)"}"#,
            to: name + "/case.ndjson")
        _ = try program.write(
            #"{"id":"A1/offender/1","case":"A1","ordinal":1,"role":"offender","kind":"person","ageBand":"18-69","recordedAt":"2026-01-03T09:00"}"#,
            to: name + "/party.ndjson")
        _ = try program.write(
            #"{"id":"A1/decision/1","case":"A1","ordinal":1,"kind":"decision","at":"2026-02-10T10:00","party":"A1/offender/1","procedure":"general","penaltyKinds":["fine"],"fine":3000}"#,
            to: name + "/event.ndjson")
        return program.path(name)
    }

    private func explain(_ rule: String, _ folder: String, _ program: Program) throws -> Program.Result {
        try program.run("explain", "--case", "A1", "--rule", rule, "--from", folder, "--as-of", "2026-03-01")
    }

    @Test("3000 yuan decided in 2026: a hearing notice is owed for 2025-12-31, not for 2026-01-01")
    func bothSides() throws {
        let program = try Program()
        defer { program.remove() }
        let old = try folder(actAt: "2025-12-31T22:00", in: program)
        let new = try folder(actAt: "2026-01-01T22:00", in: program)

        let oldAnswer = try explain("hearing-right-2012", old, program)
        #expect(oldAnswer.output.contains("违规"))
        #expect(oldAnswer.output.contains("第九十八条"))
        let newAnswer = try explain("hearing-right-2025", new, program)
        #expect(newAnswer.output.contains("不适用"))
        #expect(newAnswer.output.contains("第一百一十七条"))

        for (folder, expected) in [(old, ["hearing-right-2012"]), (new, [])] {
            let check = try program.run("check", "--from", folder, "--as-of", "2026-03-01", "--json").json()
            let findings = try #require(check["findings"] as? [[String: Any]])
            let broken = findings.filter { $0["answer"] as? String == "broken" }.compactMap {
                $0["rule"] as? String
            }
            #expect(broken.filter { $0.hasPrefix("hearing-right") } == expected)
        }
    }

    @Test("A decision date nobody can read is 不明, and named")
    func unreadable() throws {
        let program = try Program()
        defer { program.remove() }
        let facts = try folder(actAt: "2026-01-01T22:00", in: program)
        _ = try program.write(
            #"{"id":"A1/decision/1","case":"A1","ordinal":1,"kind":"decision","at":"二月十日","party":"A1/offender/1","procedure":"general","penaltyKinds":["detention"],"detentionDays":5}"#,
            to: "facts-2026-01-01/event.ndjson")
        let check = try program.run("check", "--from", facts, "--as-of", "2026-03-01", "--json").json()
        let findings = try #require(check["findings"] as? [[String: Any]])
        let unknown = findings.filter { $0["answer"] as? String == "cannotTell" }
        #expect(!unknown.isEmpty)
        #expect(unknown.allSatisfy { ($0["missing"] as? [String])?.isEmpty == false })
        #expect((check["notices"] as? [String])?.contains { $0.contains("二月十日") } == true)
    }
}
