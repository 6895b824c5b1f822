import Pack

/// A sentence of a template, cut at its placeholders.
struct TemplateText: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case word(Word)
        /// `{F06:余}`
        case figure(String, Phrase.Style)
        /// `{claim:all-cases-in-venue}`
        case claim(String)
    }

    /// What the reporting office or a fault supplies.
    enum Word: String, CaseIterable, Sendable {
        case bureau, period, year, date
        /// Of a fault: `一`, its name, how often, in how many units, what to do.
        case ordinal, fault, count, units, remedy
    }

    static let ofReport: [Word] = [.bureau, .period, .year, .date]
    static let ofFault: [Word] = Word.allCases

    private(set) var pieces: [Piece]

    /// - Parameter words: The words that have a meaning here.
    init(
        _ node: PackNode, words: [Word] = ofReport, indicators: [String] = [], claims: [String] = []
    ) throws(PackError) {
        var rest = try node.text[...]
        var pieces: [Piece] = []
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let after = rest.index(after: open)
            guard let close = rest[after...].firstIndex(of: "}") else {
                throw PackError(.badValue(String(rest[open...]), why: "“{”没有对应的“}”"), at: node.place)
            }
            let inner = String(rest[after..<close])
            pieces.append(
                try Self.piece(inner, words: words, indicators: indicators, claims: claims, at: node.place))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    private static func piece(
        _ inner: String, words: [Word], indicators: [String], claims: [String], at place: PackPlace
    ) throws(PackError) -> Piece {
        if let word = Word(rawValue: inner), words.contains(word) { return .word(word) }
        let parts = inner.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        if parts.count == 2, parts[0] == "claim" {
            guard claims.contains(parts[1]) else {
                throw PackError(
                    .danglingReference(kind: "断言", id: parts[1], allowed: claims), at: place)
            }
            return .claim(parts[1])
        }
        guard indicators.contains(parts[0]) else {
            throw PackError(
                .danglingReference(
                    kind: "指标", id: parts[0], allowed: indicators + words.map(\.rawValue)), at: place)
        }
        guard parts.count == 2 else { return .figure(parts[0], .exact) }
        guard let style = Phrase.Style(rawValue: parts[1]), style != .exact else {
            throw PackError(.notAllowed(parts[1], allowed: ["余", "多"]), at: place)
        }
        return .figure(parts[0], style)
    }

    var figures: [String] {
        pieces.compactMap { piece in
            guard case .figure(let id, _) = piece else { return nil }
            return id
        }
    }

    var claims: [String] {
        pieces.compactMap { piece in
            guard case .claim(let id) = piece else { return nil }
            return id
        }
    }
}

extension TemplateText {
    /// Without the clause, from the comma before a word to the mark after it, that says nothing here.
    func leavingOut(_ word: Word) -> TemplateText {
        guard let place = pieces.firstIndex(of: .word(word)) else { return self }
        var text = self
        if place + 1 < pieces.count, case .text(let after) = pieces[place + 1] {
            text.pieces[place + 1] = .text(String(after.drop { !"，。；".contains($0) }))
        }
        text.pieces.remove(at: place)
        if place > 0, case .text(let before) = pieces[place - 1], let comma = before.lastIndex(of: "，") {
            text.pieces[place - 1] = .text(String(before[..<comma]))
        }
        return text
    }
}
