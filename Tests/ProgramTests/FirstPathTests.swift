import Foundation
import Testing

/// README's one case, from the sheets an office has to a report that verifies; all content invented.
@Suite("One case, from spreadsheet to report")
struct FirstPathTests {
    static let units = """
        示例市公安局执法单位名册,,,,
        填报单位：法制大队,,,,2026年1月5日
        序号,单位名称,单位类别,是否办案单位,设立日期
        1,示例市公安局,局机关,否,2001年5月1日
        2,清河派出所,派出所,是,2005.3.1
        ,,,,
        3,法制大队,法制部门,否,２００１年５月１日
        填表人：某甲,,审核人：某乙,,
        """
    static let officers = """
        序号,警号,所在单位,人员类别,到岗日期,执法资格起始日期,法律职业资格
        1,Ｐ１００１,清河派出所,民警,2015.7.1,2016-01-01,
        2,P1002,清河派出所,民警,2018年7月1日,2019-01-01,
        3,P1005,法制大队,人民警察,2010/7/1,2011-01-01,2012-03-01
        """
    static let cases = """
        序号,案件编号,案由,案件类别,案件来源,办案单位,办案民警,案发时间,发现时间,应进办案场所
        1,2026-0001,殴打他人（小区）,治安案件,报案,清河派出所,P1001、P1002,2026年1月24日 21时30分,2026年1月24日22时10分,是
        合计,1,,,,,,,,
        """
    static let events = """
        案件编号,程序环节,时间,结束时间,执行人员,主办人,地点,批准层级,处罚种类,罚款金额
        2026-0001,受案,2026年1月25日10时00分,,P1001、P1002,,,,,
        2026-0001,立案,2026年1月25日11时,,,,,,,
        2026-0001,到案询问查证,2026.1.26 10:00,2026.1.26 15:30,P1001、P1002,,执法办案场所,,,
        2026-0001,鉴定,2026-02-03 09:00,2026-02-09 17:00,,,,,,
        2026-0001,法制审核,2026-02-24 09:00,,,P1005,,,,
        2026-0001,处罚决定,2026-02-25 10:00,,,,,2,罚款,３００元
        """

    static func prepared() throws -> Program {
        let program = try Program()
        #expect(try program.run("init").status == 0)
        let sheets = [("unit", units), ("officer", officers), ("case", cases), ("event", events)]
        for (register, text) in sheets {
            let file = try program.write(text + "\n", to: register + ".csv")
            let result = try program.run("import", register, file, "--json")
            #expect(result.status == 0, "\(register): \(result.output)\(result.errors)")
            #expect(try result.json()["notices"] as? [String] == [], "every column is understood")
        }
        return program
    }

    @Test("Each command of README answers for the case, and the frozen report verifies")
    func path() throws {
        let program = try Self.prepared()
        defer { program.remove() }
        let check = try program.run("check", "--case", "2026-0001", "--as-of", "2026-10-31")
        #expect(check.status == 0)
        #expect(check.output.contains("不明"), "what the sheets do not say is named: \(check.output)")
        for line in check.output.split(separator: "\n") {
            let missing = line.split(separator: "缺：").dropFirst().first?.prefix { $0 != "；" } ?? ""
            let names = missing.split(separator: "、")
            #expect(Set(names).count == names.count, "each missing thing is named once: \(line)")
        }

        let proof = try program.run("explain", "--case", "2026-0001", "--rule", "case-limit-2025")
        // Day 1 is 26 January; 4 to 9 February are the appraisal: 30 days end on 2 March.
        #expect(proof.output.contains("2026年3月2日"), "\(proof.output)")
        #expect(proof.output.contains("第一百一十八条"))

        let compiled = try program.run(
            "report", "compile", "annual", "--period", "2026", "--format", "docx", "--out", "r.docx")
        #expect(compiled.status == 0, "\(compiled.errors)")
        #expect(
            try program.run("report", "freeze", "annual", "--period", "2026", "--out", "r.pack").status == 0)
        #expect(try program.run("report", "verify", "r.pack").status == 0)
        #expect(try program.verify("r.pack").status == 0)
        #expect(try program.run("ledger", "verify").status == 0)
    }

    @Test("A corrected row is a second revision; as known before it, checks and figures answer as then")
    func correction() throws {
        let program = try Self.prepared()
        defer { program.remove() }
        let transfers = "移送机关,移送书文号,案由,属本机关管辖,接收时间,受理时间,决定时间,审查结果\n"
        func transfer(_ row: String, knownAt: String) throws -> [String: Any] {
            let file = try program.write(transfers + row + "\n", to: "t.csv")
            return try program.run("import", "inbound-transfer", file, "--known-at", knownAt, "--json").json()
        }
        let wrong = "示例局,示移1号,示例案由,是,2025-05-06 10:00,2025-05-06 10:30,2025-05-20 16:00,立案"
        let right = "示例局,示移1号,示例案由,是,2025-05-06 10:00,2025-05-06 10:30,2025-05-08 16:00,立案"
        #expect(try transfer(wrong, knownAt: "2025-06-01T09:00")["filed"] as? Int == 1)
        let corrected = try transfer(right, knownAt: "2025-07-01T09:00")
        #expect(corrected["filed"] as? Int == 1)
        #expect(corrected["revised"] as? Int == 1)

        func broken(_ knownAt: String...) throws -> [String] {
            let arguments = ["check", "--rule", "police-decide-3-days", "--as-of", "2026-10-31", "--json"]
            let result = try program.finished(arguments + knownAt.flatMap { ["--known-at", $0] })
            let findings = try #require(result.json()["findings"] as? [[String: Any]])
            return findings.filter { $0["answer"] as? String == "broken" }.compactMap {
                $0["rule"] as? String
            }
        }
        func figure(_ knownAt: String...) throws -> Int? {
            let arguments = ["indicator", "F14", "--period", "2025", "--json"]
            return try program.finished(arguments + knownAt.flatMap { ["--known-at", $0] })
                .json()["value"] as? Int
        }
        #expect(try broken() == [])
        #expect(try broken("2025-06-30") == ["police-decide-3-days"])
        #expect(try broken("2025-05-31") == [])
        let then = try program.run(
            "report", "compile", "annual", "--period", "2025", "--known-at", "2025-06-30")
        #expect(then.output.contains("三日内决定立案或者不予立案") && !then.output.contains("涉及0"))
        #expect(try (figure(), figure("2025-06-30"), figure("2025-05-31")) == (1, 1, 0))
    }

    @Test("A folder of exported NDJSON is judged exactly as the database is, as known at any time")
    func folder() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--cases", "40", "--seed", "5").status == 0)
        let registers = try FileManager.default.contentsOfDirectory(
            atPath: program.path("zhunsheng-data/packs/1-police-bureau/registers"))
        try program.shell("mkdir out")
        for file in registers {
            let register = String(file.prefix { $0 != "." })
            #expect(try program.run("export", register, "out/\(register).ndjson").status == 0)
        }
        for known in [[], ["--known-at", "2025-09-30"]] {
            let arguments = ["check", "--as-of", "2026-10-31", "--json"] + known
            let database = try program.finished(arguments)
            let folder = try program.finished(arguments + ["--from", "out"])
            #expect(database.output.contains("\"broken\""), "there is something to compare")
            #expect(folder.output == database.output)
        }
        _ = try program.write("{}\n", to: "out/events.ndjson")
        let notices =
            try program.finished(["check", "--from", "out", "--json"]).json()["notices"] as? [String]
        #expect(notices == ["events.ndjson 不是任何一本台账的代码，未读入"])
    }
}
