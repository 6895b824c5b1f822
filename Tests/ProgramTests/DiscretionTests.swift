import Foundation
import Testing

/// `discretion` over the invented bureau and over an office's sheet.
@Suite("Discretion, from the command line")
struct DiscretionProgramTests {
    private static let head = [
        "--id", "trial-2026", "--title", "试验基准", "--issuer", "甲局", "--document", "甲〔2026〕1号", "--published",
        "2025-12-01", "--publication", "甲网", "--from", "2026-01-01", "--law", "ZA25",
    ]

    private static let table = """
        案由,法定档,阶次,情节,幅度
        赌博、为赌博提供条件,基本档,轻,个人赌资一千元以下,三日以下拘留或者五百元以下罚款
        赌博、为赌博提供条件,基本档,中,个人赌资超过1000元不满3000元,3日以上5日以下拘留或者500元以上1000元以下罚款
        赌博、为赌博提供条件,情节严重,重,个人赌资三千元以上,十日以上十五日以下拘留，并处一千元以上五千元以下罚款
        """

    @Test(
        "a published table becomes a pack file that tries out past cases; what cannot be typed is refused by its cell"
    )
    func sheet() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.write(Self.table, to: "t.csv")
        let good = try program.finished(["discretion", "import", "t.csv", "--out", "t.yaml"] + Self.head)
        #expect(good.status == 0, "\(good.output)\(good.errors)")
        #expect(try program.run("demo", "--data", "d", "--cases", "60", "--seed", "3").status == 0)
        let tried = try program.finished(["discretion", "what-if", "t.yaml", "--data", "d", "--json"])
        #expect(tried.status == 0, "\(tried.errors)")
        #expect(tried.output.contains("\"draft\": \"trial-2026\""))
        let vague = Self.table.replacing("个人赌资三千元以上", with: "情节恶劣的").replacing("五百元以下罚款", with: "适当罚款")
        _ = try program.write(vague, to: "v.csv")
        let bad = try program.finished(["discretion", "import", "v.csv"] + Self.head)
        #expect(bad.status == 1)
        #expect(bad.output.contains("D4\t“情节恶劣的”"))
        #expect(bad.output.contains("E2\t"))
        #expect(bad.output.contains("# 第4行没有采用"))
    }

    @Test("a benchmark with a gap is refused with file, line and column")
    func gap() throws {
        let program = try Program()
        defer { program.remove() }
        _ = try program.write(Self.table.replacing("超过1000元", with: "超过1200元"), to: "t.csv")
        let found = try program.finished(["discretion", "import", "t.csv", "--out", "t.yaml"] + Self.head)
        #expect(found.status == 1)
        #expect(found.output.contains("有空档：个人赌资＝"), "\(found.output)")
        #expect(try program.run("demo", "--data", "d", "--cases", "20", "--seed", "3").status == 0)
        let tried = try program.finished(["discretion", "what-if", "t.yaml", "--data", "d"])
        #expect(tried.status == 1)
        #expect(tried.errors.contains("t.yaml:11:"), "\(tried.errors)")
    }

    @Test(
        "the planted departures of the invented bureau are found, with their reasons; a case has its like ones"
    )
    func departures() throws {
        let program = try Program()
        defer { program.remove() }
        #expect(try program.run("demo", "--data", "d", "--cases", "500", "--seed", "1").status == 0)
        let found = try program.finished(["discretion", "departures", "--period", "2026", "--data", "d"])
        #expect(found.output.contains("独居老人"), "\(found.output)\(found.errors)")
        #expect(found.output.contains("没有写明理由"))
        let line = try #require(found.output.split(separator: "\n").first { $0.contains("已批准") })
        let caseID = try #require(line.split(separator: "/").first?.trimmingCharacters(in: .whitespaces))
        let shown = try program.finished(["discretion", "show", caseID, "--data", "d"])
        #expect(shown.output.contains("高于区间"), "\(shown.output)")
        #expect(shown.output.contains("偏离：盗窃对象是独居老人"))
        let like = try program.finished(["discretion", "like", caseID, "--data", "d"])
        #expect(like.output.contains("全部单位"), "\(like.output)")
        let unknown = try program.finished(["discretion", "show", "没有", "--data", "d"])
        #expect(unknown.status == 2)
    }
}
