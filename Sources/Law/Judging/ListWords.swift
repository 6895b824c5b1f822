extension Program {
    /// The words that a program looks for in one list: the list is walked once for all of them.
    ///
    /// Of each row it says which of the words are there, a bit for each, in a narrow register; a list that is not recorded
    /// gives no number.
    struct ListWords: Hashable, Sendable {
        let source: Source
        /// By the code of a word: its bit; 0 of those that nobody looks for, and in the last place.
        private(set) var masks: [Int32] = [0]
        private var count: Int32 = 0

        /// The bit of an element that is not recorded; the words take those below it, and the sign means no list.
        static let openBit: Int32 = 30

        init(of source: Source) { self.source = source }

        /// The bit of a word, given to it when it has none; `nil` when all are taken.
        mutating func bit(of word: Int32) -> Int32? {
            let place = Int(word)
            if place < masks.count - 1, masks[place] != 0 { return Int32(masks[place].trailingZeroBitCount) }
            guard count < Self.openBit else { return nil }
            masks += Array(repeating: 0, count: max(0, place + 2 - masks.count))
            masks[place] = 1 << count
            count += 1
            return count - 1
        }
    }

    /// The register that says whether a list holds a word.
    mutating func register(for word: Int32, in source: Source) -> Int {
        for place in lists.indices where lists[place].source == source {
            if let bit = lists[place].bit(of: word) { return hasWord(bit, of: place) }
        }
        var list = ListWords(of: source)
        let bit = list.bit(of: word) ?? 0
        lists.append(list)
        return hasWord(bit, of: lists.count - 1)
    }

    private mutating func hasWord(_ bit: Int32, of place: Int) -> Int {
        register(for: .hasWord(register(for: .words(place)), bit))
    }
}

extension Machine {
    func words(_ list: Program.ListWords, into out: UnsafeMutablePointer<Int32>) {
        guard case .list(let offsets, let values, let isUnknown) = column(list.source).data else { return }
        let (ends, elements, last) = (offsets.base, values.base, Int32(max(0, values.count - 1)))
        list.masks.withUnsafeBufferPointer { masks in
            let other = masks.count - 1
            @inline(__always) func mask(_ place: Int32) -> Int32 {
                let word = elements[Int(place)]
                return Null.holds(word) ? 1 << Program.ListWords.openBit : masks[min(Int(word), other)]
            }
            each { index in
                let row = row(index, list.source)
                guard row >= 0, isUnknown.base[row] == 0 else {
                    out[index] = Null.unknown
                    return
                }
                let (start, end) = (ends[row], ends[row + 1])
                // Most lists have one element or two, as it happens: both are read, and what is not there not taken.
                let first = end > start ? mask(min(start, last)) : 0
                let second = end > start &+ 1 ? mask(min(start &+ 1, last)) : 0
                var found = first | second
                if end > start &+ 2 { for place in start &+ 2..<end { found |= mask(place) } }
                out[index] = found
            }
        }
    }

    func hasWord(_ x: UnsafePointer<Int32>, _ bit: Int32, into out: UnsafeMutablePointer<UInt8>) {
        eachOrAll(4) { index in
            let isOpen = x[index] &>> Program.ListWords.openBit & 1
            let truth = x[index] &>> bit & 1 != 0 ? 2 : isOpen
            out[index] = UInt8(truncatingIfNeeded: x[index] < 0 ? 1 : truth)
        }
    }
}
