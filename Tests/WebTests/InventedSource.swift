@testable import Service

/// A small invented city behind the pages: two registers, two cases, one report. Nothing in it is real.
struct InventedSource: PageSource {
    /// What a hostile importer might leave in a cell; it must reach every page as text.
    static let hostile = "<script>alert('案')</script>\" onmouseover=\"x"

    var fault: String?

    func frame() throws -> FrameView {
        FrameView(
            bureau: "虚构市公安局法制支队（示例）", asOf: "2026-03-02 09:00", knownAt: "2026-03-02 09:00",
            pack: "9f2c41d07be35a6688d1",
            ledger: LedgerLine(
                size: 4211, checkpointAt: "2026-03-02 08:55", uncovered: 3,
                witness: WitnessLine(at: nil, since: 4211, warning: "尚未见证"),
                fault: fault))
    }

    func home() throws -> HomeView {
        HomeView(
            redItems: [Self.late, Self.noReview, Self.oneOfficer], counts: Self.counts,
            brokenByRule: [
                RuleCount(rule: Self.review, severity: .grave, broken: 1, latest: "2026-02-11"),
                RuleCount(rule: Self.limit, severity: .violation, broken: 1, latest: "2026-02-04"),
            ],
            brokenByUnit: [
                UnitCount(id: "u1", name: "王桥派出所（示例）", broken: 2, cannotTell: 1, latest: "2026-02-11"),
                UnitCount(id: "u2", name: "石坝派出所（示例）", broken: 0, cannotTell: 2, latest: nil),
            ],
            due: [
                DueLine(
                    rule: Self.caseLimit, record: Self.caseTwo, unit: "石坝派出所（示例）", due: "2026-03-02 24:00",
                    daysLeft: 0, basis: "《示例法》第十条"),
                DueLine(
                    rule: Self.caseLimit, record: Self.caseOne, unit: "王桥派出所（示例）", due: "2026-03-05 24:00",
                    daysLeft: 3, basis: "《示例法》第十条"),
                DueLine(
                    rule: Self.limit, record: Self.caseOne, unit: "王桥派出所（示例）", due: "2026-03-08 24:00",
                    daysLeft: 6, basis: "《示例法》第十二条"),
            ],
            dueTotal: 5, figuresPeriod: "2025年度", figures: Self.figures, report: Self.annual)
    }

    func registerList() throws -> [RegisterLine] { [Self.cases, Self.outreach] }

    func table(register: String, query: TableQuery) throws -> TableView {
        if query.filters.contains(where: { $0.relation == .atLeast && $0.text == "昨天" }) {
            throw PageFault.badQuestion("“昨天”不是日期，请写作 2026-01-31")
        }
        switch register {
        case "case": return Self.caseTable(query)
        case "outreach": return Self.outreachTable(query)
        default: throw PageFault.notFound("没有台账“\(register)”")
        }
    }

    func exportSheet(register: String, query: TableQuery, format: SheetFormat) throws -> Download {
        let view = try table(register: register, query: query)
        return Download(
            name: "\(view.register.name).\(format.rawValue)", mediaType: "text/csv; charset=utf-8",
            bytes: Array("序号\r\n".utf8))
    }

    func record(register: String, id: String) throws -> RecordView {
        guard let view = Self.records[register + "/" + id] else { throw PageFault.notFound("没有记录“\(id)”") }
        return view
    }

    func receipt(register: String, id: String) throws -> Download {
        let view = try record(register: register, id: id)
        return Download(
            name: "\(view.record.label).tlog-proof", mediaType: "text/plain; charset=utf-8", bytes: [0x63])
    }

    func caseTimeline(id: String) throws -> CaseView {
        guard ["c1", "c2"].contains(id) else { throw PageFault.notFound("没有案件“\(id)”") }
        return id == "c1" ? Self.timeline : Self.emptyTimeline
    }

