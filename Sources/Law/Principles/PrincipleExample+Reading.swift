import Pack

extension PrincipleExample {
    init(_ node: PackNode, laws: LawBook) throws(PackError) {
        var mapping = try PackMapping(node)
        place = node.place
        title = try mapping.required("title").text
        question = try Self.question(&mapping, laws: laws)
        try mapping.finish()
    }

    private static func question(_ mapping: inout PackMapping, laws: LawBook) throws(PackError) -> Question {
        if let node = mapping.optional("period") {
            return .period(
                try PeriodQuestion(node), due: try mapping.required("due").moment,
                isProvisional: try mapping.optional("provisional")?.boolean ?? false)
        }
        if let node = mapping.optional("days") {
            return try unit(of: node, counts: try mapping.required("counts"), laws: laws)
        }
        if let node = mapping.optional("condition") {
            let holds = try mapping.required("holds")
            return .condition(try node.expression, holds: try holds.text == "unknown" ? nil : holds.boolean)
        }
        if let node = mapping.optional("age") {
            var age = try PackMapping(node)
            let (born, day) = (try age.required("born").day, try age.required("on").day)
            try age.finish()
            return .age(born: born, on: day, years: try mapping.required("years").integer(in: 0...150))
        }
        var shown = try PackMapping(try mapping.required("shown"))
        let (rule, title) = (try shown.required("rule").text, try shown.required("example").text)
        try shown.finish()
        return .shown(rule: rule, example: title)
    }

    /// Reads `days: {law: CF21, count: 7}` with `counts: working days`.
    private static func unit(
        of node: PackNode, counts: PackNode, laws: LawBook
    ) throws(PackError) -> Question {
        var mapping = try PackMapping(node)
        let code = try mapping.required("law")
        let law = try code.text
        guard laws.statute(law) != nil else {
            throw PackError(.danglingReference(kind: "法律", id: law, allowed: laws.codes), at: code.place)
        }
        let count = try mapping.required("count").integer(in: 1...Length.most)
        try mapping.finish()
        let units = [Length.Unit.days, .workingDays]
        guard let unit = units.first(where: { (try? counts.text) == $0.rawValue }) else {
            throw PackError(
                .notAllowed(counts.kindName, allowed: units.map(\.rawValue)), at: counts.place)
        }
        return .unit(law: law, days: count, unit)
    }
}

extension PeriodQuestion {
    /// Reads `{start: …, within: 30 days, roll: true, exclude: [[from, until]], extend: {by: 30 days, times: 1}}`.
    init(_ node: PackNode) throws(PackError) {
        var mapping = try PackMapping(node)
        start = try mapping.required("start").moment
        let within = try mapping.required("within").length
        let rolls = try mapping.required("roll").boolean
        var granted: Period.Extension?
        var times = 0
        if let node = mapping.optional("extend") {
            var `extension` = try PackMapping(node)
            times = try `extension`.required("times").integer(in: 1...99)
            granted = Period.Extension(by: try `extension`.required("by").length, atMost: times)
            try `extension`.finish()
        }
        extensions = times
        period = Period(within, rolls: rolls, extension: granted)
        var spans: [Span] = []
        for element in try mapping.optional("exclude")?.elements ?? [] {
            let ends = try element.elements(atLeastOne: "个时间")
            guard ends.count == 2, let span = Span(try ends[0].moment, try ends[1].moment) else {
                throw PackError(.expected("前早后晚的两个时间 [起, 止]", found: "\(ends.count) 个"), at: element.place)
            }
            spans.append(span)
        }
        excluded = spans
        try mapping.finish()
    }
}
