import Law

extension BureauYear {
    /// 规章报备 and 附带审查 (法规规章备案审查条例 第4、22条；行政复议法 第58、60条).
    mutating func fileRules() {
        guard let lastDay = Day(year: year - 1, month: 12, day: 31) else { return }
        file(filing("yearly-list", "\(year - 1)年", lastDay, filedAfter: 16), after: 17)
        if let made = day(6, 10) { file(filing("filing", "云栖市示例管理办法", made, filedAfter: 20), after: 21) }
        if let start = day(3, 10) {
            file(attached("answer", 1, start, answeredAfter: 8), after: 9)
            file(attached("transferred", 2, start, answeredAfter: 45), after: 46)
        }
        guard options.plantsFaults, year == 2025 else { return }
        file(
            filing("yearly-list", "2024年补充", lastDay, filedAfter: 32), after: 33,
            fault: DutyFault(["rules-annual-list"]) { _ in })
        if let made = day(6, 10) {
            file(
                filing("filing", "云栖市示例实施细则", made, filedAfter: 31), after: 60,
                fault: DutyFault(["nd-filing", "nd-filing-province"]) { $0["provinceFiledOn"] = .null })
        }
        guard let start = day(9, 1) else { return }
        file(
            attached("answer", 3, start, answeredAfter: 40), after: 41,
            fault: DutyFault(["nd-attached-review"]) { _ in })
        file(
            attached("transferred", 4, start, answeredAfter: 80), after: 81,
            fault: DutyFault(["nd-attached-review-transferred"]) { _ in })
    }

    private func filing(_ kind: String, _ title: String, _ made: Day, filedAfter days: Int) -> DutyDraft {
        DutyDraft(
            "rule-filing", from: made,
            [
                "kind": .text(kind), "title": .text(kind == "filing" ? "\(title)（\(year)年）" : title),
                "madeOn": .day(made), "filedOn": .day(made.adding(days: days)), "unit": .text(legal),
                "provinceFiledOn": kind == "filing" ? .day(made.adding(days: days)) : .null,
            ])
    }

    private func attached(_ kind: String, _ ordinal: Int, _ received: Day, answeredAfter days: Int)
        -> DutyDraft
    {
        DutyDraft(
            "attached-review", from: received,
            [
                "number": .text("云复〔\(year)〕\(ordinal)号"), "kind": .text(kind),
                "document": .text("云公/规/\(year)/1"), "receivedOn": .day(received),
                "answeredOn": .day(received.adding(days: days)), "unit": .text(legal),
            ])
    }
}
