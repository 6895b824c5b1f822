import Law
import Pack
import Testing

/// What a benchmark must pass before anything of it is used; each message names its place.
@Suite("A benchmark's entry checks")
struct BenchmarkTests {
    @Test("the small benchmark and the shipped samples are read")
    func read() throws {
        #expect(try SmallBenchmark.read().acts[0].tiers.count == 3)
        let shipped = try SmallBenchmark.pack.get().benchmarks.benchmarks
        #expect(shipped.map(\.id) == ["sample-2024", "sample-2026"])
        #expect(!shipped.contains { !$0.isSample })
    }

    @Test(
        "refused, with its place and what is wrong",
        arguments: [
            // tier-inside-frame
            ("{fine: [0, 500]}]}", "{fine: [0, 1001]}]}", "b.yaml:15:", "超出法定幅度"),
            (
                "[{detentionDays: [3, 5]}, {fine: [500, 1000]}]",
                "[{detentionDays: [3, 6]}, {fine: [500, 1000]}]", "b.yaml:16:", "超出法定幅度"
            ),
            (
                "[{detentionDays: [10, 15], fine: [1000, 5000]}]", "[{detentionDays: [10, 15]}]",
                "b.yaml:17:", "超出法定幅度"
            ),
            ("of: graver", "of: worst", "b.yaml:17:", "basic、graver"),
            // tiers-cover-frame: amounts
            ("{fine: [500, 1000]}", "{fine: [600, 1000]}", "b.yaml:15:", "罚款501至599元"),
            ("{fine: [500, 1000]}", "{fine: [500, 900]}", "b.yaml:15:", "罚款901至1000元"),
            ("[{detentionDays: [0, 3]}, {fine: [0, 500]}]", "[{fine: [0, 500]}]", "b.yaml:15:", "拘留2日以下"),
            // tiers-cover-frame: conditions
            ("stake <= 1000", "stake <= 900", "b.yaml:13:", "有空档：有未成年人参与＝否，个人赌资＝"),
            ("stake <= 1000", "stake <= 1100", "b.yaml:16:", "重叠：阶次“少”与“多”"),
            ("    boundary: heavier\n", "", "b.yaml:15:", "请写 boundary"),
            ("    several: heavier\n", "", "b.yaml:16:", "请写 several"),
            // conditions-typed
            ("'stake <= 1000'", "'赌资 <= 1000'", "b.yaml:15:", "没有名为“赌资”"),
            ("'stake <= 1000'", "'stake <= \"一千元\"'", "b.yaml:15:", "不能用“<=”比较"),
            ("'stake <= 1000'", "'stake * 2 <= 2000'", "b.yaml:15:", "只能把申报过的情节与常数比较"),
            ("'stake <= 1000'", "'stake = null'", "b.yaml:15:", "只能把申报过的情节与常数比较"),
            // open-item-reason: an open item says what it is
            ("open: 其他严重情形", "open: ''", "b.yaml:17:", "空"),
            // basis-version-match
            ("law: ZA25", "law: CF21", "b.yaml:13:", "没有这种行为的法定幅度"),
            // order
            ("{id: low, name: 少, of: basic", "{id: low, name: 少, of: graver", "b.yaml:15:", "超出法定幅度"),
        ])
    func refused(_ right: String, _ wrong: String, _ place: String, _ words: String) throws {
        let error = try #require(try SmallBenchmark.refusal(right, wrong), "read: \(wrong)")
        #expect("\(error)".hasPrefix(place), "\(error)")
        #expect("\(error)".contains(words), "\(error)")
    }

    @Test("no-double-use: a tier's circumstance is no factor inside it")
    func doubleUse() throws {
        let factor = """
            factors:
                  - {id: minors, name: 带未成年人, effects: [heavier], must: true, when: minorsInvolved}
            """
        let text = SmallBenchmark.text + "\n    " + factor
        let error = #expect(throws: PackError.self) { try SmallBenchmark.read(text) }
        #expect(try #require(error).description.contains("不能再作为阶次之内的情节重复使用"))
        let other = text.replacing("when: minorsInvolved", with: "when: together")
        #expect(try SmallBenchmark.read(other).factors.count == 1)
        let added = other.replacing("[heavier]", with: "[none]")
        #expect(throws: PackError.self) { try SmallBenchmark.read(added) }
    }

    @Test("tiers that get lighter are refused")
    func order() throws {
        let text = SmallBenchmark.text
            .replacing(
                "[{detentionDays: [0, 3]}, {fine: [0, 500]}]",
                with: "[{detentionDays: [0, 5]}, {fine: [0, 1000]}]"
            )
            .replacing(
                "[{detentionDays: [3, 5]}, {fine: [500, 1000]}]",
                with: "[{detentionDays: [3, 4]}, {fine: [500, 900]}]")
        let error = #expect(throws: PackError.self) { try SmallBenchmark.read(text) }
        #expect(try #require(error).description.contains("从轻到重排列"))
    }
}
