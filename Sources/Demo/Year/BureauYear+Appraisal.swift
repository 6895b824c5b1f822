import Law

extension BureauYear {
    /// 执法质量考评 and 执法过错: the year's plan, results of three units, and who answers for what.
    mutating func appraise() {
        guard let start = day(2, 10) else { return }
        file(plan("\(year)年", start), after: 1)
        if options.plantsFaults {
            let fault = year == 2025 ? DutyFault.badPlan : DutyFault.planForMoney
            file(plan("\(year)年专项", start), after: 1, fault: fault)
        }
        guard let end = day(12, 20) else { return }
        for (index, score) in [92, 81, 65].enumerated() {
            file(result(of: index, score, ["excellent", "pass", "fail"][index], end), after: 1)
        }
        var failed = result(of: 3, 90, "fail", end)
        failed["triggers"] = .of(["custody"])
        file(failed, after: 1)
        findFaults(end)
        guard options.plantsFaults else { return }
        file(result(of: 4, 92, "excellent", end), after: 1, fault: DutyFault.tooGood)
        file(result(of: 5, 81, "pass", end), after: 1, fault: DutyFault.forgiven)
    }

    private func plan(_ period: String, _ start: Day) -> DutyDraft {
        DutyDraft(
            "quality-plan", from: start,
            [
                "period": .text(period), "issuedOn": .day(start), "unit": .text(legal),
                "contents": .of([
                    "reports", "cases", "licensing", "supervision", "venues", "property", "safety",
                    "openness",
                ]),
                "measures": .of(["evidence", "procedure", "application", "outcome", "papers", "redress"]),
            ])
    }

    private func result(of unit: Int, _ score: Int, _ tier: String, _ day: Day) -> DutyDraft {
        DutyDraft(
            "quality-result", from: day,
            [
                "plan": .text("\(year)年"), "unit": .text(city.caseUnits[unit].name), "decidedOn": .day(day),
                "score": .of(score), "tier": .text(tier),
            ])
    }

    /// A fault of the handler, a member of the discussion who disagreed, and a flaw.
    private mutating func findFaults(_ day: Day) {
        func found(_ ordinal: Int, _ role: String, _ finding: String = "fault") -> DutyDraft {
            DutyDraft(
                "enforcement-fault", from: day,
                [
                    "number": .text("过错认定〔\(year)〕\(ordinal)号"), "role": .text(role),
                    "decidedOn": .day(day), "unit": .text(city.caseUnits[2].name), "finding": .text(finding),
                    "state": .text("negligence"), "wrong": .of(["law"]),
                    "affectsResult": .boolean(finding == "fault"), "dissented": .boolean(role == "member"),
                    "liable": .boolean(role == "handler"),
                ])
        }
        for draft in [found(1, "handler"), found(1, "member"), found(2, "handler", "flaw")] {
            file(draft, after: 1)
        }
        guard options.plantsFaults else { return }
        file(
            found(3, "handler"), after: 1,
            fault: DutyFault(["fault-definition"]) { $0["state"] = .text("neither") })
        file(
            found(3, "member"), after: 1,
            fault: DutyFault(["fault-role-attribution"]) { $0["liable"] = .boolean(true) })
    }
}

extension DutyFault {
    /// 行政处罚法 第74条；公安机关执法公开规定 第36条.
    static let badPlan = DutyFault([
        "qa-content", "qa-openness-counted", "qa-forbidden-indicators", "qa-forbidden-indicators-other",
    ]) {
        $0["contents"] = .of(["cases"])
        $0["measures"] = .of(["fines", "detentions"])
    }

    /// 治安管理处罚法(2025) 第135条.
    static let planForMoney = DutyFault(["qa-fines-not-funding"]) {
        $0["measures"] = .of(["evidence", "funding"])
    }

    static let tooGood = DutyFault(["qa-score-tiers"]) { $0["score"] = .of(89) }

    static let forgiven = DutyFault(["qa-fail-triggers"]) { $0["triggers"] = .of(["torture"]) }
}
