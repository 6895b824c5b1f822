import Law

extension BureauYear {
    /// 干预过问记录 and the quarterly reports, of which most say that there was nothing.
    mutating func recordInterference() {
        for (index, month) in [3, 6, 9, 12].enumerated() {
            guard let end = day(month, month == 3 || month == 12 ? 31 : 30), end.adding(days: 10) <= last
            else {
                continue
            }
            let entries = index == 1 ? 3 : 0
            let isFaulty = options.plantsFaults && year == 2025
            file(
                quarter(end, entries: entries), after: 10,
                fault: isFaulty ? DutyFault.quarters[index] : nil)
        }
        if let start = day(5, 20), let known = day(6, 5) { contacts(start, knownOn: known) }
        guard year == 2025, options.plantsFaults, let start = day(8, 12) else { return }
        for (index, fault) in DutyFault.contacts.enumerated() {
            file(contact(11 + index, start), after: 40, fault: fault)
        }
        file(
            correction(21, of: 1, start), after: 40,
            fault: DutyFault(["intf-append-only"]) { $0["reason"] = .null })
    }

    private func number(_ ordinal: Int) -> String { "干〔\(year)〕\(ordinal)号" }

    private func quarter(_ end: Day, entries: Int) -> DutyDraft {
        DutyDraft(
            "interference-report", from: end,
            [
                "quarterEnd": .day(end), "entries": .of(entries), "signed": .boolean(true),
                "analysed": .boolean(true), "sentTo": .of(["politics-law", "higher"]),
                "sentOn": .day(end.adding(days: 8)),
            ])
    }

    /// A leader's call and the hint not to record it, a colleague's letter, a lawyer's visit, and a correction.
    private mutating func contacts(_ start: Day, knownOn known: Day) {
        let days = start.days(until: known)
        var call = contact(1, start)
        call["toldNotToRecord"] = .boolean(true)
        call["hintEntry"] = .text(number(4))
        call["affectedOn"] = call.day(1)
        call["reportedOn"] = call.day(1)
        var letter = contact(2, start)
        letter["regime"] = .text("insider")
        letter["role"] = .text("insider")
        letter["sector"] = .text("police")
        letter["manner"] = .text("letter")
        letter["originalKept"] = .boolean(true)
        letter["lawfulDuty"] = .boolean(true)
        letter["inWriting"] = .boolean(true)
        var visit = contact(3, start)
        visit["regime"] = .text("contact")
        visit["role"] = .text("lawyer")
        visit["sector"] = .null
        let hint = DutyDraft(
            "interference", from: start,
            [
                "number": .text(number(4)), "kind": .text("hint"), "contactedOn": .day(start),
                "recordedOn": .day(start),
            ])
        for draft in [call, letter, visit, hint, correction(5, of: 2, start)] { file(draft, after: days) }
    }

    private func contact(_ ordinal: Int, _ start: Day) -> DutyDraft {
        let quarterEnd = Day(year: year, month: ordinal < 10 ? 6 : 9, day: 30)
        return DutyDraft(
            "interference", from: start,
            [
                "number": .text(number(ordinal)), "kind": .text("contact"), "contactedOn": .day(start),
                "recordedOn": .day(start), "regime": .text("leader"), "role": .text("leader"),
                "sector": .text("government"), "manner": .text("phone"),
                "caseKind": .text("administrative"), "scopeNote": .text("云公制〔2025〕1号"),
                "elements": .of(["identity", "time", "manner", "content", "case", "request", "reply"]),
                "lawfulDuty": .boolean(false), "toldNotToRecord": .boolean(false),
                "classifiedBy": .text("politics-law"), "confirmed": .boolean(true),
                "retention": .text("permanent"), "personnelAction": .text("none"),
                "report": .of(quarterEnd?.description),
            ])
    }

    private func correction(_ ordinal: Int, of corrected: Int, _ start: Day) -> DutyDraft {
        DutyDraft(
            "interference", from: start,
            [
                "number": .text(number(ordinal)), "kind": .text("correction"), "contactedOn": .day(start),
                "recordedOn": .day(start), "corrects": .text(number(corrected)), "reason": .text("日期写错"),
            ])
    }
}

extension DutyFault {
    /// 季度报告, quarter by quarter: sent to one of two, sound, a false nil return, never sent.
    static let quarters: [DutyFault] = [
        DutyFault(["intf-quarterly-report-both", "intf-zero-report"]) {
            $0["sentTo"] = .of(["politics-law"])
            $0["signed"] = .boolean(false)
        },
        DutyFault([]) { _ in },
        DutyFault(["intf-zero-report-true"]) { _ in },
        DutyFault(["intf-quarterly-report"]) { $0["sentOn"] = .null },
    ]

    /// 三个规定 of 2015.
    static let contacts: [DutyFault] = [
        DutyFault([
            "intf-leader-definition", "intf-record-every", "intf-letters-and-relatives",
            "intf-normal-duty-in-writing", "intf-immediate-report", "intf-three-rules",
        ]) {
            $0["sector"] = .text("police")
            $0["role"] = .text("insider")
            $0["elements"] = .of(["identity", "time", "manner", "content"])
            $0["manner"] = .text("letter")
            $0["originalKept"] = .boolean(false)
            $0["lawfulDuty"] = .boolean(true)
            $0["inWriting"] = .boolean(false)
            $0["oralNoted"] = .boolean(false)
            $0["affectedOn"] = $0.day(1)
            $0["reportedOn"] = $0.day(9)
        },
        DutyFault([
            "intf-superior-orders-not-record", "intf-unlawful-forms", "intf-retention",
            "intf-recorder-protected", "intf-police-administrative-cases",
        ]) {
            $0["toldNotToRecord"] = .boolean(true)
            $0["classifiedBy"] = .text("police")
            $0["retention"] = .text("case-term")
            $0["personnelAction"] = .text("moved")
            $0["actionByProcedure"] = .boolean(false)
            $0["scopeNote"] = .null
        },
        DutyFault(["intf-insider-definition"]) {
            $0["regime"] = .text("insider")
            $0["role"] = .text("insider")
            $0["sector"] = .text("enterprise")
        },
        DutyFault([], hiding: ["intf-recorder-protected"]) { $0["personnelAction"] = .null },
    ]
}
