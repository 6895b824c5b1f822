import Law

/// What a 幅度 cell allows, as the statutes phrase it: `处五日以上十日以下拘留，可以并处一千元以下罚款`.
enum OutcomePhrase {
    static func read(_ text: String) throws(PhraseFault) -> [PenaltyOutcome] {
        let plain = text.filter { !$0.isWhitespace && $0 != "。" }
        var outcomes: [PenaltyOutcome] = []
        for part in split(plain, at: ["或者", "；", ";", "或"]) { outcomes += try alternative(part) }
        guard !outcomes.isEmpty else { throw PhraseFault(why: "没有写幅度") }
        return outcomes
    }

    /// `甲`, `甲并处乙`, `甲可以并处乙`
    private static func alternative(_ text: String) throws(PhraseFault) -> [PenaltyOutcome] {
        let (optional, always) = (split(text, at: ["可以并处", "可并处"]), split(text, at: ["并处"]))
        if optional.count == 2 {
            let (first, second) = (try penalty(optional[0]), try penalty(optional[1]))
            return [first, first.with(second)]
        }
        guard let first = always.first else { throw PhraseFault(why: "没有写幅度") }
        var whole = try penalty(first)
        for part in always.dropFirst() { whole = whole.with(try penalty(part)) }
        return [whole]
    }

    private static func penalty(_ text: String) throws(PhraseFault) -> PenaltyOutcome {
        let trimmed = text.trimmed { "，,、处".contains($0) }
        if trimmed == "警告" { return PenaltyOutcome(hasWarning: true) }
        for (kind, words) in [
            (PenaltyFrame.Kind.detentionDays, ["行政拘留", "拘留"]), (.fine, ["罚款"]),
        ] {
            for word in words where trimmed.hasPrefix(word) || trimmed.hasSuffix(word) {
                let amount =
                    trimmed.hasPrefix(word) ? trimmed.dropFirst(word.count) : trimmed.dropLast(word.count)
                return PenaltyOutcome(ranges: [kind: try range(amount, of: kind, in: text)])
            }
        }
        throw PhraseFault(why: "“\(text)”不是警告、罚款、拘留；写作 五日以上十日以下拘留、一千元以下罚款、警告")
    }

    private static func range(
        _ amount: Substring, of kind: PenaltyFrame.Kind, in text: String
    ) throws(PhraseFault) -> PenaltyFrame.Range {
        var reader = AmountReader(amount)
        func unit() { _ = kind == .fine ? reader.take("元") : reader.take("日", "天") }
        if let first = reader.number() {
            unit()
            if reader.take("以下") != nil, reader.rest.isEmpty { return PenaltyFrame.Range(Number(0), first) }
            if reader.rest.isEmpty { return PenaltyFrame.Range(first, first) }
            if reader.take("以上", "至", "-", "—", "～", "~") != nil, let second = reader.number() {
                unit()
                _ = reader.take("以下")
                if reader.rest.isEmpty, first <= second { return PenaltyFrame.Range(first, second) }
            }
        }
        throw PhraseFault(why: "“\(text)”的数额读不出来；写作 五日以上十日以下拘留、500元以上1000元以下罚款")
    }

    static func split(_ text: String, at marks: [String]) -> [String] {
        guard let mark = marks.first(where: { text.contains($0) }) else { return text.isEmpty ? [] : [text] }
        let rest = Array(marks.drop { $0 != mark }.dropFirst())
        return text.split(separator: mark).flatMap { split(String($0), at: rest) }
    }
}

extension PenaltyOutcome {
    fileprivate func with(_ other: PenaltyOutcome) -> PenaltyOutcome {
        PenaltyOutcome(
            hasWarning: hasWarning || other.hasWarning,
            ranges: ranges.merging(other.ranges) { first, _ in first })
    }

    /// As a pack writes it.
    var yaml: String {
        let amounts = PenaltyFrame.Kind.inOrder.compactMap { kind in
            ranges[kind].map { "\(kind.rawValue): [\($0.least), \($0.most)]" }
        }
        return "{" + ((hasWarning ? ["warning: true"] : []) + amounts).joined(separator: ", ") + "}"
    }
}

extension String {
    /// Without these characters at either end.
    func trimmed(_ isDropped: (Character) -> Bool) -> String {
        var rest = self[...]
        while let first = rest.first, isDropped(first) { rest.removeFirst() }
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return String(rest)
    }
}
