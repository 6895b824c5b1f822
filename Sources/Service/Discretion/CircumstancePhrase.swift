import Law

/// What a 情节 cell says, as far as it can be typed: declared circumstances by their labels, compared with amounts.
///
/// `个人赌资一千元以上不满三千元`, `结伙实施，或者被侵害人特定`, `其他情节严重的情形`, `其他情况`.
enum CircumstancePhrase {
    enum Reading: Equatable {
        /// In S-FEEL.
        case condition(String)
        case open(String)
        case otherwise
    }

    /// - Parameter words: The codes' labels of a circumstance.
    static func read(
        _ text: String, _ book: CircumstanceBook, words: (Circumstance) -> [String: String]
    ) throws(PhraseFault) -> Reading {
        let plain = text.filter { !$0.isWhitespace && $0 != "。" }
        guard !plain.isEmpty else { throw PhraseFault(why: "没有写情节") }
        if ["其他", "其余", "其他情况", "其余情况"].contains(plain) { return .otherwise }
        if plain.hasPrefix("其他"), plain.hasSuffix("情形") || plain.hasSuffix("情节") { return .open(plain) }
        var marked = plain
        // Labels first, the longest before its parts: they may hold 或者 and commas themselves.
        let labels = book.circumstances.sorted { $0.label.count > $1.label.count }
        for (place, circumstance) in labels.enumerated() {
            marked = marked.replacing(circumstance.label, with: "\u{E000}\(place)\u{E001}")
        }
        var alternatives: [String] = []
        for part in OutcomePhrase.split(marked, at: ["或者", "；", ";", "或"]) {
            var terms: [String] = []
            for term in OutcomePhrase.split(part, at: ["并且", "，", ",", "且"]) {
                terms.append(try self.term(term, labels, words))
            }
            guard !terms.isEmpty else { continue }
            alternatives.append(terms.joined(separator: " and "))
        }
        guard !alternatives.isEmpty else { throw PhraseFault(why: "没有写情节") }
        return .condition(alternatives.joined(separator: " or "))
    }

    private static func term(
        _ text: String, _ labels: [Circumstance], _ words: (Circumstance) -> [String: String]
    ) throws(PhraseFault) -> String {
        guard let start = text.firstIndex(of: "\u{E000}"), let end = text.firstIndex(of: "\u{E001}"),
            let place = Int(text[text.index(after: start)..<end])
        else {
            throw PhraseFault(why: "“\(text)”里没有申报过的情节；可用：\(labels.map(\.label).joined(separator: "、"))")
        }
        let circumstance = labels[place]
        let (before, after) = (text[..<start], text[text.index(after: end)...])
        guard ["", "有", "是", "没有", "不是", "无", "非"].contains(before) else {
            throw PhraseFault(why: "“\(before)”无法转为条件")
        }
        let isDenied = ["没有", "不是", "无", "非"].contains(before)
        switch circumstance.type {
        case .of(.boolean) where after.isEmpty || after == "的":
            return isDenied ? "not(\(circumstance.id))" : circumstance.id
        case .of(.code) where !isDenied: return try code(circumstance, after, words(circumstance))
        case .whole where !isDenied, .of(.number) where !isDenied: return try bounds(circumstance, after)
        default: throw PhraseFault(why: "“\(circumstance.label)\(after)”无法转为条件")
        }
    }

    private static func code(
        _ circumstance: Circumstance, _ text: Substring, _ words: [String: String]
    ) throws(PhraseFault) -> String {
        let word = text.drop { "为是：:".contains($0) }
        guard case .of(.code(let codes)) = circumstance.type,
            let code = codes.first(where: { $0 == word || words[$0] == String(word) })
        else {
            let known = words.isEmpty ? "" : "；可用：\(words.values.sorted().joined(separator: "、"))"
            throw PhraseFault(why: "“\(circumstance.label)”没有“\(word)”这个值\(known)")
        }
        return "\(circumstance.id) = \"\(code)\""
    }

    /// `一千元以上不满三千元`: one bound after the other.
    private static func bounds(_ circumstance: Circumstance, _ text: Substring) throws(PhraseFault) -> String
    {
        var reader = AmountReader(text)
        var bounds: [String] = []
        while !reader.rest.isEmpty, bounds.count < 2 {
            let sign = reader.take("不满", "不足", "未满", "不超过", "超过", "达到", "满", "至多", "至少", "为")
            guard let amount = reader.number() else { break }
            if let unit = circumstance.unit { _ = reader.take(unit) }
            let tail = sign == nil ? reader.take("以上", "以下") : reader.take("的")
            switch sign ?? tail {
            case "不满", "不足", "未满": bounds.append("\(circumstance.id) < \(amount)")
            case "不超过", "至多", "以下": bounds.append("\(circumstance.id) <= \(amount)")
            case "超过": bounds.append("\(circumstance.id) > \(amount)")
            case "达到", "满", "至少", "以上": bounds.append("\(circumstance.id) >= \(amount)")
            case "为": bounds.append("\(circumstance.id) = \(amount)")
            default: throw PhraseFault(why: "“\(circumstance.label)\(text)”没有写以上、以下、不满、超过")
            }
        }
        guard !bounds.isEmpty, reader.rest.isEmpty else {
            let unit = circumstance.unit.map { "，单位是\($0)" } ?? ""
            throw PhraseFault(
                why: "“\(circumstance.label)\(text)”的数额读不出来；写作 \(circumstance.label)500以上不满1000\(unit)")
        }
        return bounds.joined(separator: " and ")
    }
}
