extension Proof {
    /// The answer in one sentence.
    package var conclusion: String { "\(shownAnswer)。\(why)" }

    /// Of an unverified rule no answer is a finding, for better or worse: it is 待核, unless the rule does not apply.
    package var shownAnswer: String { isVerified || answer == .notApplicable ? answer.chinese : "待核" }

    private var why: String {
        switch answer {
        case .notApplicable: whyNot
        case .cannotTell: whyUnknown
        case .notYetDue: due.map { "截至\(asOf.chinese)，期限尚未届满，应于\($0.chineseDue)前办理。" } ?? "期限尚未届满。"
        case .kept, .broken: whyJudged
        }
    }

    private var whyNot: String {
        if scope?.holds == false { return "该记录不在本规则的适用范围内。" }
        return version == nil ? versionReason + "。" : "没有需要判断的事项，或没有适用的限度。"
    }

    private var whyUnknown: String {
        guard missing.isEmpty else { return "没有记载：" + missing.map(\.label).joined(separator: "、") + "。" }
        guard let due, let later = lenientCounting?.due else { return "记载不足以判断，或各种可能的限度结论不一。" }
        return "从严计算至\(due.chineseDue)，从宽计算至\(later.chineseDue)；实际介于两者之间，法律没有明确规定。"
    }

    private var whyJudged: String {
        switch rule.form {
        case .deadline:
            guard let due else { return "" }
            let done =
                observed.flatMap { Moment($0) }.map { "于\($0.chinese)办理" } ?? "截至\(asOf.chinese)没有办理的记载"
            return "\(done)，期限于\(due.chineseDue)届满。"
        case .duration, .count, .range, .approval:
            let parts = [observed.map { "实际为 \(shown($0))" }, limit.map { "限度为 \(shown($0))" }]
            return parts.compactMap { $0 }.joined(separator: "，") + "。"
        case .sequence:
            guard observed != nil, limit != nil else { return "没有在先事项的记载。" }
            return facts.map { "\($0.label)：\($0.shown)" }.joined(separator: "；") + "。"
        case .requires: return answer == .kept ? "应有的条件成立。" : "应有的条件不成立。"
        case .forbids: return answer == .kept ? "没有出现禁止的情形。" : "出现了禁止的情形。"
        case .separation: return answer == .kept ? "没有由同一人兼任。" : "同一人兼任：\(observed ?? "")。"
        case .coverage: return answer == .kept ? "全程均有对应记录。" : "有时间段没有对应记录。"
        case .reconcile: return answer == .kept ? "在另一份清单中找到对应记录。" : "在另一份清单中没有对应记录。"
        case .check: return finding.map { $0 + "。" } ?? ""
        }
    }

    /// A length in Chinese, anything else as it is.
    private func shown(_ text: String) -> String { Length(text)?.chinese ?? text }
}

extension Moment {
    /// A deadline in words; the last minute of a day is its end, 24时.
    fileprivate var chineseDue: String { minuteOfDay == 24 * 60 - 1 ? "\(day.chinese)24时" : chinese }
}
