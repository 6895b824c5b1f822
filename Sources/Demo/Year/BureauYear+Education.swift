import Law

extension BureauYear {
    /// 普法宣传、法治副校长、法治副书记、法治进校园.
    mutating func educate() {
        for month in months {
            for turn in 0..<rng.between(1...3) {
                outreach(day(month, 5 + turn * 7), month: month, turn: turn)
            }
        }
        celebrateConstitution()
        appoint()
    }

    private mutating func outreach(_ day: Day?, month: Int, turn: Int) {
        let kinds = ["square", "case-study", "community", "village", "enterprise", "online"]
        event(day, rng.pick(kinds), "\(month)月第\(turn + 1)场法治宣传", at: "云栖市示例广场")
    }

    /// 宪法宣传周: the week around 4 December; an event of the same kind in spring does not belong to it.
    private mutating func celebrateConstitution() {
        event(day(3, 2), "constitution", "春季宪法学习宣传", at: "云栖市示例图书馆")
        for turn in 0..<rng.between(2...5) {
            event(day(12, 1 + turn), "constitution", "宪法宣传周第\(turn + 1)场", at: "云栖市示例大道")
        }
    }

    private mutating func event(
        _ day: Day?, _ kind: String, _ title: String, at venue: String
    ) {
        guard let day else { return }
        let unit = rng.pick(city.caseUnits).name
        file(
            "outreach-event", on: day,
            [
                "heldOn": .day(day), "kind": .text(kind), "title": .text(title), "venue": .text(venue),
                "audience": .of(rng.between(30...300)), "materials": .of(rng.between(20...200)),
                "units": .of([unit]), "reportedBy": .text(unit),
            ])
        truth.count("F06")
        let (_, month, number) = day.components
        if month == 12, number <= 7 { truth.count("F05") }
    }

    /// One officer may serve two schools, and may also serve a village: people, schools and appointments differ.
    private mutating func appoint() {
        let stations = city.stations
        for (index, station) in stations.enumerated() {
            let school = "云栖市示例\(index + 1)小学"
            appoint(station.police[0], "vice-principal", school, "school", of: station)
            lectures(at: school, by: station.police[0])
            if index % 2 == 0 {
                let second = "云栖市示例\(index + 1)中学"
                appoint(station.police[0], "vice-principal", second, "school", of: station)
                lectures(at: second, by: station.police[0])
            }
            appoint(station.police[1], "vice-secretary", "云栖市示例\(index + 1)村", "village", of: station)
            if index % 3 == 0 {
                appoint(station.police[0], "vice-secretary", "云栖市示例\(index + 1)社区", "community", of: station)
            }
        }
        truth.figures["F07"] = stations.count
        truth.figures["F08"] = stations.count + (stations.count + 1) / 2
        truth.figures["F10"] = stations.count + (stations.count + 2) / 3
        truth.figures["F11"] = stations.count + (stations.count + 2) / 3
    }

    /// Terms run with the calendar year, renewed each January.
    private mutating func appoint(
        _ badge: String, _ kind: String, _ place: String, _ placeKind: String, of unit: City.Unit
    ) {
        guard let from = day(1, 1) else { return }
        file(
            "appointment", on: from,
            [
                "kind": .text(kind), "officer": .text(badge), "place": .text(place),
                "placeKind": .text(placeKind),
                "unit": .text(unit.name), "from": .day(from),
                "until": .of(Day(year: year, month: 12, day: 31)),
            ])
    }

    private mutating func lectures(at school: String, by badge: String) {
        for month in [3, 5, 9, 11] {
            guard let day = day(month, 10 + rng.below(10)) else { continue }
            file(
                "lecture", on: day,
                [
                    "heldOn": .day(day), "school": .text(school), "officer": .text(badge),
                    "appointment": .text("vice-principal/\(badge)/\(school)/\(year)-01-01"),
                    "title": .text("法治进校园"), "hours": .of(1), "audience": .of(rng.between(80...400)),
                ])
            truth.count("F09")
        }
    }
}
