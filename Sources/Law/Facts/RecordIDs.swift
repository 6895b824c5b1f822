/// The ids of a table's records by row, their bytes laid end to end: a million short texts, and none of them an object.
package struct RecordIDs: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    /// Set when the ids are nothing but the numbers of the rows.
    private var numbered: Int?

    package init() {}

    /// The rows' own numbers, from 0, as ids.
    package init(numbersBelow count: Int) { numbered = count }

    package var count: Int { numbered ?? ends.count }

    package mutating func append(_ id: String) {
        bytes.append(contentsOf: id.utf8)
        ends.append(bytes.count)
    }

    var byteCount: Int { bytes.count + ends.count * 8 }

    package subscript(_ row: Int) -> String {
        numbered == nil ? String(decoding: self.bytes(of: row), as: UTF8.self) : String(row)
    }

    /// The ids of other rows: row `i` has the id of what was row `order[i]`.
    func picked(_ order: [Int32]) -> RecordIDs {
        var picked = RecordIDs()
        picked.bytes.reserveCapacity(bytes.count)
        picked.ends.reserveCapacity(order.count)
        for row in order {
            picked.bytes.append(contentsOf: bytes(of: Int(row)))
            picked.ends.append(picked.bytes.count)
        }
        return picked
    }

    /// Rows of these ids and, as complements, of others.
    func merged(_ other: RecordIDs, _ order: [Int32]) -> RecordIDs {
        var merged = RecordIDs()
        merged.bytes.reserveCapacity(bytes.count + other.bytes.count)
        merged.ends.reserveCapacity(order.count)
        for from in order {
            merged.bytes.append(contentsOf: from >= 0 ? bytes(of: Int(from)) : other.bytes(of: Int(~from)))
            merged.ends.append(merged.bytes.count)
        }
        return merged
    }

    /// Whether each id is greater than the one before.
    var isSorted: Bool { (1..<max(1, count)).allSatisfy { precedes($0 - 1, $0) } }

    func precedes(_ a: Int, _ b: Int) -> Bool { bytes(of: a).lexicographicallyPrecedes(bytes(of: b)) }

    /// The row of an id, by halving.
    ///
    /// - Parameter order: The rows in the order of their ids.
    func row(of id: String, order: Lane<Int32>) -> Int? {
        if let numbered { return Int(id).flatMap { (0..<numbered).contains($0) ? $0 : nil } }
        let wanted = Array(id.utf8)
        var range = 0..<count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            let row = Int(order[middle])
            let found = bytes(of: row)
            if found.elementsEqual(wanted) { return row }
            range =
                found.lexicographicallyPrecedes(wanted)
                ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return nil
    }

    private func bytes(of row: Int) -> ArraySlice<UInt8> { bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]] }
}
