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
}
