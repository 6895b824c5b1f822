import Law

/// One kind of fault in the register of reports (程序规定 第61、63、64条).
enum ReportFault: CaseIterable, Sendable {
    case disputedAndNotWritten
    case evidenceWithoutAList
    case secrecyNotNoted

    var rule: String {
        switch self {
        case .disputedAndNotWritten: "not-police-matter-told"
        case .evidenceWithoutAList: "evidence-receipt-list"
        case .secrecyNotNoted: "reporter-anonymity"
        }
    }
}

extension BureauYear {
    /// 接报案: a few reports a month, of which some are no police matter; and the fixed cameras.
    mutating func receiveReports() {
        let faults = options.plantsFaults ? ReportFault.allCases : []
        for (index, month) in months.enumerated() {
            guard let day = day(month, 10) else { continue }
            report(day, number: 2 * index + 1, isPoliceMatter: true, fault: nil)
            report(day, number: 2 * index + 2, isPoliceMatter: false, fault: nil)
        }
        for (index, fault) in faults.enumerated() {
            guard let day = day(3, 12 + index) else { continue }
            report(day, number: 101 + index, isPoliceMatter: fault != .disputedAndNotWritten, fault: fault)
        }
        if year == 2025 { installCameras() }
    }

    private mutating func report(_ day: Day, number: Int, isPoliceMatter: Bool, fault: ReportFault?) {
        let at = Moment(day, hour: 9, minute: number % 60)
        let id = "接〔\(year)〕\(number)号"
        let givesEvidence = isPoliceMatter && (fault != nil || rng.chance(percent: 50))
        let asksSecrecy = isPoliceMatter && (fault != nil || rng.chance(percent: 30))
        file(
            "intake", on: day,
            [
                "number": .text(id), "receivedAt": .moment(at), "unit": .text(city.stations[0].name),
                "source": .text("report"), "handling": .text(isPoliceMatter ? "accepted" : "not-police"),
                "onSpot": isPoliceMatter ? .null : .boolean(true),
                "disputed": isPoliceMatter ? .null : .boolean(fault == .disputedAndNotWritten),
                "oralAt": isPoliceMatter ? .null : .moment(at.adding(minutes: 5)),
                "unreachable": isPoliceMatter ? .null : .boolean(false),
                "evidenceGiven": .boolean(givesEvidence),
                "evidenceList": givesEvidence ? .boolean(fault != .evidenceWithoutAList) : .null,
                "secrecyAsked": .boolean(asksSecrecy),
                "secrecyNoted": asksSecrecy ? .boolean(fault != .secrecyNotNoted) : .null,
            ])
        if let fault {
            key.append(KeyLine(rule: fault.rule, register: "intake", record: id, answer: .broken))
        }
    }

    /// 电子监控: reviewed and made public before use, but for one (行政处罚法 第41条).
    private mutating func installCameras() {
        for number in 1...4 {
            let isUnpublished = number == 4 && options.plantsFaults
            let id = "监\(number)号"
            guard let reviewed = day(1, 6), let used = day(2, 3) else { continue }
            file(
                "monitor-device", on: used,
                [
                    "number": .text(id), "unit": .text(city.caseUnits.last?.name ?? legal),
                    "location": .text("示例路\(number)号路口"), "legalReviewedOn": .day(reviewed),
                    "technicalReviewedOn": .day(reviewed),
                    "publishedOn": .day(isUnpublished ? used.adding(days: 1) : reviewed),
                    "usedFrom": .day(used),
                ])
            guard isUnpublished else { continue }
            key.append(
                KeyLine(
                    rule: "electronic-monitor-reviewed", register: "monitor-device", record: id,
                    answer: .broken))
        }
    }
}
