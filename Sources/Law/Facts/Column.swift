/// One field or fact over all rows of a table.
package struct Column: Sendable {
    package enum Data: Sendable {
        /// Days, minutes, word codes, row numbers of referenced records, or whole numbers.
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

    /// - Parameter isWhole: Of a number, whether it has no places and is small (`FieldSchema.mostWhole`).
    init(_ kind: FieldKind, isWhole: Bool) {
        switch kind {
        case .number: self = isWhole ? .narrow : .wide
        case .boolean: self = .truth
        case .text, .code, .day, .moment, .reference: self = .narrow
        }
    }
}

extension Column {
    /// Where its values begin; `nil` of a list.
    var base: UnsafeMutableRawPointer? {
        switch data {
        case .narrow(let lane): UnsafeMutableRawPointer(lane.base)
        case .wide(let lane): UnsafeMutableRawPointer(lane.base)
        case .truth(let lane): UnsafeMutableRawPointer(lane.base)
        case .list: nil
        }
    }
}

extension Column.Data {
    /// A column of values that were read by `Column.anyValue`.
    init(_ values: [Int64], _ slot: Layout.Slot) {
        switch Storage(slot.kind, isWhole: slot.isWhole) {
        case .wide: self = .wide(Lane(values))
        case .truth: self = .truth(Lane(values.map { Null.holds($0) ? Truth.unknown : UInt8($0) }))
        case .narrow:
            let scale = slot.kind == .number ? Number.scale : 1
            self = .narrow(Lane(values.map { Null.narrowed($0, by: scale) }))
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

extension Column {
    /// What its values take in memory.
    var bytes: Int {
        switch data {
        case .narrow(let lane): lane.count * 4
        case .wide(let lane): lane.count * 8
        case .truth(let lane): lane.count
        case .list(let offsets, let values, let isUnknown):
            offsets.count * 4 + values.count * 4 + isUnknown.count
        }
    }
}
