import Law

extension BureauYear {
    /// 现场督察 each month, with the measures of 公安机关督察条例 第10–12条; and what 司法局 writes to the bureau.
    mutating func inspect() {
        for (index, month) in months.enumerated() {
            guard let day = day(month, 14) else { continue }
            let (found, measure) = Self.visits[index % Self.visits.count]
            file(inspection(index + 1, day, found: found, measure: measure), after: 12)
        }
        if let day = day(3, 2), year == 2026 { answerSupervision(day) }
        guard options.plantsFaults, year == 2025, let day = day(7, 7) else { return }
        for (index, (measure, fault)) in DutyFault.inspections.enumerated() {
            file(inspection(101 + index, day, found: "discipline", measure: measure), after: 12, fault: fault)
        }
    }

    private static let visits = [
        ("nothing", "none"), ("appearance", "correct"), ("weapons", "hold"), ("discipline", "suspend"),
        ("obstruction", "remove"), ("discipline", "confine"), ("wrong-order", "revoke"),
    ]

    private func inspection(_ ordinal: Int, _ day: Day, found: String, measure: String) -> DutyDraft {
        let approver = measure == "revoke" ? "chief" : "inspector-general"
        let isApproved = ["suspend", "confine", "revoke"].contains(measure)
        return DutyDraft(
            "inspection", from: day,
            [
                "number": .text("督〔\(year)〕\(ordinal)号"), "inspectedAt": .moment(Moment(day, hour: 21)),
                "unit": .text(city.caseUnits[ordinal % city.caseUnits.count].name),
                "item": .text(found == "weapons" ? "weapons" : "conduct"), "found": .text(found),
                "measure": .text(measure), "approver": isApproved ? .text(approver) : .null,
                "approvedAt": isApproved ? .moment(Moment(day.adding(days: 1), hour: 9)) : .null,
                "startedAt": isApproved ? .moment(Moment(day.adding(days: 1), hour: 10)) : .null,
                "days": measure == "suspend" ? .of(10) : measure == "confine" ? .of(7) : .null,
            ])
    }

    /// 行政执法监督条例, in force from 2026-02-01.
    private mutating func answerSupervision(_ day: Day) {
        func paper(_ ordinal: Int) -> DutyDraft {
            DutyDraft(
                "supervision-paper", from: day,
                [
                    "number": .text("云司监〔\(year)〕\(ordinal)号"), "kind": .text("opinion"),
                    "issuer": .text("云栖市示例司法局"), "receivedOn": .day(day),
                    "dueOn": .day(day.adding(days: 18)), "answeredOn": .day(day.adding(days: 16)),
                    "evidence": .text("云公整〔\(year)〕\(ordinal)号"), "unit": .text(legal),
                ])
        }
        file(paper(1), after: 17)
        guard options.plantsFaults else { return }
        file(
            paper(2), after: 30,
            fault: DutyFault(["enforcement-supervision-regulation-2026"]) { $0["issuer"] = .null })
        file(paper(3), after: 30, fault: DutyFault(["supervision-answer"]) { $0["answeredOn"] = $0.day(19) })
    }
}

extension DutyFault {
    /// With the measure that is at fault.
    static let inspections: [(String, DutyFault)] = [
        ("hold", DutyFault(["inspector-on-site", "inspector-on-site-item"]) { $0["item"] = .null }),
        (
            "suspend",
            DutyFault(["inspector-stop-duty-approved", "inspector-stop-duty-term"]) {
                $0["approver"] = .text("other")
                $0["days"] = .of(9)
            }
        ),
        ("revoke", DutyFault(["inspector-revoke-approved"]) { $0["approvedAt"] = .null }),
        ("confine", DutyFault([], hiding: ["inspector-stop-duty-term"]) { $0["days"] = .null }),
    ]
}
