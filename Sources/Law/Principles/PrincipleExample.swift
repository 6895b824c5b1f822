package import Pack

/// What a principle comes to in one instance, and what the engine must answer.
package struct PrincipleExample: Sendable {
    package enum Question: Sendable {
        /// The end of a period.
        case period(PeriodQuestion, due: Moment, isProvisional: Bool)
        /// The unit in which a law counts so many 日.
        case unit(law: String, days: Int, Length.Unit)
        /// What a condition without names says; `nil` is unknown.
        case condition(Expression, holds: Bool?)
        /// The 周岁 of one born on a day, on another day.
        case age(born: Day, on: Day, years: Int)
        /// The example of a rule in which the principle shows.
        case shown(rule: String, example: String)
    }

    package let title: String
    package let question: Question
    package let place: PackPlace

    func check(against rules: RuleBook) throws(PackError) {
        guard case .shown(let id, let title) = question else { return }
        guard let rule = rules.rule(id) else {
            throw PackError(.danglingReference(kind: "规则", id: id, allowed: []), at: place)
        }
        let titles = rule.examples.map(\.title)
        guard titles.contains(title) else {
            throw PackError(.danglingReference(kind: "规则 \(id) 的例子", id: title, allowed: titles), at: place)
        }
    }

    /// What must come out, in the words of the rule book.
    var wanted: String {
        switch question {
        case .period(_, let due, let isProvisional): "\(due.chinese)届满\(isProvisional ? "（暂定）" : "")"
        case .unit(_, let days, let unit): "计\(Length(days, unit).chinese)"
        case .condition(_, let holds): holds.map { $0 ? "成立" : "不成立" } ?? "不明"
        case .age(_, _, let years): "\(years)周岁"
        case .shown(let rule, let title): "见规则 \(rule) 的例子“\(title)”"
        }
    }

    func differences(by rules: RuleBook) -> [String] {
        func compare<Answer: Equatable>(_ wanted: Answer, _ found: Answer, _ shown: (Answer) -> String)
            -> [String]
        {
            wanted == found ? [] : ["应为 \(shown(wanted))，却是 \(shown(found))"]
        }
        switch question {
        case .period(let question, let due, let isProvisional):
            let found = question.due(in: rules.pack.calendar)
            return compare(due, found.moment) { $0.description }
                + compare(isProvisional, found.isProvisional) { $0 ? "暂定" : "确定" }
        case .unit(let law, let days, let unit):
            return compare(unit, rules.pack.laws.unit(ofDays: days, under: law) ?? .days) { $0.rawValue }
        case .condition(let expression, let holds):
            let truth = expression.evaluate { _ in .null }.truth
            return compare(holds, truth) { $0.map { $0 ? "true" : "false" } ?? "null" }
        case .age(let born, let on, let years):
            return compare(years, born.fullYears(on: on)) { "\($0)周岁" }
        case .shown(let id, let title):
            return rules.runExamples(of: id).filter { $0.title == title }.flatMap(\.differences)
        }
    }
}

/// A period with what happened in it.
package struct PeriodQuestion: Sendable {
    package let start: Moment
    package let period: Period
    package let excluded: [Span]
    package let extensions: Int

    func due(in calendar: WorkCalendar) -> Period.Due {
        period.due(from: start, excluding: excluded.sorted(), extensions: extensions, in: calendar)
    }
}
