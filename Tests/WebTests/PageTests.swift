import Testing

@testable import Service
@testable import Web

@Suite("what each page shows")
struct PageTests {
    private static let site = Site(source: InventedSource()) { _ in }

    private static func text(_ address: SiteURL) -> String {
        String(decoding: site.answer(method: "GET", target: address.text).bytes, as: UTF8.self)
    }

    private static func rows(_ text: String) -> Int { text.split(separator: "<tr").count - 1 }

    @Test("a table shows its page of rows, how many there are, and the sum over all of them")
    func table() {
        let first = Self.text(.table(register: "case", TableQuery()))
        // One row for the signatures on paper, one for the headings, fifty records, one for the sums.
        #expect(Self.rows(first) == 53)
        #expect(first.contains("共 61 条"))
        #expect(first.contains("<td class=\"number\">183</td>"))
        let second = Self.text(.table(register: "case", TableQuery(page: 2)))
        #expect(Self.rows(second) == 14)
        #expect(second.contains(">51</a>") && second.contains(">61</a>") && !second.contains(">62</a>"))
    }

    @Test("the paper form names the unit that fills it in and leaves room for the signatures")
    func paperForm() {
        let text = Self.text(.table(register: "case", TableQuery(rows: TableQuery.printRows)))
        for part in ["填表单位：虚构市公安局法制支队（示例）", "填表人：", "审核人：", "日期：", "序号", "合计"] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test("the query area remembers what was asked, and asking anew does not keep the page")
    func query() {
        let query = TableQuery(
            filters: [
                FieldFilter(field: "category", relation: .equals, text: "traffic"),
                FieldFilter(field: "unit", relation: .equals, text: "u2"),
                FieldFilter(field: "actAt", relation: .atLeast, text: "2026-01-01"),
            ], search: "a\"b", sort: TableSort(field: "title"), page: 2)
        let tags = Markup(
            Self.site.answer(method: "GET", target: SiteURL.table(register: "case", query).text).bytes
        ).tags
        func value(_ name: String) -> String? { tags.first { $0["name"] == name }?["value"] }
        #expect(value("q") == "a\"b")
        #expect(value("min.actAt") == "2026-01-01")
        #expect(value("is.unit") == "u2")
        #expect(value("sort") == "title")
        #expect(tags.first { $0.name == "option" && $0["selected"] != nil }?["value"] == "traffic")
        #expect(tags.allSatisfy { $0["name"] != "page" })
    }

    @Test("hostile text reaches the page as text")
    func hostile() {
        for address: SiteURL in [
            .table(register: "case", TableQuery()), .record(register: "case", id: "c1"),
            .caseTimeline(id: "c1"),
        ] {
            let text = Self.text(address)
            #expect(text.contains("&lt;script&gt;alert(&#39;案&#39;)&lt;/script&gt;"))
            #expect(!text.contains("<script"))
        }
    }

    @Test("a rule that is not verified is 待核 and never 违规")
    func pending() throws {
        let text = Self.text(.findings(FindingQuery(standing: .pending)))
        let table = try #require(text.split(separator: "<tbody>").last)
        #expect(table.contains(">待核</span>") && !table.contains(">违规</span>"))
        #expect(Self.text(.rule(id: "notice-style")).contains("待核：只作提示，不作结论"))
    }

    @Test("不明 is marked, says what is missing, and is not shown as 合规")
    func unknown() {
        let text = Self.text(.finding(rule: "inquiry-max-2025", register: "case", id: "c2"))
        #expect(text.contains("badge unknown") && !text.contains("badge kept"))
        #expect(text.contains("离开时间、到案时间"))
        #expect(Self.text(.caseTimeline(id: "c1")).contains("<span class=\"notime\">时间不明</span>"))
    }

    @Test("a case shows its steps in order, each with its judgements and clause")
    func timeline() throws {
        let text = Self.text(.caseTimeline(id: "c1"))
        let steps = try ["受案", "到案询问查证", "通知家属"].map { step in
            try #require(text.firstRange(of: ">\(step)</a>")).lowerBound
        }
        #expect(steps == steps.sorted())
        let late = try #require(text.firstRange(of: "实际：9 小时 40 分；限度：8 小时"))
        #expect(late.lowerBound > steps[1] && late.lowerBound < steps[2])
        #expect(text.contains("《示例治安法》第十二条第一款"))
    }

    @Test("a finding shows start, excluded stretch with its reason, conclusion, clause and remedy")
    func proof() {
        let text = Self.text(.finding(rule: "inquiry-max-2025", register: "event", id: "e/2"))
        for part in ["起算", "不计入", "就医，凭《就医记录》示例12", "超过 1 小时 10 分", "自2026年1月1日起施行", "核对到案、离开时间"] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test("a record shows only what changed, and its proof")
    func record() throws {
        let text = Self.text(.record(register: "case", id: "c1"))
        let history = try #require(text.split(separator: "历次版本").last)
        #expect(history.contains("第 3 版") && history.contains("class=\"changed\""))
        #expect(!history.contains("<th scope=\"row\">办案人员</th>"))
        #expect(text.contains(InventedSource.hash("fe")) && text.contains("下载回执"))
    }

    @Test("a report's figures and claims open their records")
    func report() {
        let text = Self.text(.report(template: "annual", period: "2025"))
        #expect(text.contains("<a href=\"/reports/annual/2025/figures/F06\" title=\"数据 F06\">30余场</a>"))
        #expect(text.contains("断言不成立，已改为属实的表述"))
        let claim = Self.text(.claim(id: "venue", template: "annual", period: "2025"))
        #expect(claim.contains("不成立") && claim.contains("无入区记录") && claim.contains("到案时间未记载"))
    }

    @Test("a list that holds only a part says so")
    func partial() {
        #expect(Self.text(.home).contains("只列最近的 3 条"))
        #expect(Self.text(.figure(id: "F06", template: "annual", period: "2025")).contains("共 32 条，此处列出 1 条"))
    }

    @Test("a ledger that does not verify is said so on every page")
    func faulty() {
        let site = Site(source: InventedSource(fault: "第 17 条不符")) { _ in }
        for address: SiteURL in [.home, .rules, .ledger] {
            let text = String(decoding: site.answer(method: "GET", target: address.text).bytes, as: UTF8.self)
            #expect(text.contains("账本核验不通过：") && text.contains("第 17 条不符"))
        }
    }

    @Test(
        "The line on every page says when others last saw the ledger, and warns when nobody did or long ago")
    func witnessed() {
        func line(_ witness: WitnessLine) -> String {
            var html = HTML()
            LedgerStatus(
                line: LedgerLine(size: 9, checkpointAt: nil, uncovered: 0, witness: witness, fault: nil)
            ).write(to: &html)
            return String(decoding: html.bytes, as: UTF8.self)
        }
        let seen = line(WitnessLine(at: "2026-03-02 08:55", since: 4, warning: nil))
        #expect(seen.contains("最近见证 2026-03-02 08:55，其后 4 条") && !seen.contains("unwitnessed"))
        let late = line(WitnessLine(at: "2026-03-02 08:55", since: 4, warning: "已超过 24 小时未见证"))
        #expect(late.contains("class=\"unwitnessed\">已超过 24 小时未见证<"))
        #expect(line(WitnessLine(at: nil, since: 9, warning: "尚未见证")).contains(">尚未见证<"))
    }
}
