import Law

extension BureauYear {
    /// 联席会议: meetings of three kinds; a telephone call is registered and not counted.
    mutating func meet() {
        for month in months where month % 2 == 1 {
            meeting(day(month, 20), ["three-party", "procuratorate", "court"][month % 3], "meeting")
        }
        meeting(day(4, 22), "procuratorate", "call")
        meeting(day(10, 22), "three-party", "video")
    }

    private mutating func meeting(_ day: Day?, _ kind: String, _ form: String) {
        guard let day else { return }
        file(
            "joint-meeting", on: day,
            [
                "heldOn": .day(day), "kind": .text(kind), "form": .text(form),
                "title": .text("\(day.components.month)月会商"), "topics": .of(rng.between(1...4)),
                "minutes": form == "call" ? .null : .text("会商纪要〔\(year)〕\(day.components.month)号"),
                "unit": .text(legal),
            ])
        if form != "call" { truth.count("F15") }
    }

    /// 内部制度, 规范性文件, 法制员.
    mutating func regulate() {
        if year == 2025 { appointLegalOfficers() }
        makeInternalRules()
        numberDocuments()
        truth.figures["F12"] = city.caseUnits.count
    }

    /// Every case unit has one every day: the first until 30 June 2025, the second from 1 July.
    private mutating func appointLegalOfficers() {
        guard let handover = Day(year: 2025, month: 7, day: 1), let opening = day(1, 1) else { return }
        for (index, unit) in city.caseUnits.enumerated() {
            // 均配备法制员 fails for one unit between 3 May and 20 June when that is asked for.
            let isVacant = index == 2 && options.counterExamples.contains(.legalOfficerEverywhere)
            let leaves = isVacant ? Day(year: 2025, month: 5, day: 2) : handover.adding(days: -1)
            let arrives = isVacant ? Day(year: 2025, month: 6, day: 21) : handover
            legalOfficer(unit, unit.police[6], from: City.founded, until: leaves, known: opening)
            legalOfficer(unit, unit.police[7], from: arrives ?? handover, until: nil, known: handover)
            if isVacant { key.append(counterExample(.legalOfficerEverywhere, "unit", unit.name)) }
        }
    }

    private mutating func legalOfficer(_ unit: City.Unit, _ badge: String, from: Day, until: Day?, known: Day)
    {
        file(
            "legal-officer", on: known,
            [
                "unit": .text(unit.name), "officer": .text(badge),
                "kind": .text(unit.kind == .station ? "part-time" : "full-time"), "from": .day(from),
                "until": .of(until),
            ])
    }

    func counterExample(_ claim: DemoClaim, _ register: String, _ id: String) -> KeyLine {
        KeyLine(rule: claim.rawValue, register: register, record: id, answer: .counterExample)
    }

    /// 法律监督规定: each year two new rules; the second of 2026 replaces the first of 2025.
    private mutating func makeInternalRules() {
        for (index, month) in [2, 7].enumerated() {
            guard let issued = day(month, 15) else { continue }
            let replaces = year == 2026 && index == 1 ? ["云公制〔2025〕1号"] : []
            internalRule(issued, "云公制〔\(year)〕\(index + 1)号", "supervision", replaces: replaces)
        }
        if let issued = day(4, 15) { internalRule(issued, "云公制〔\(year)〕9号", "training", replaces: []) }
        truth.figures["F13"] = year == 2025 ? 2 : 3
    }

    private mutating func internalRule(_ issued: Day, _ number: String, _ kind: String, replaces: [String]) {
        file(
            "internal-rule", on: issued,
            [
                "number": .text(number), "title": .text("示例执法监督规定（\(number)）"), "kind": .text(kind),
                "issuedOn": .day(issued), "effectiveFrom": .day(issued.adding(days: 15)),
                "supersedes": .of(replaces), "unit": .text(legal),
            ])
    }

    /// 统一登记、统一编号、统一印发: every number of the book, a voided one with its reason.
    private mutating func numberDocuments() {
        for (index, month) in [1, 3, 4, 6, 8, 9, 11].enumerated() {
            guard let registered = day(month, 5) else { continue }
            let number = index + 1
            if number == 4, year == 2025, options.counterExamples.contains(.numberingWithoutGaps) {
                key.append(counterExample(.numberingWithoutGaps, "normative-document", "云公/规/2025/4"))
                continue
            }
            document(number, registered: registered, isVoid: number == 3)
        }
    }

    private mutating func document(_ number: Int, registered: Day, isVoid: Bool) {
        func later(_ days: Int) -> Value { isVoid ? .null : .day(registered.adding(days: days)) }
        file(
            "normative-document", on: registered.adding(days: 20),
            [
                "agencyCode": .text("云公"), "series": .text("规"), "year": .of(year), "number": .of(number),
                "title": isVoid ? .null : .text("云栖市公安局示例管理规定（\(number)）"), "unit": .text(legal),
                "registeredOn": .day(registered), "reviewedOn": later(8), "issuedOn": later(12),
                "publishedOn": later(14), "filedOn": later(18), "effectiveFrom": later(30),
                "voided": .boolean(isVoid), "voidReason": isVoid ? .text("起草后未提交审议") : .null,
            ])
    }

    /// 重大行政决策: reviewed, discussed, decided, in that order.
    mutating func decideMajorMatters() {
        for (index, month) in [2, 5, 8].enumerated() {
            guard let initiated = day(month, 3), day(month, 28) != nil else { continue }
            let number = "云公决〔\(year)〕\(index + 1)号"
            let isLate = index == 1 && year == 2025 && options.counterExamples.contains(.decisionsReviewed)
            if isLate { key.append(counterExample(.decisionsReviewed, "major-decision", number)) }
            file(
                "major-decision", on: initiated.adding(days: 24),
                [
                    "number": .text(number), "title": .text("示例重大事项\(index + 1)"), "unit": .text(legal),
                    "onDirectory": .boolean(true), "initiatedOn": .day(initiated),
                    "reviewedAt": .moment(Moment(initiated.adding(days: isLate ? 22 : 18), hour: 10)),
                    "opinion": .text("lawful"), "opinionPaper": .text("\(number)审查意见"),
                    "discussedAt": .moment(Moment(initiated.adding(days: 21), hour: 15)),
                    "decidedAt": .moment(Moment(initiated.adding(days: 21), hour: 16)),
                    "publishedOn": .day(initiated.adding(days: 23)),
                ])
        }
    }
}
