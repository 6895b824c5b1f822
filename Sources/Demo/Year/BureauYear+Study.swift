import Law

extension BureauYear {
    /// 集中学习、政治轮训: sessions with several labels, and discussions inside a class.
    mutating func study() {
        for month in months { studyMonth(month) }
        for (term, month) in [3, 9].enumerated() where day(month, 28) != nil {
            rotate(term: term + 1, month: month)
        }
    }

    private mutating func studyMonth(_ month: Int) {
        let isSeminar = month % 3 == 0
        session(
            day(month, 6), "党委理论中心组第\(month)次学习", isSeminar ? ["party-group", "seminar"] : ["party-group"],
            themes: month % 2 == 0 ? ["rule-of-law-thought"] : ["party-history", "plenary"])
        for week in 0..<rng.between(2...4) {
            session(
                day(month, 8 + week * 6), "\(month)月第\(week + 1)次周例会学法", ["weekly"], themes: ["procedure"])
        }
        if rng.chance(percent: 50) {
            session(day(month, 17), "党史学习教育第\(month)次集中研讨", ["seminar"], themes: ["party-history"])
        }
    }

    private mutating func session(
        _ day: Day?, _ title: String, _ kinds: [String], themes: [String], within rotation: String? = nil
    ) {
        guard let day else { return }
        let people = Array(city.caseUnits[0].police.prefix(5))
        file(
            "study-session", on: day,
            [
                "heldOn": .day(day), "title": .text(title), "kinds": .of(kinds), "themes": .of(themes),
                "organiser": .text(command), "withinClass": .of(rotation),
                "firstItem": .boolean(kinds.contains("party-group")),
                "attendees": .of(people), "attendance": .of(people.count),
                "speakers": .of(Array(people.prefix(2))),
                "hours": .of(2),
                "lecturer": kinds.contains("party-group") ? .text("虚构外请授课人\(day)") : .null,
                "remarks": kinds.contains("seminar") ? .text("虚构研讨发言要点\(day)") : .null,
            ])
        if rotation == nil { truth.count("F01") }
        if kinds.contains("seminar") {
            if rotation != nil {
                truth.count("F04")
            } else if themes.contains("party-history") {
                truth.count("F02")
            }
        }
    }

    /// 政治轮训: its own register; the discussions inside it are sessions that name it.
    private mutating func rotate(term: Int, month: Int) {
        guard let start = day(month, 10), let end = day(month, 14) else { return }
        let name = "\(year)年第\(term == 1 ? "一" : "二")期政治轮训"
        file(
            "rotation-class", on: end,
            [
                "name": .text(name), "startOn": .day(start), "endOn": .day(end),
                "organiser": .text(City.bureau + "政工室"), "trainees": .of(city.caseUnits[term].police),
                "attendance": .of(city.caseUnits[term].police.count), "hours": .of(40),
            ])
        truth.count("F03")
        for turn in 0..<rng.between(1...3) {
            session(
                start.adding(days: turn), "\(name)第\(turn + 1)次研讨", ["rotation", "seminar"],
                themes: ["party-history"], within: name)
        }
    }
}
