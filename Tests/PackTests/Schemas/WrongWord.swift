import Foundation
import Pack

/// A file in which one piece of text is written wrongly.
struct WrongWord: CustomStringConvertible {
    let kind: PackKind
    private let right: String
    private let wrong: String

    init(_ kind: PackKind, _ right: String, _ wrong: String) {
        self.kind = kind
        self.right = right
        self.wrong = wrong
    }

    var description: String { "\(kind): \(wrong)" }

    enum Failure: Error { case notInTheFixture(String) }

    var node: PackNode {
        get throws {
            try kind.fixture { text in
                guard let place = text.range(of: right) else { throw Failure.notInTheFixture(right) }
                return text.replacingCharacters(in: place, with: wrong)
            }
        }
    }

    static let all = [
        WrongWord(.retention, "keep: 10 years", "keep: 10 year"),
        WrongWord(.retention, "keep: permanent", "keep: forever"),
        WrongWord(.retention, "code: years-10", "code: 十年"),
        WrongWord(.laws, "kind: law", "kind: bylaw"),
        WrongWord(.laws, "from: 2010-01-01", "from: 2010-1-1"),
        WrongWord(.laws, "articles: 40", "articles: forty"),
        WrongWord(.laws, "articles: 40", "articles: 0"),
        WrongWord(.laws, "articles: unknown", "articles: unclear"),
        WrongWord(.calendar, "from: 2026-01-01", "from: 2026年1月1日"),
        WrongWord(.calendar, "2026-02-16..2026-02-20", "2026-02-16...2026-02-20"),
        WrongWord(.frames, "fine: [0, 200]", "fine: [0]"),
        WrongWord(.frames, "fine: [0, 200]", "fine: [0, many]"),
        WrongWord(.frames, "warning: true", "warning: yes"),
        WrongWord(.frames, "paragraph: 2", "paragraph: 0"),
        WrongWord(.frames, "article: 3-1", "article: 3-"),
        WrongWord(.frames, "article: 3-1", "article: half"),
        WrongWord(.tables, "hits: P", "hits: X"),
        WrongWord(.tables, "type: integer", "type: whole"),
        WrongWord(.tables, "type: code, values: [light, grave]", "type: code"),
        WrongWord(.tables, "type: integer", "type: integer, values: [a]"),
        WrongWord(.tables, "then: ['30']", "then: []"),
        WrongWord(.tables, "from: 2020-01-01, ", ""),
        WrongWord(.facts, "take: sum", "take: total"),
        WrongWord(.facts, "of: case", "of: Case"),
        WrongWord(.facts, "take: exists", "take: exists, field: at"),
        WrongWord(.facts, "interval: [at, endedAt]", "interval: [at]"),
        WrongWord(.rules, "form: deadline", "form: limit"),
        WrongWord(.rules, "confidence: V", "confidence: X"),
        WrongWord(.rules, "severity: minor", "severity: small"),
        WrongWord(.rules, "within: 1 day\n", "within: 1 days\n"),
        WrongWord(.rules, "within: 8 hours", "within: 8 小时"),
        WrongWord(.rules, "within: 8 hours", "limits: []"),
        WrongWord(.rules, "within: 8 hours", "within: 8 hours\n        limits: [{within: 8 hours}]"),
        WrongWord(.rules, "atMost: 2}", "atMost: twice}"),
        WrongWord(.rules, "strict: true", "strict: true\n        apart: 3 days"),
        WrongWord(.rules, "apart: 7 working days\n", "\n"),
        WrongWord(.rules, "kind: fine", "kind: money"),
        WrongWord(.rules, "kind: fine", "kind: fine\n        atMost: 3"),
        WrongWord(.rules, "level: rank\n        atLeast: 2", "level: rank\n        atMost: 2"),
        WrongWord(.rules, "isNot: [people]", "isNot: []"),
        WrongWord(.rules, "answer: kept", "answer: ok"),
        WrongWord(.rules, "due: \"2026-01-06T23:59\"", "due: 2026-01-06"),
        WrongWord(.register, "type: date", "type: day"),
        WrongWord(.register, "required: true", "required: yes"),
        WrongWord(.indicators, "period: in-force", "period: now"),
        WrongWord(.indicators, "count: records", "count: all"),
        WrongWord(.claims, "form: every", "form: all"),
        WrongWord(.report, "- part: ", "- chapter: "),
    ]
}
