/// Which tables hold records of which case.
///
/// A case has records of some dozen kinds out of far more, and each kind's table lies in memory of its own: what judges one
/// case of a million asks here first, in one place.
struct CaseHoldings: Sendable {
    /// Of case `c` the words from `c * wordsPerCase`, a bit for each table.
    private let words: Lane<UInt64>
    private let wordsPerCase: Int

    /// With fewer tables each is asked itself.
    private static let fewTables = 32

    /// - Returns: `nil` for few tables.
    init?(_ tables: [RecordTable]) {
        guard tables.count > Self.fewTables else { return nil }
        let caseCount = tables.first { $0.subject.isCase }?.count ?? 0
        wordsPerCase = (tables.count + 63) / 64
        words = Lane(count: caseCount * wordsPerCase, filledWith: 0)
        for (place, table) in tables.enumerated() {
            let (word, bit) = (words.base + place / 64, UInt64(1) << UInt64(place % 64))
            if table.subject.isCase {
                for row in 0..<caseCount { word[row * wordsPerCase] |= bit }
            } else if let owners = table.caseRows {
                for row in 0..<owners.count where owners.base[row] >= 0 {
                    word[Int(owners.base[row]) * wordsPerCase] |= bit
                }
            }
        }
    }

    /// The tables with a row that belongs to the case, or is it.
    func tables(ofCase row: Int) -> [Int] {
        guard (row + 1) * wordsPerCase <= words.count else { return [] }
        var found: [Int] = []
        for place in 0..<wordsPerCase {
            var open = words[row * wordsPerCase + place]
            while open != 0 {
                found.append(place * 64 + open.trailingZeroBitCount)
                open &= open - 1
            }
        }
        return found
    }

    /// What it takes in memory.
    var bytes: Int { words.count * 8 }
}
