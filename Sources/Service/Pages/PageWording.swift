import Law

extension Moment {
    /// `2026-01-04 10:30`
    var pageText: String { description.replacing("T", with: " ") }

    /// A deadline: the end of a day is `2026-01-04 24:00`.
    var dueText: String { minuteOfDay == 23 * 60 + 59 ? "\(day) 24:00" : pageText }
}

extension Value {
    /// A day or a moment as pages show it; `nil` for anything else.
    var timeText: String? {
        switch self {
        case .day(let day): day.description
        case .moment(let moment): moment.pageText
        default: nil
        }
    }
}

/// What a rule measured, in a reader's words: packs write `590 minutes`, pages `9小时50分`.
enum Measured {
    static func shown(_ text: String) -> String {
        if let moment = Moment(text) { return moment.pageText }
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let count = Int(parts[0]) else { return text }
        switch parts[1] {
        case "minute", "minutes": return clock(count)
        case "hour", "hours": return "\(count)小时"
        case "day", "days": return "\(count)日"
        case "working day", "working days": return "\(count)个工作日"
        case "month", "months": return "\(count)个月"
        default: return text
        }
    }

    static func clock(_ minutes: Int) -> String {
        let (hours, rest) = (minutes / 60, minutes % 60)
        if hours == 0 { return "\(rest)分" }
        return rest == 0 ? "\(hours)小时" : "\(hours)小时\(rest)分"
    }
}

extension Citation {
    /// `治安管理处罚法 第一百一十八条`
    func short(in laws: LawBook) -> String {
        let name = laws.statute(law)?.short ?? law
        return clause.isEmpty ? name : "\(name) \(clause)"
    }

    /// - Parameter hasText: Whether the words are wanted too, where the law's text was imported.
    func view(in library: LawLibrary, hasText: Bool = true) throws -> ClauseView {
        let lines = hasText ? try library.lines(of: self) : []
        let text = lines.isEmpty ? nil : lines.joined(separator: "\n")
        guard let statute = library.laws.statute(law) else {
            return ClauseView(law: law, article: clause, version: "", text: text)
        }
        let end = statute.inForce.until.map { "，至\($0.chinese)止" } ?? ""
        return ClauseView(
            law: statute.name, article: clause, version: "自\(statute.inForce.from.chinese)起施行\(end)",
            text: text)
    }
}

extension Rule {
    var link: RuleLink { RuleLink(id: id, no: number, name: name) }
}
