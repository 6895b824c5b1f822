@testable import Service

extension InventedSource {
    static let cases = RegisterLine(
        id: "case", name: "行政案件台账", about: "案件的最小骨架：为判断程序是否合法所需的事实。", count: 61,
        latest: "2026-03-01 17:40")
    static let outreach = RegisterLine(
        id: "outreach", name: "普法宣传活动台账", about: "活动、受众和证据。", count: 1, latest: "2025-12-05 09:00")
    static let event1 = RecordLink(register: "outreach", id: "o1", label: "宪法宣传周广场活动（示例）")

    static func caseTable(_ query: TableQuery) -> TableView {
        let columns = [
            ColumnView(id: "number", label: "案件编号", kind: .text, unit: nil),
            ColumnView(id: "title", label: "案由", kind: .text, unit: nil),
            ColumnView(
                id: "category", label: "案件类别",
                kind: .code([
                    ChoiceView(id: "security", label: "治安"), ChoiceView(id: "traffic", label: "道路交通"),
                ]),
                unit: nil),
            ColumnView(id: "unit", label: "办案单位", kind: .reference(register: "unit"), unit: nil),
            ColumnView(id: "actAt", label: "行为时间", kind: .moment, unit: nil),
            ColumnView(id: "complex", label: "案情复杂", kind: .boolean, unit: nil),
            ColumnView(id: "handlers", label: "办案人员", kind: .reference(register: "officer"), unit: nil),
            ColumnView(id: "evidence", label: "陈述以外的证据", kind: .number, unit: "份"),
        ]
        let first = (query.page - 1) * query.rows
        let rows = (first..<max(first, min(first + query.rows, 61))).map { index in
            RowView(
                id: index == 1 ? "c2" : "c1",
                standing: [.broken, .cannotTell, .kept, nil, .pending][index % 5],
                cells: [
                    .text("示例〔2026〕000\(index + 1)"), .text(index == 1 ? hostile : "殴打他人（公共场所）"), .text("治安"),
                    .links([RecordLink(register: "unit", id: "u1", label: "王桥派出所（示例）")]),
                    index == 1 ? .missing : .text("2026-02-04 19:30"), .text("否"),
                    .links([officer, officer]),
                    .number("3"),
                ])
        }
        return TableView(
            register: cases, columns: columns, rows: rows, total: 61,
            sums: [nil, nil, nil, nil, nil, nil, nil, "183"], units: units, unitColumn: "unit")
    }

    static func outreachTable(_ query: TableQuery) -> TableView {
        TableView(
            register: outreach,
            columns: [ColumnView(id: "heldOn", label: "活动日期", kind: .date, unit: nil)],
            rows: query.page == 1 ? [RowView(id: "o1", standing: nil, cells: [.text("2025-12-04")])] : [],
            total: 1,
            sums: [nil], units: [], unitColumn: nil)
    }

    static func hash(_ beginning: String) -> String {
        beginning + String(repeating: "7d", count: 31)
    }

    static let checkpoint = CheckpointView(
        signedAt: "2026-03-02 08:55",
        note:
            "zhunsheng.example/ledger\n4208\nqLxAexampleexampleexample=\n\n— zhunsheng.example/ledger AbCdexample\n",
        witnesses: [])

    static let records: [String: RecordView] = {
        var all: [String: RecordView] = [:]
        let plain = [
            caseTwo, accepted, RecordLink(register: "event", id: "e3", label: "通知家属 e3"), officer, event1,
            inquiry,
            RecordLink(register: "unit", id: "u1", label: "王桥派出所（示例）"),
        ]
        for link in plain {
            all[link.register + "/" + link.id] = record(link, revisions: 1, judgements: [], inclusion: nil)
        }
        all["case/c1"] = record(caseOne, revisions: 3, judgements: shortJudgements, inclusion: inclusion)
        return all
    }()

    static let inclusion = InclusionView(
        treeSize: 4208, root: hash("c1"), path: [hash("a1"), hash("b2")], checkpoint: checkpoint)

    static func record(
        _ link: RecordLink, revisions: Int, judgements: [JudgementView], inclusion: InclusionView?
    ) -> RecordView {
        RecordView(
            register: cases, record: link, caseID: link.register == "case" ? link.id : nil,
            fields: [
                FieldView(label: "案由", help: "只写案由和地点类别，不写人名。", value: .text(hostile)),
                FieldView(label: "行为时间", help: "", value: .missing),
                FieldView(label: "办案人员", help: "", value: .links([officer])),
            ],
            revisions: (1...revisions).map { number in
                RevisionView(
                    number: number, knownAt: "2026-02-0\(number) 10:00", seq: 100 + number,
                    values: [
                        .text(number == 1 ? "殴打他人" : hostile),
                        number == 2 ? .text("2026-02-04 19:30") : .missing,
                        .links([officer]),
                    ])
            }, judgements: judgements,
            entry: EntryProof(seq: 103, leafHash: hash("fe"), inclusion: inclusion))
    }
}