    func findings(query: FindingQuery) throws -> FindingsView {
        let all = [Self.late, Self.noReview, Self.oneOfficer, Self.unknown, Self.waiting, Self.unread]
        let lines = all.filter { line in
            (query.standing.map { $0 == line.standing } ?? (line.standing != .notYetDue))
                && (query.rule.map { $0 == line.rule.id } ?? true)
        }
        return FindingsView(
            counts: Self.counts, lines: lines, total: lines.count,
            rules: [Self.limit, Self.review].map { ChoiceView(id: $0.id, label: $0.no + " " + $0.name) },
            units: Self.units)
    }

    func finding(rule: String, register: String, id: String) throws -> FindingView {
        let judgements = [Self.lateJudgement, Self.unknownJudgement] + Self.shortJudgements
        guard
            let judgement = judgements.first(where: {
                $0.rule.id == rule && $0.record.register == register && $0.record.id == id
            })
        else { throw PageFault.notFound("没有这一检查结果") }
        return FindingView(
            judgement: judgement, caseID: "c1", unit: "王桥派出所（示例）",
            happened: judgement.standing == .cannotTell ? nil : "2026-02-04 20:10", others: [Self.noReview])
    }

    func reportList() throws -> [ReportLink] { [Self.annual] }

    func report(template: String, period: String) throws -> ReportView {
        guard template == "annual", period == "2025" else { throw PageFault.notFound("没有这份报告") }
        return Self.reportView
    }

    func reportDocument(template: String, period: String) throws -> Download {
        let link = try report(template: template, period: period).link
        return Download(
            name: link.title + ".docx",
            mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            bytes: [0x50])
    }

    func figure(id: String, template: String, period: String) throws -> FigureRecords {
        guard let figure = Self.figures.first(where: { $0.id == id }) else {
            throw PageFault.notFound("没有数据“\(id)”")
        }
        return FigureRecords(
            report: Self.annual, figure: figure,
            records: [
                EvidenceLine(record: Self.event1, happened: "2025-12-04", unit: "法制大队（示例）", note: "宪法宣传周内")
            ])
    }

    func claim(id: String, template: String, period: String) throws -> ClaimRecords {
        guard let claim = Self.claims.first(where: { $0.id == id }) else {
            throw PageFault.notFound("没有断言“\(id)”")
        }
        return ClaimRecords(
            report: Self.annual, claim: claim,
            counter: [
                EvidenceLine(record: Self.caseOne, happened: "2025-06-03 21:00", unit: nil, note: "无入区记录")
            ],
            cannotTell: [EvidenceLine(record: Self.caseTwo, happened: nil, unit: nil, note: "到案时间未记载")],
            support: [])
    }

    func rules() throws -> [RuleLine] { [Self.limitLine, Self.unverifiedLine] }

    func benchmarks() throws -> [BenchmarkLine] {
        [
            BenchmarkLine(
                title: "《甲基准》（甲〔2026〕1号，示例）", issuer: "甲局", published: "2026-01-01，甲公报",
                period: "2026年1月1日起", law: "甲法", acts: ["甲行为"], tiers: 2, isSample: true)
        ]
    }

    func rule(id: String) throws -> RuleView {
        let names = [Self.limit, Self.review, Self.two, Self.caseLimit, Self.unverified]
        guard let rule = names.first(where: { $0.id == id }) else { throw PageFault.notFound("没有规则“\(id)”") }
        return Self.ruleView(rule)
    }

    func ledger() throws -> LedgerView {
        LedgerView(
            line: try frame().ledger, origin: "zhunsheng.example/ledger",
            verifierKeys: ["zhunsheng.example/ledger+0a1b2c3d+ARIjexample"], root: Self.hash("c1"),
            checkpoint: Self.checkpoint, verifiedAt: nil,
            faults: fault == nil ? [] : [LedgerFaultLine(seq: 17, what: "存储的字节与叶哈希不符")])
    }
}
