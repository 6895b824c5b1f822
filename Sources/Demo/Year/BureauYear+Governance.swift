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
        openStationWithoutLegalOfficer()
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

    /// A station opened in September 2026 for which nobody has been named yet.
    private mutating func openStationWithoutLegalOfficer() {
        guard options.plantsFaults, year == 2026, let opened = day(9, 1) else { return }
        let name = "\(City.bureau)示例新设派出所"
        file(
            "unit", on: opened,
            [
                "name": .text(name), "kind": .text("station"), "handlesCases": .boolean(true),
                "from": .day(opened),
            ])
        breaks("legal-officer-per-unit", "unit", name)
        key.append(counterExample(.legalOfficerEverywhere, "unit", name))
    }

    mutating func breaks(_ rule: String, _ register: String, _ id: String) {
        key.append(KeyLine(rule: rule, register: register, record: id, answer: .broken))
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
}
