import Foundation
import Testing

@Suite("Importing a sheet as offices make it")
struct ImportTests {
    static let good: [[OfficeSheet.Cell]] = [
        [
            .number(1), .text("宪法周广场宣传"), .text("2025年12月4日"), .text("宪法宣传"), .text("示例广场"), .text("示例一派出所"),
            .number(120),
        ],
        [
            .number(2), .text("以案释法进社区"), .text("2025.3.9"), .text("以案释法"), .text("示例社区"), .text("示例一派出所"),
            .text("８０"),
        ],
        // 45 992 is the spreadsheet serial of 2025-12-01.
        [
            .number(3), .text("校园法治课"), .number(45_992), .text("法治讲座"), .text("示例学校"), .text("示例一派出所"),
            .number(45),
        ],
        [.empty, .empty, .empty, .empty, .empty, .empty, .empty],
    ]
    static let bad: [[OfficeSheet.Cell]] = [
        [
            .number(4), .text("日期写错的活动"), .text("2025年13月40日"), .text("其他"), .text("示例礼堂"), .text("示例一派出所"),
            .number(1),
        ],
        [
            .number(5), .text("单位不存在的活动"), .text("2025-05-06"), .text("其他"), .text("示例礼堂"), .text("没有这个单位"),
            .number(2),
        ],
        [
            .number(6), .text("人数含糊的活动"), .text("2025-05-07"), .text("其他"), .text("示例礼堂"), .text("示例一派出所"),
            .text("约100余"),
        ],
    ]

    private func prepared() throws -> Program {
        let program = try Program()
        #expect(try program.run("init", "--data", "d").status == 0)
        let units = try program.write(
            #"{"id":"示例一派出所","name":"示例一派出所","kind":"station","handlesCases":true,"from":"2010-01-01"}"#
                + "\n",
            to: "unit.ndjson")
        #expect(try program.run("import", "unit", units, "--data", "d").status == 0)
        return program
    }

    @Test("Three bad rows refuse the whole file, and the refusal sheet names row, column and reason")
    func allOrNothing() throws {
        let program = try prepared()
        defer { program.remove() }
        OfficeSheet.write(Self.good + Self.bad, to: program.path("events.xlsx"))

        let refused = try program.run(
            "import", "outreach-event", program.path("events.xlsx"), "--data", "d", "--json")
        #expect(refused.status == 1)
        let json = try refused.json()
        #expect(json["filed"] as? Int == 0)
        let rows = try #require(json["refused"] as? [[String: Any]])
        #expect(rows.map { $0["row"] as? Int } == [8, 9, 10])
        #expect(rows.allSatisfy { ($0["problems"] as? [[String: Any]])?.isEmpty == false })
        let sheet = try #require(json["refusalSheet"] as? String)
        #expect(FileManager.default.fileExists(atPath: sheet))

        #expect(
            try program.run("indicator", "F06", "--period", "2025", "--data", "d", "--json").json()["value"]
                as? Int == 0)
    }

    @Test("With --partial the good rows are filed, and the same file again adds nothing")
    func partialAndAgain() throws {
        let program = try prepared()
        defer { program.remove() }
        OfficeSheet.write(Self.good + Self.bad, to: program.path("events.xlsx"))
        let first = try program.run(
            "import", "outreach-event", program.path("events.xlsx"), "--partial", "--data", "d", "--json")
        #expect(first.status == 1, "refused rows are still reported")
        #expect(try first.json()["filed"] as? Int == 3)
        let again = try program.run(
            "import", "outreach-event", program.path("events.xlsx"), "--partial", "--data", "d", "--json")
        #expect(try again.json()["filed"] as? Int == 0)
        #expect(try again.json()["unchanged"] as? Int == 3)
    }

    @Test("Import of an export changes nothing")
    func roundTrip() throws {
        let program = try prepared()
        defer { program.remove() }
        OfficeSheet.write(Self.good, to: program.path("events.xlsx"))
        #expect(
            try program.run("import", "outreach-event", program.path("events.xlsx"), "--data", "d").status
                == 0)
        for format in ["xlsx", "csv", "ndjson"] {
            let file = program.path("out." + format)
            #expect(try program.run("export", "outreach-event", file, "--data", "d").status == 0)
            let back = try program.run("import", "outreach-event", file, "--data", "d", "--json")
            #expect(back.status == 0, "\(format): \(back.errors)")
            #expect(try back.json()["filed"] as? Int == 0, "\(format)")
            #expect(try back.json()["unchanged"] as? Int == 3, "\(format)")
        }
    }
}
