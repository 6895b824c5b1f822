import Documents
import Law

/// The tables at the end of a report: where each number comes from, and how each claim was checked.
struct EvidenceAnnex {
    /// The most record ids that a row names; the file holds the rest beside the number. More would bury the page.
    static let named = 10

    let context: RecordContext
    let figures: [CompiledReport.WordedFigure]
    let claims: [ClaimAnswer]

    var annex: Annex {
        Annex(
            title: "数字和断言的来源",
            blocks: [.paragraph([.text(basis)]), .table(figureTable), .table(claimTable)])
    }

    private var basis: String {
        let known = context.snapshot.knownAt.map { "\($0.chinese)以前已知" } ?? "编制时已知"
        return "统计期间为\(context.period.chinese)，在任、施行以\(context.asOf.chinese)为准，依据\(known)的台账记录。"
    }

    private var figureTable: Table {
        Table(
            caption: "数字的口径和记录",
            columns: [
                .init("编号", share: 10), .init("文中", share: 9), .init("准确数", share: 9),
                .init("口径", share: 26), .init("未计入", share: 8), .init("记录", share: 38),
            ],
            rows: figures.map { use in
                [
                    use.figure.id, use.phrase + use.figure.unit, use.figure.value.description,
                    use.figure.definition, missing(use.figure.undecided), listed(use.figure.records),
                ]
            })
    }

    private var claimTable: Table {
        Table(
            caption: "断言的核对",
            columns: [
                .init("断言", share: 22), .init("结论", share: 10), .init("应核对", share: 10),
                .init("符合", share: 10),
                .init("例外", share: 30), .init("不明", share: 18),
            ],
            rows: claims.map { claim in
                [
                    claim.name, claim.holds ? "成立" : "不成立", String(claim.universe), String(claim.support),
                    listed(claim.exceptions), missing(claim.unknown),
                ]
            })
    }

    private func missing(_ records: [String]) -> String {
        records.isEmpty ? "无" : "\(records.count)条不明：\(listed(records))"
    }

    private func listed(_ records: [String]) -> String {
        guard !records.isEmpty else { return "无" }
        let names = records.prefix(Self.named).joined(separator: "、")
        return records.count > Self.named ? "\(names)等\(records.count)条" : names
    }
}
