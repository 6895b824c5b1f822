import Law

extension BureauYear {
    /// 重大行政决策: studied, consulted on, assessed, reviewed, discussed, decided, published, archived.
    mutating func decideMajorMatters() {
        listMatters()
        for (index, month) in [2, 5, 8].enumerated() {
            guard let start = day(month, 3), start.adding(days: 76) <= last else { continue }
            var draft = decision(index + 1, from: start)
            let isLate = index == 1 && year == 2025 && options.counterExamples.contains(.decisionsReviewed)
            if isLate {
                draft.decision["reviewedAt"] = draft.moment(57, hour: 10)
                let number = number(index + 1)
                key.append(counterExample(.decisionsReviewed, "major-decision", number))
                key.append(
                    KeyLine(
                        rule: "md-legality-review", register: "major-decision", record: number,
                        answer: .broken))
            }
            file(draft)
        }
        guard year == 2025 else { return }
        changeDecisions()
        guard options.plantsFaults, let start = day(9, 1) else { return }
        for (index, fault) in DecisionFault.all.enumerated() {
            file(decision(4 + index, from: start), fault: fault)
        }
        key.append(counterExample(.decisionsReviewed, "major-decision", number(6)))
    }

    private func number(_ ordinal: Int) -> String { "云公决〔\(year)〕\(ordinal)号" }

    private mutating func file(_ draft: DecisionDraft, fault: DecisionFault? = nil) {
        var draft = draft
        fault?.change(&draft)
        let decision = DutyFault(fault?.rules ?? []) { _ in }
        file(draft.decision, after: 76, fault: decision)
        for (kind, step) in draft.steps.sorted(by: { $0.key < $1.key }) {
            let rules = fault?.stepRules.filter { $0.step == kind }.map(\.rule) ?? []
            file(step, after: 76, fault: DutyFault(rules) { _ in })
        }
    }

    /// 事项目录: agreed to by the party committee before it is published.
    private mutating func listMatters() {
        guard let start = day(1, 8) else { return }
        func catalogue(_ name: String) -> DutyDraft {
            DutyDraft(
                "decision-catalogue", from: start,
                [
                    "name": .text("\(year)年\(name)"), "unit": .text(legal), "approvedOn": .day(start),
                    "publishedOn": .day(start.adding(days: 4)),
                    "effectiveFrom": .day(start.adding(days: 12)),
                ])
        }
        file(catalogue("重大行政决策事项目录"), after: 13)
        guard options.plantsFaults, year == 2025 else { return }
        file(
            catalogue("补充目录"), after: 13,
            fault: DutyFault(["md-catalogue"]) { $0["approvedOn"] = $0.day(5) })
    }

    /// 调整: one by the whole procedure, one suspended because it could not wait; two that were neither.
    private mutating func changeDecisions() {
        guard let start = day(11, 10) else { return }
        func change(_ ordinal: Int, _ kind: String) -> DutyDraft {
            DutyDraft(
                "decision-change", from: start,
                [
                    "decision": .text(number(ordinal)), "kind": .text(kind), "decidedOn": .day(start),
                    "ground": .text("changed"), "reportedOn": .day(start.adding(days: -10)),
                    "reviewedOn": kind == "suspend" ? .null : .day(start.adding(days: -3)),
                    "discussedOn": kind == "suspend" ? .null : .day(start),
                    "urgent": .boolean(kind == "suspend"), "byChief": .boolean(true),
                ])
        }
        file(change(1, "adjust"), after: 1)
        file(change(2, "suspend"), after: 1)
        guard options.plantsFaults else { return }
        file(
            change(2, "stop"), after: 1,
            fault: DutyFault(["md-change-by-procedure"]) { $0["discussedOn"] = .null })
        file(
            change(3, "suspend"), after: 1,
            fault: DutyFault(["md-suspend-urgent"]) { $0["urgent"] = .boolean(false) })
    }
}
