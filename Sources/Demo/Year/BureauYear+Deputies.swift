import Law

/// 法治副校长、法治副书记 and their lessons.
extension BureauYear {
    /// One officer may serve two schools, and may also serve a village: people, schools and appointments differ.
    mutating func appoint() {
        let stations = city.stations
        for (index, station) in stations.enumerated() {
            let fault = DeputyFault.planted(at: index, year, options)
            let badge = station.police[0]
            let school = enrol("云栖市示例\(index + 1)小学")
            let first = principal(badge, at: school, of: station, fault)
            lectures(under: first, at: school, by: badge, skippingLast: fault == .tooFewLessons)
            if index % 2 == 0 {
                let second = enrol("云栖市示例\(index + 1)中学")
                lectures(
                    under: principal(badge, at: second, of: station, nil), at: second, by: badge,
                    skippingLast: false)
            }
            if fault == .thirdSchool { addThirdSchool(index, station) }
            secretary(station.police[1], "云栖市示例\(index + 1)村", "village", of: station, fault)
            if index % 3 == 0 {
                secretary(badge, "云栖市示例\(index + 1)社区", "community", of: station, nil)
            }
        }
        if options.plantsFaults, year == 2026 {
            breaks("dlp-one-per-school", "school", enrol("云栖市示例新建小学"))
        }
        truth.figures["F07"] = stations.count
        let isThird = options.plantsFaults && year == 2026
        truth.figures["F08"] = stations.count + (stations.count + 1) / 2 + (isThird ? 1 : 0)
        truth.figures["F10"] = stations.count + (stations.count + 2) / 3
        truth.figures["F11"] = stations.count + (stations.count + 2) / 3
    }

    /// The officer has two schools already: now each of the three appointments is one too many.
    private mutating func addThirdSchool(_ index: Int, _ station: City.Unit) {
        let badge = station.police[0]
        let third = enrol("云栖市示例新建中学")
        let last = principal(badge, at: third, of: station, nil)
        let others = ["小学", "中学"].map {
            "vice-principal/\(badge)/云栖市示例\(index + 1)\($0)/\(year)-01-01"
        }
        for id in others + [last] { breaks("dlp-max-two-schools", "appointment", id) }
    }

    /// Enters a school in the list of schools, once. Gives its name, which is its id.
    private mutating func enrol(_ school: String) -> String {
        if let opening = day(1, 1), year == 2025 || school.contains("新建") {
            file("school", on: opening, ["title": .text(school), "from": .day(opening)])
        }
        return school
    }

    /// Terms run with the calendar year, renewed each January. Gives the id of the appointment.
    private mutating func principal(
        _ badge: String, at school: String, of unit: City.Unit, _ fault: DeputyFault?
    ) -> String {
        let id = "vice-principal/\(badge)/\(school)/\(year)-01-01"
        guard let from = day(1, 1) else { return id }
        let lastYear = fault == .termTooLong ? year + 3 : year
        file(
            "appointment", on: from,
            [
                "kind": .text("vice-principal"), "officer": .text(badge), "place": .text(school),
                "placeKind": .text("school"), "unit": .text(unit.name), "from": .day(from),
                "until": .of(Day(year: lastYear, month: 12, day: 31)), "school": .text(school),
                "retired": .boolean(fault == .retiredAgain), "over65": .boolean(false),
                "renewed": .boolean(year == 2026), "legalYears": .of(fault == .tooLittlePractice ? 2 : 6),
                "trainingHours": .of(fault == .tooLittleTraining ? 6 : 16),
            ])
        if let rule = fault?.ruleOfPrincipal { breaks(rule, "appointment", id) }
        return id
    }

    private mutating func secretary(
        _ badge: String, _ place: String, _ placeKind: String, of unit: City.Unit, _ fault: DeputyFault?
    ) {
        guard let from = day(1, 1) else { return }
        let isMisplaced = fault == .secretaryAtSchool
        file(
            "appointment", on: from,
            [
                "kind": .text("vice-secretary"), "officer": .text(badge), "place": .text(place),
                "placeKind": .text(isMisplaced ? "school" : placeKind), "unit": .text(unit.name),
                "from": .day(from), "until": .of(Day(year: year, month: 12, day: 31)),
            ])
        if isMisplaced {
            breaks(
                "village-deputy-secretary", "appointment", "vice-secretary/\(badge)/\(place)/\(year)-01-01")
        }
    }

    private mutating func lectures(
        under appointment: String, at school: String, by badge: String, skippingLast: Bool
    ) {
        for month in skippingLast ? [3, 5, 9] : [3, 5, 9, 11] {
            guard let day = day(month, 10 + rng.below(10)) else { continue }
            file(
                "lecture", on: day,
                [
                    "heldOn": .day(day), "school": .text(school), "officer": .text(badge),
                    "appointment": .text(appointment), "title": .text("法治进校园"), "hours": .of(1),
                    "audience": .of(rng.between(80...400)), "teacher": .text("虚构联系教师\(day)"),
                ])
            truth.count("F09")
        }
    }
}

/// One kind of fault in the appointments of 法治副校长 and 法治副书记; the rules they break only inform.
enum DeputyFault: CaseIterable, Sendable {
    case tooLittleTraining, tooLittlePractice, termTooLong, retiredAgain, secretaryAtSchool, tooFewLessons
    case thirdSchool

    /// Each kind once: at a station of its own, lessons in the year that has ended, the rest in 2026.
    static func planted(at station: Int, _ year: Int, _ options: DemoOptions) -> DeputyFault? {
        guard options.plantsFaults, allCases.indices.contains(station) else { return nil }
        let fault = allCases[station]
        return (fault == .tooFewLessons) == (year == 2025) ? fault : nil
    }

    /// The rule that the appointment at the school breaks.
    var ruleOfPrincipal: String? {
        switch self {
        case .tooLittleTraining: "dlp-training-8-hours"
        case .tooLittlePractice: "dlp-qualification"
        case .termTooLong: "dlp-term-3-years"
        case .retiredAgain: "dlp-retired-65"
        case .tooFewLessons: "dlp-four-lessons"
        case .secretaryAtSchool, .thirdSchool: nil
        }
    }
}
