/// What facts take from related rows.
extension RelatedRows {
    func exist(_ count: Int) -> Lane<UInt8> {
        let result = Lane<UInt8>(count: count, filledWith: 0)
        for row in 0..<count {
            var truth = Truth.no
            let isKnown = each(of: row) { truth = max(truth, $1) }
            result.base[row] = isKnown ? truth : Truth.unknown
        }
        return result
    }

    /// - Parameter possible: Whether rows that only may belong count too, instead of making the number unknown.
    func number(_ count: Int, possible: Bool) -> Column.Data {
        let result = Lane<Int32>(count: count, filledWith: Null.unknown)
        for row in 0..<count {
            var (certain, open) = (Int32(0), Int32(0))
            let isKnown = each(of: row) { if $1 == Truth.yes { certain += 1 } else { open += 1 } }
            guard isKnown, possible || open == 0 else { continue }
            result.base[row] = certain + open
        }
        return .narrow(result)
    }

    /// The earliest or latest related row of each row; -1 when there is none, -2 when it cannot be told.
    func pick(_ count: Int, latest: Bool) -> [Int32] {
        var picks = [Int32](repeating: -1, count: count)
        for row in 0..<count {
            var (members, isOpen, best, bestTime) = (0, false, Int32(-1), Int32(0))
            let isKnown = each(of: row) { other, truth in
                let moment = time.map { $0[other] } ?? Null.unknown
                isOpen = isOpen || truth == Truth.unknown || (members > 0 && Null.holds(moment))
                isOpen = isOpen || (members > 0 && Null.holds(bestTime))
                if members == 0 || (latest ? moment > bestTime : moment < bestTime) {
                    (best, bestTime) = (Int32(other), moment)
                }
                members += 1
            }
            picks[row] = isOpen || !isKnown ? -2 : best
        }
        return picks
    }

    func folded(
        _ count: Int, _ column: Column, into slot: Layout.Slot, _ combine: (Int64, Int64) -> Int64
    ) -> Column.Data {
        var results = [Int64](repeating: Null.wideAbsent, count: count)
        for row in 0..<count {
            var (result, isOpen) = (Null.wideAbsent, false)
            let isKnown = each(of: row) { other, truth in
                let value = column.wideValue(other)
                isOpen = isOpen || truth == Truth.unknown || Null.holds(value)
                result = result == Null.wideAbsent ? value : combine(result, value)
            }
            results[row] = isOpen || !isKnown ? Null.wideUnknown : result
        }
        return Column.Data(results, slot)
    }

    func collected(_ count: Int, _ column: Column) -> Column.Data {
        var builder = ListBuilder(count: count)
        for row in 0..<count {
            var isOpen = false
            let isKnown = each(of: row) { other, truth in
                isOpen = isOpen || truth == Truth.unknown
                if !column.appendNarrow(other, to: &builder.values) { isOpen = true }
            }
            builder.endRow(isUnknown: isOpen || !isKnown)
        }
        return builder.data
    }

    /// From, until, from, until … in order of beginning. Unknown: there may be more to it than the list says.
    func spans(_ count: Int, _ columns: (Column, Column)) -> Column.Data {
        var builder = ListBuilder(count: count)
        var found: [(Int32, Int32)] = []
        for row in 0..<count {
            let isOpen = spans(of: row, columns, into: &found)
            for (from, until) in found { builder.values += [from, until] }
            builder.endRow(isUnknown: isOpen)
        }
        return builder.data
    }

    /// - Returns: Whether there may be more than was found.
    private func spans(of row: Int, _ columns: (Column, Column), into found: inout [(Int32, Int32)]) -> Bool {
        found.removeAll(keepingCapacity: true)
        var isOpen = false
        let isKnown = each(of: row) { other, truth in
            let (from, until) = (columns.0.minutes(other), columns.1.minutes(other))
            if truth == Truth.yes, !Null.holds(from), !Null.holds(until), from <= until {
                found.append((from, until))
            } else {
                isOpen = true
            }
        }
        if found.count > 1 { found.sort { $0 < $1 } }
        return isOpen || !isKnown
    }

    func covered(
        _ count: Int, from: Lane<Int32>, until: Lane<Int32>, spans columns: (Column, Column)
    ) -> Column.Data {
        let result = Lane<UInt8>(count: count, filledWith: Truth.unknown)
        var found: [(Int32, Int32)] = []
        for row in 0..<count where !Null.holds(from[row]) && !Null.holds(until[row]) {
            let isOpen = spans(of: row, columns, into: &found)
            var reached = from[row]
            for span in found where span.0 <= reached { reached = max(reached, span.1) }
            let isCovered = reached >= until[row] && (!found.isEmpty || from[row] < until[row])
            result.base[row] = isCovered ? Truth.yes : isOpen ? Truth.unknown : Truth.no
        }
        return .truth(result)
    }
}

/// A list column while it is filled row by row.
struct ListBuilder {
    var values: [Int32] = []
    private var offsets: [Int32] = [0]
    private var unknown: [UInt8] = []

    init(count: Int) {
        offsets.reserveCapacity(count + 1)
        unknown.reserveCapacity(count)
    }

    mutating func endRow(isUnknown: Bool) {
        offsets.append(Int32(values.count))
        unknown.append(isUnknown ? 1 : 0)
    }

    var data: Column.Data {
        .list(offsets: Lane(offsets), values: Lane(values), isUnknown: Lane(unknown))
    }
}
