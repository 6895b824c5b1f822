import Documents

/// The header of a sheet: which rows it takes, and what each of its columns means.
package struct SheetHeader: Hashable, Sendable {
    package enum Meaning: Hashable, Sendable {
        case field(position: Int)
        case recordID
        /// A running number, a refusal sheet's reasons, what the mapping skips.
        case ignored
        /// A heading of which nobody knows what it means; its cells are not imported, and a notice says so.
        case unknown
    }

    package struct Column: Hashable, Sendable {
        /// Its lines from top to bottom, as merged header cells give them, parted by line breaks.
        package let heading: String
        package let meaning: Meaning

        /// In one line, for messages.
        var title: String { heading.filter { !$0.isWhitespace } }
    }

    /// As the spreadsheet numbers them.
    package let rows: ClosedRange<Int>
    /// By column from 0; of a column without a heading `nil`.
    package let columns: [Column?]
    /// The header rows' own cells, by which a repeated header is known.
    let texts: [[String]]

    package var unknownHeadings: [String] {
        columns.compactMap { $0?.meaning == .unknown ? $0?.title : nil }
    }

    func column(of position: Int) -> Int? {
        columns.firstIndex { $0?.meaning == .field(position: position) }
    }
}

/// How well one heading fits: exact before bracketless, whole before last line, label before alias.
struct HeadingMatch: Comparable {
    let meaning: SheetHeader.Meaning
    /// Smaller is better.
    let rank: Int

    static func < (a: HeadingMatch, b: HeadingMatch) -> Bool { a.rank < b.rank }
}

/// The headings a register goes by, prepared for matching.
struct HeadingBook {
    private var matches: [String: HeadingMatch] = [:]
    private let mapping: HeadingMapping

    init(_ register: RegisterDeclaration, mapping: HeadingMapping) {
        self.mapping = mapping
        func enter(_ word: String, _ match: HeadingMatch) {
            if matches[word] == nil { matches[word] = match }
        }
        for (position, field) in register.fields.enumerated() {
            for (rank, word) in field.headings.enumerated() {
                let word = word.isEmpty ? field.id : word
                enter(word, HeadingMatch(meaning: .field(position: position), rank: min(rank, 1)))
            }
        }
        for word in ["记录编号", "编号", "id"] { enter(word, HeadingMatch(meaning: .recordID, rank: 1)) }
        for word in ["序号", "序", "no", "原行号"] { enter(word, HeadingMatch(meaning: .ignored, rank: 1)) }
    }

    /// - Parameter lines: The heading's lines from top to bottom, as merged header cells give them.
    func match(_ lines: [String]) -> HeadingMatch {
        let lines = lines.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) }
        for (step, text) in spellings(of: lines).enumerated() {
            let word = Heading.normalized(text)
            guard !word.isEmpty else { continue }
            if let meaning = mapping.meanings[word] {
                return HeadingMatch(meaning: meaning.ofHeader, rank: -1)
            }
            if text.hasPrefix(RefusalSheet.reason) { return HeadingMatch(meaning: .ignored, rank: 0) }
            if let match = matches[word] {
                return HeadingMatch(meaning: match.meaning, rank: step * 2 + match.rank)
            }
        }
        return HeadingMatch(meaning: .unknown, rank: .max)
    }

    private func spellings(of lines: [String]) -> [String] {
        let bare = lines.map(Heading.withoutBrackets).filter { !Heading.normalized($0).isEmpty }
        var spellings = [lines.joined(), bare.joined()]
        if lines.count > 1 {
            spellings += [lines.suffix(2).joined(), bare.suffix(2).joined()]
            spellings += [lines.last ?? "", bare.last ?? ""]
        }
        return spellings
    }
}

extension HeadingMapping.Meaning {
    fileprivate var ofHeader: SheetHeader.Meaning {
        switch self {
        case .field(let position): .field(position: position)
        case .recordID: .recordID
        case .skip: .ignored
        }
    }
}
