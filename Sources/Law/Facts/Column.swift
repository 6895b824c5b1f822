/// One field or fact over all rows of a table.
package struct Column: Sendable {
    package enum Data: Sendable {
        /// Days, minutes, word codes, or row numbers of referenced records.
        case narrow(Lane<Int32>)
        /// Ten-thousandths.
        case wide(Lane<Int64>)
        /// `Truth` values.
        case truth(Lane<UInt8>)
        /// The elements of row `r` stand in `values[offsets[r]..<offsets[r + 1]]`, written as in `narrow`;
        /// `isUnknown` marks the rows whose list is not recorded.
        case list(offsets: Lane<Int32>, values: Lane<Int32>, isUnknown: Lane<UInt8>)
    }

    package let kind: FieldKind
    package let data: Data

    package var isList: Bool {
        if case .list = data { return true }
        return false
    }
}

/// How a column of a kind lies in memory.
enum Storage {
    case narrow, wide, truth

    init(_ kind: FieldKind) {
        switch kind {
        case .number: self = .wide
        case .boolean: self = .truth
        case .text, .code, .day, .moment, .reference: self = .narrow
        }
    }
}

/// Text as small numbers: a word is compared by its code, never letter by letter.
package struct Vocabulary: Sendable {
    private(set) var words: [String] = []
    private var codes: [String: Int32] = [:]
    /// The word asked for last: the records of one case, which come together, all name it.
    private var last: (word: String, code: Int32)?

    mutating func code(of word: String) -> Int32 {
        if let last, last.word == word { return last.code }
        let next = Int32(words.count)
        let code = Self.value(of: &codes[word, default: next])
        if Int(code) == words.count { words.append(word) }
        last = (word, code)
        return code
    }

    /// Looks up and enters in one step.
    private static func value(of code: inout Int32) -> Int32 { code }

    func known(_ word: String) -> Int32? { codes[word] }

    func word(_ code: Int32) -> String { words[Int(code)] }
}
