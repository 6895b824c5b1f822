/// Approvals: by somebody high enough, and in time.
extension Machine {
    func approval(_ plan: ApprovalPlan, _ index: Int) -> Verdict {
        let level = ticks(plan.level, index)
        let inTime = approvedInTime(plan, index)
        if inTime == nil { return Verdict(answer: .notYetDue) }
        let verdict = number(level, within: plan.bounds, index)
        if verdict.answer == .broken || verdict.answer == .notApplicable { return verdict }
        if inTime == Truth.no {
            return Verdict(answer: .broken, observed: verdict.observed, limit: verdict.limit)
        }
        if inTime == Truth.unknown {
            return Verdict(answer: .cannotTell, observed: verdict.observed, limit: verdict.limit)
        }
        return verdict
    }

    /// - Returns: `nil` while there is no approval and it may still come in time.
    private func approvedInTime(_ plan: ApprovalPlan, _ index: Int) -> UInt8? {
        guard let approvedAt = plan.approvedAt, plan.before != nil || plan.after != nil else {
            return Truth.yes
        }
        let moment = narrow[approvedAt.register][index]
        var truth = Truth.no
        if let after = plan.after {
            let start = narrow[after.start.register][index]
            if Null.holds(start) {
                truth = Truth.unknown
            } else {
                let due = after.within.due(from: Moment(minutes: start), in: calendar).moment
                if Null.holds(moment), approvedAt.isAbsent(moment), asOf <= due { return nil }
                truth = max(truth, Null.holds(moment) ? Truth.unknown : Truth.of(moment <= due.minutes))
            }
        }
        if let before = plan.before {
            let bound = narrow[before.register][index]
            truth = max(
                truth, Null.holds(bound) || Null.holds(moment) ? Truth.unknown : Truth.of(moment <= bound))
        }
        // A fact that finds no approval at all is no approval.
        return moment == Null.absent && truth == Truth.unknown ? Truth.no : truth
    }
}
