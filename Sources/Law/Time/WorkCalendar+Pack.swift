package import Pack

extension WorkCalendar {
    /// Reads `calendar.yaml`.
    ///
    /// - Throws: `badValue` for a day outside `covers`, off and worked at once or twice, off or worked by two
    ///   notices, or worked although it is no weekend day.
    package init(_ node: PackNode) throws(PackError) {
        var file = try PackMapping(node)
        var covers = try PackMapping(try file.required("covers"))
        let from = try covers.required("from").day
        let until = try covers.required("until")
        let last = try until.day
        guard from <= last else {
            throw PackError(.badValue("\(last)", why: "早于开始日期 \(from)"), at: until.place)
        }
        try covers.finish()
        var notices: [Notice] = []
        var named: [Day: String] = [:]
        for element in try file.required("notices").elements {
            notices.append(try Self.notice(element, covers: from...last, named: &named))
        }
        try file.finish()
        self.init(covers: from...last, notices: notices)
    }

    private static func notice(
        _ node: PackNode, covers: ClosedRange<Day>, named: inout [Day: String]
    ) throws(PackError) -> Notice {
        var mapping = try PackMapping(node)
        let name = try mapping.required("name").text
        func claim(_ day: Day, at place: PackPlace) throws(PackError) {
            guard covers.contains(day) else {
                throw PackError(.badValue("\(day)", why: "不在 covers 的期间之内"), at: place)
            }
            if let other = named.updateValue(name, forKey: day) {
                throw PackError(.badValue("\(day)", why: "已在“\(other)”中安排过"), at: place)
            }
        }
        var off: [ClosedRange<Day>] = []
        for element in try mapping.required("off").elements {
            let days = try element.days
            for day in days { try claim(day, at: element.place) }
            off.append(days)
        }
        var work: [Day] = []
        for element in try mapping.optional("work")?.elements ?? [] {
            let day = try element.day
            guard day.weekday > 5 else {
                throw PackError(.badValue("\(day)", why: "不是周末，不必列为调休上班日"), at: element.place)
            }
            try claim(day, at: element.place)
            work.append(day)
        }
        try mapping.finish()
        return Notice(name: name, off: off, work: work)
    }
}
