import Foundation
import Testing

/// A judgement is made of records, a moment and a pack: whoever has the three gets it again, years later.
@Suite("An old judgement, judged again")
struct RerunTests {
    /// One case of 2025 decided a day too late, and one fine of 3000 yuan for an act of January 2026, told of no hearing.
    private static let records = [
        "case": [
            #"{"id":"A","number":"A","title":"示例案由","category":"security","unit":"示例一派出所","actAt":"2025-11-01T20:00"}"#,
            #"{"id":"B","number":"B","title":"示例案由","category":"security","unit":"示例一派出所","actAt":"2026-01-05T20:00"}"#,
        ],
        "party": [
            #"{"id":"A/1","case":"A","ordinal":1,"role":"offender","kind":"person","ageBand":"18-69","recordedAt":"2026-01-06T09:00"}"#,
            #"{"id":"B/1","case":"B","ordinal":1,"role":"offender","kind":"person","ageBand":"18-69","recordedAt":"2026-01-06T09:00"}"#,
        ],
        "event": [
            #"{"id":"A/accepted","case":"A","ordinal":1,"kind":"accepted","at":"2025-11-03T10:00"}"#,
            #"{"id":"A/decision","case":"A","ordinal":1,"kind":"decision","at":"2025-12-04T10:00","party":"A/1","procedure":"general","penaltyKinds":["warning"]}"#,
            #"{"id":"B/decision","case":"B","ordinal":1,"kind":"decision","at":"2026-01-20T10:00","party":"B/1","procedure":"general","penaltyKinds":["fine"],"fine":3000}"#,
        ],
    ]

    private func write(to folder: String, reversed: Bool = false, in program: Program) throws {
        try program.shell("mkdir \(folder)")
        for (register, lines) in Self.records {
            let ordered = reversed ? lines.reversed() : lines
            _ = try program.write(ordered.joined(separator: "\n") + "\n", to: "\(folder)/\(register).ndjson")
        }
    }

    /// The national pack as it could stand in 2025, before the law of 2026 was published: two of its rules, with no end
    /// in sight for the law they rest on.
    private func packOf2025(in program: Program) throws -> String {
        let shipped = Program.root.appending(path: "Packs/national").path
        try program.shell(
            """
            cp -r '\(shipped)' national-2025
            cd national-2025
            rm -rf principles tables
            find rules -name '*.yaml' ! -name limits.yaml ! -name notice.yaml -delete
            """)
        for (file, rule) in [("limits", "case-limit-2012"), ("notice", "hearing-right-2012")] {
            let path = "national-2025/rules/\(file).yaml"
            let text = try String(contentsOfFile: program.path(path), encoding: .utf8)
            let parts = text.components(separatedBy: "\n  - id: ")
            let kept = try #require(parts.first { $0.hasPrefix(rule + "\n") })
            let version = kept.components(separatedBy: "    examples:\n")[0]
                .replacing("        until: 2025-12-31\n", with: "")
            _ = try program.write(parts[0] + "\n  - id: " + version, to: path)
        }
        return program.path("national-2025")
    }

    private func check(_ folder: String, national: String? = nil, in program: Program) throws
        -> Program.Result
    {
        let bureau = Program.root.appending(path: "Packs/police-bureau").path
        let packs = national.map { ["--pack", $0, "--pack", bureau] } ?? []
        return try program.finished(
            ["check", "--from", folder, "--as-of", "2026-10-31", "--json"] + packs)
    }

    private func broken(_ result: Program.Result, of rules: Set<String>) throws -> [String] {
        let findings = try #require(result.json()["findings"] as? [[String: Any]])
        return findings.filter { $0["answer"] as? String == "broken" }
            .compactMap { finding in
                guard let rule = finding["rule"] as? String, rules.contains(rule) else { return nil }
                return "\(finding["case"] ?? "") \(rule) \(finding["due"] ?? "")"
            }.sorted()
    }

    @Test(
        "Last year's pack of law and today's judge a case of 2025 alike; what the new law changed, only today's knows"
    )
    func packOfTheDay() throws {
        let program = try Program()
        defer { program.remove() }
        try write(to: "facts", in: program)
        let old = try packOf2025(in: program)
        let rules: Set = ["case-limit-2012", "hearing-right-2012", "hearing-right-2025"]

        let (then, now) = (
            try check("facts", national: old, in: program), try check("facts", in: program)
        )
        // Day 1 is 4 November; the thirtieth is 3 December 2025.
        let late = "A case-limit-2012 2025-12-03T23:59"
        #expect(try broken(then, of: rules) == [late, "B hearing-right-2012 <null>"])
        #expect(try broken(now, of: rules) == [late])
        #expect(try then.json()["pack"] as? String != now.json()["pack"] as? String, "each names its pack")
        #expect(try check("facts", national: old, in: program).output == then.output, "to the byte, again")
    }

    @Test("The same facts in either order give the same answers, to the byte")
    func eitherOrder() throws {
        let program = try Program()
        defer { program.remove() }
        try write(to: "facts", in: program)
        try write(to: "backwards", reversed: true, in: program)
        let answers = try check("facts", in: program)
        #expect(answers.output.contains("\"broken\""), "there is something to compare")
        #expect(try check("backwards", in: program).output == answers.output)

        for (data, folder) in [("d1", "facts"), ("d2", "backwards")] {
            #expect(try program.run("init", "--data", data).status == 0)
            let unit = try program.write(
                #"{"id":"示例一派出所","name":"示例一派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#,
                to: "unit.ndjson")
            for (register, file) in [("unit", unit)]
                + ["case", "party", "event"].map({ ($0, "\(folder)/\($0).ndjson") })
            {
                let result = try program.run("import", register, file, "--data", data)
                #expect(result.status == 0, "\(result.output)\(result.errors)")
            }
        }
        func findings(_ data: String) throws -> String {
            let json = try program.run("check", "--data", data, "--as-of", "2026-10-31", "--json").json()
            let sorted = try JSONSerialization.data(
                withJSONObject: try #require(json["findings"]), options: .sortedKeys)
            return String(decoding: sorted, as: UTF8.self)
        }
        #expect(try findings("d1") == findings("d2"))
    }
}
