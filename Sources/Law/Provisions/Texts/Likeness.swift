/// How much of two texts is the same, by the pairs of neighbouring characters they share.
///
/// 1 for the same words in the same order, 0 for nothing in common (Dice's coefficient over pairs). Space and punctuation
/// do not count: a law that only moved a comma says the same.
struct Likeness {
    /// Sorted, with repetitions.
    private let pairs: [UInt64]

    init(_ text: String) {
        let letters = text.unicodeScalars.filter {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
        let values = letters.map { UInt64($0.value) }
        pairs = zip(values, values.dropFirst()).map { $0 << 32 | $1 }.sorted()
    }

    /// 0…1; 1 of two texts without any pair.
    func with(_ other: Likeness) -> Double {
        guard !pairs.isEmpty || !other.pairs.isEmpty else { return 1 }
        var (here, there, shared) = (0, 0, 0)
        while here < pairs.count, there < other.pairs.count {
            if pairs[here] == other.pairs[there] {
                (here, there, shared) = (here + 1, there + 1, shared + 1)
            } else if pairs[here] < other.pairs[there] {
                here += 1
            } else {
                there += 1
            }
        }
        return 2 * Double(shared) / Double(pairs.count + other.pairs.count)
    }
}
