import Law

/// The generator's events, which lie in one long table, told apart by their kind.
///
/// Block by block, so that what was fetched of a block for one kind is still at hand for the others.
struct EventColumns {
    /// One column of one kind's table.
    private struct Target {
        let name: String
        let source: RawColumn
        let lane: Lane<Int32>
        /// Added to moments, which the generator counts from a moment of its own.
        let shift: Int32
        let isMoment: Bool

        /// Appends some rows of a block.
        func fill(_ rows: UnsafeBufferPointer<UInt16>, of start: Int, at place: Int) {
            switch source.width {
            case 4: fill(rows, source.bytes.assumingMemoryBound(to: Int32.self), start, place)
            case 2: fill(rows, source.bytes.assumingMemoryBound(to: Int16.self), start, place)
            default: fill(rows, source.bytes.assumingMemoryBound(to: UInt8.self), start, place)
            }
        }

        private func fill<Element: FixedWidthInteger>(
            _ rows: UnsafeBufferPointer<UInt16>, _ all: UnsafeMutableBufferPointer<Element>, _ start: Int,
            _ place: Int
        ) {
            guard let base = all.baseAddress?.advanced(by: start) else { return }
            let out = lane.base + place
            guard isMoment else {
                for (row, place) in rows.enumerated() {
                    out[row] = Int32(truncatingIfNeeded: base[Int(place)])
                }
                return
            }
            for (row, place) in rows.enumerated() {
                let value = Int32(truncatingIfNeeded: base[Int(place)])
                out[row] = value == -1 ? Null.unknown : value &+ shift
            }
        }
    }

    private let kinds: RawColumn
    private var counts = [Int](repeating: 0, count: 256)
    /// By the generator's number of the kind.
    private var targets = [[Target]](repeating: [], count: 256)

    /// Events in a block: what it has in all columns stays in the processor's cache.
    private static let block = 8192

    init(kinds: RawColumn) {
        self.kinds = kinds
        for kind in kinds.bytes { counts[Int(kind)] += 1 }
    }

    func count(ofKind kind: Int) -> Int { counts[kind] }

    /// Asks for a column of a kind.
    mutating func want(_ name: String, ofKind kind: Int, from source: RawColumn, shift: Int32?) {
        targets[kind].append(
            Target(
                name: name, source: source, lane: Lane(count: counts[kind]) { _ in }, shift: shift ?? 0,
                isMoment: shift != nil))
    }

    /// Fills all columns that were asked for.
    ///
    /// - Returns: By kind, then by name.
    func fill() -> [[String: Lane<Int32>]] {
        // By kind the places of the block's events.
        let picked = UnsafeMutablePointer<UInt16>.allocate(capacity: 256 * Self.block)
        defer { picked.deallocate() }
        var found = [Int](repeating: 0, count: 256)
        var filled = found
        for start in stride(from: 0, to: kinds.bytes.count, by: Self.block) {
            let count = min(Self.block, kinds.bytes.count - start)
            found.withUnsafeMutableBufferPointer { found in
                found.update(repeating: 0)
                for place in 0..<count {
                    let kind = Int(kinds.bytes[start + place])
                    picked[kind * Self.block + found[kind]] = UInt16(truncatingIfNeeded: place)
                    found[kind] += 1
                }
            }
            for kind in targets.indices where !targets[kind].isEmpty && found[kind] > 0 {
                let rows = UnsafeBufferPointer(start: picked + kind * Self.block, count: found[kind])
                for target in targets[kind] { target.fill(rows, of: start, at: filled[kind]) }
                filled[kind] += found[kind]
            }
        }
        return targets.map { Dictionary(uniqueKeysWithValues: $0.map { ($0.name, $0.lane) }) }
    }
}
