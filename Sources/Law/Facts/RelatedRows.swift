/// The rows of another table that belong to each row of a table, ready to be walked.
struct RelatedRows {
    private let owner: Owner
    private let starts: Lane<Int32>
    /// The related rows in the order of their owners; `nil` when they lie so already.
    private let order: Lane<Int32>?
    private let truths: Lane<UInt8>?
    private let own: Lane<Int32>?
    private let theirs: Lane<Int32>?
    private let before: Lane<Int32>?
    private let after: Lane<Int32>?
    /// When each related row happened, in minutes; a day is its first minute.
    let time: Lane<Int32>?

    private enum Owner {
        case row
        case caseOf(Lane<Int32>)
    }

    init(_ related: Related, of table: Int, in tables: RecordTables, deriver: Deriver) {
        let (subject, other) = (tables.tables[table], tables.tables[related.table])
        switch related.link {
        case .sameCase, .all:
            owner = subject.subject.isCase ? .row : subject.caseRows.map { .caseOf($0) } ?? .row
            starts = other.caseStarts ?? Lane(count: subject.count + 1, filledWith: 0)
            order = nil
        case .named(let slot):
            owner = .row
            (starts, order) = Self.index(other, slot: slot, target: table, in: tables)
        }
        truths = related.condition.map { deriver.truths(of: $0.program, register: $0.register) }
        own = related.common.map { deriver.lane(Program.Source(slot: $0.own, isOfCase: false), in: table) }
        theirs = related.common.map {
            deriver.lane(Program.Source(slot: $0.theirs, isOfCase: false), in: related.table)
        }
        before = related.before.map { deriver.lane($0, in: table) }
        after = related.after.map { deriver.lane($0, in: table) }
        time = related.time.map { slot in
            let column = other.columns[slot]
            guard column.kind == .day else {
                return deriver.lane(Program.Source(slot: slot, isOfCase: false), in: related.table)
            }
            return Lane((0..<other.count).map { column.minutes($0) })
        }
    }

    /// Calls `body` with each row that belongs, or may belong, and with the truth of that.
    ///
    /// - Returns: `false` when it is not known which case the row belongs to.
    @inline(__always)
    func each(of row: Int, _ body: (Int, UInt8) -> Void) -> Bool {
        let key: Int
        switch owner {
        case .row: key = row
        case .caseOf(let rows): key = Int(rows[row])
        }
        guard key >= 0 else { return false }
        for place in Int(starts[key])..<Int(starts[key + 1]) {
            let other = order.map { Int($0[place]) } ?? place
            let truth = belonging(of: other, to: row)
            if truth != Truth.no { body(other, truth) }
        }
        return true
    }

    @inline(__always)
    private func belonging(of other: Int, to row: Int) -> UInt8 {
        var truth = truths.map { $0[other] } ?? Truth.yes
        if let own, let theirs { truth = min(truth, Self.equal(own[row], theirs[other])) }
        if before != nil || after != nil {
            let moment = time.map { $0[other] } ?? Null.unknown
            if let before { truth = min(truth, Self.precedes(moment, before[row])) }
            if let after { truth = min(truth, Self.precedes(after[row], moment)) }
        }
        return truth
    }

    @inline(__always)
    private static func equal(_ a: Int32, _ b: Int32) -> UInt8 {
        Null.holds(a) || Null.holds(b) ? Truth.unknown : Truth.of(a == b)
    }

    @inline(__always)
    private static func precedes(_ a: Int32, _ b: Int32) -> UInt8 {
        Null.holds(a) || Null.holds(b) ? Truth.unknown : Truth.of(a < b)
    }

    /// Sorts the rows of a table by the row of another that their reference names, by counting.
    private static func index(
        _ other: RecordTable, slot: Int, target: Int, in tables: RecordTables
    ) -> (Lane<Int32>, Lane<Int32>) {
        let subject = tables.tables[target]
        let locations = tables.locations[subject.subject.register]
        let base = Int32(tables.bases[target])
        let count = subject.count
        func owner(of row: Int) -> Int {
            guard case .narrow(let lane) = other.columns[slot].data, let locations, !Null.holds(lane[row])
            else {
                return -1
            }
            let place = Int(locations[Int(lane[row])] - base)
            return (0..<count).contains(place) ? place : -1
        }
        let owners = (0..<other.count).map(owner)
        var starts = [Int32](repeating: 0, count: count + 1)
        for owner in owners where owner >= 0 { starts[owner + 1] += 1 }
        for row in 0..<count { starts[row + 1] += starts[row] }
        var next = starts
        var order = [Int32](repeating: 0, count: Int(starts[count]))
        for (row, owner) in owners.enumerated() where owner >= 0 {
            order[Int(next[owner])] = Int32(row)
            next[owner] += 1
        }
        return (Lane(starts), Lane(order))
    }
}
