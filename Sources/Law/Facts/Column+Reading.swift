/// Reading a column row by row, whatever its lane.
extension Column {
    func narrowValue(_ row: Int) -> Int32 {
        switch data {
        case .narrow(let lane): lane[row]
        case .truth(let lane): Int32(lane[row])
        case .wide, .list: Null.unknown
        }
    }

    /// The minutes of a row's moment, or of the first minute of its day.
    func minutes(_ row: Int) -> Int32 {
        let value = narrowValue(row)
        return kind == .day && !Null.holds(value) ? value &* 1440 : value
    }

    func wideValue(_ row: Int) -> Int64 {
        switch data {
        case .wide(let lane): return lane[row]
        case .narrow(let lane): return Null.widened(lane[row], by: kind == .number ? Number.scale : 1)
        case .truth, .list: return Null.wideUnknown
        }
    }

    func isNull(_ row: Int) -> Bool {
        switch data {
        case .narrow(let lane): Null.holds(lane[row])
        case .wide(let lane): Null.holds(lane[row])
        case .truth(let lane): lane[row] == Truth.unknown
        case .list(_, _, let isUnknown): isUnknown[row] != 0
        }
    }

    /// Appends the row's value, or the elements of its list.
    ///
    /// - Returns: `false` when the list is not recorded.
    func appendNarrow(_ row: Int, to values: inout [Int32]) -> Bool {
        guard case .list(let offsets, let elements, let isUnknown) = data else {
            values.append(narrowValue(row))
            return true
        }
        for place in Int(offsets[row])..<Int(offsets[row + 1]) { values.append(elements[place]) }
        return isUnknown[row] == 0
    }

    /// The values of chosen rows: -1 stands for none, -2 for one that cannot be told.
    func picked(_ rows: [Int32]) -> Data {
        switch data {
        case .narrow(let lane):
            return .narrow(Lane(rows.map { $0 >= 0 ? lane[Int($0)] : $0 == -1 ? Null.absent : Null.unknown }))
        case .wide(let lane):
            return .wide(
                Lane(rows.map { $0 >= 0 ? lane[Int($0)] : $0 == -1 ? Null.wideAbsent : Null.wideUnknown }))
        case .truth(let lane):
            return .truth(Lane(rows.map { $0 >= 0 ? lane[Int($0)] : Truth.unknown }))
        case .list:
            var builder = ListBuilder(count: rows.count)
            for row in rows {
                let isKnown = row >= 0 ? appendNarrow(Int(row), to: &builder.values) : row == -1
                builder.endRow(isUnknown: !isKnown)
            }
            return builder.data
        }
    }
}
