/// Tables in which some records have become others, or have come in.
package struct TableChange: Sendable {
    /// Without the derived columns.
    package let tables: RecordTables
    /// The rows of the cases that the changed records belong to or belonged to, or are.
    package let cases: Set<Int>
    /// The tables with a changed record.
    let changed: Set<Int>
    /// Those of them where a changed record belongs to no case.
    let loose: Set<Int>
}

extension TableBuilder {
    /// Puts the records of this builder, which goes on from the tables, in the place of those with the same id, and the
    /// new ones among the others.
    ///
    /// - Returns: `nil` when a case comes in that records named before it was there: then everything has to be read anew.
    package consuming func merged(into old: RecordTables) -> TableChange? {
        let merge = TableMerge(self, old)
        return merge.isOrphaned ? nil : merge.change
    }
}

/// One merging of changed records into tables.
private struct TableMerge {
    private let builder: TableBuilder
    private let old: RecordTables
    /// For each table the rows that give way, with the number of the record that takes the place, if it is of the same table.
    private var replaced: [[Int32: Int32?]]
    /// For each code of a case its row, the new ones included.
    private var caseRows: [Int32] = []
    private var caseCount = 0
    private var hasNewCases = false

    init(_ builder: TableBuilder, _ old: RecordTables) {
        self.builder = builder
        self.old = old
        replaced = old.tables.map { _ in [:] }
        for (table, draft) in builder.drafts.enumerated() {
            let register = builder.layout.tables[table].subject.register
            for number in 0..<draft.count {
                for other in builder.layout.numbers(ofRegister: register) {
                    guard let row = old.tables[other].row(of: draft.id(number)) else { continue }
                    replaced[other][Int32(row)] = .some(other == table ? Int32(number) : nil)
                }
            }
        }
        placeCases()
    }

    /// Whether records that named a case before it was there would have to be found.
    var isOrphaned: Bool {
        hasNewCases
            && old.tables.contains { table in
                table.caseRows.map { rows in rows.count > 0 && rows[rows.count - 1] < 0 } ?? false
            }
    }

    /// Cases keep their rows; new ones come behind them.
    private mutating func placeCases() {
        guard let table = builder.layout.caseTable, let number = builder.registers[Schema.caseRegister] else {
            return
        }
        let names = builder.names[number]
        let known = old.locations[Schema.caseRegister]
        caseRows = (0..<names.words.count).map { code in
            guard let known, code < known.count else { return -1 }
            return known[code]
        }
        caseCount = old.tables[table].count
        let draft = builder.drafts[table]
        for record in 0..<draft.count {
            let code = Int(draft.ownCodes[record])
            guard caseRows[code] < 0 else { continue }
            caseRows[code] = Int32(caseCount)
            caseCount += 1
            hasNewCases = true
        }
    }

    var change: TableChange {
        var tables: [RecordTable] = []
        var moves: [Move] = []
        var (cases, changed, loose) = (Set<Int>(), Set<Int>(), Set<Int>())
        for table in old.tables.indices {
            let (merged, move) = merge(table)
            tables.append(merged)
            moves.append(move)
            guard !replaced[table].isEmpty || builder.drafts[table].count > 0 else { continue }
            changed.insert(table)
            for owner in owners(table, move) {
                if let owner { cases.insert(owner) } else { loose.insert(table) }
            }
        }
        var bases = [Int](repeating: 0, count: tables.count)
        var next: [String: Int] = [:]
        for table in tables.indices {
            let register = tables[table].subject.register
            bases[table] = next[register] ?? 0
            next[register] = bases[table] + tables[table].count
        }
        let ids = builder.layout.schema.registers.map(\.id)
        let names = Dictionary(uniqueKeysWithValues: zip(ids, builder.names))
        let locations = Dictionary(
            uniqueKeysWithValues: ids.map { ($0, self.locations($0, names[$0], moves, bases)) })
        return TableChange(
            tables: RecordTables(
                tables: tables, vocabulary: builder.vocabulary, names: names, locations: locations,
                bases: bases),
            cases: cases, changed: changed, loose: loose)
    }

    /// Where the rows of a merged table come from.
    private struct Move {
        /// An old row, or the complement of the number of a new record.
        let order: [Int32]
        /// The new row of each old one; -1 of one that gave way.
        let newRows: [Int32]
    }

    /// The cases that changed records of a table belong to, or belonged to; `nil` for none.
    private func owners(_ table: Int, _ move: Move) -> [Int?] {
        let isCase = builder.layout.tables[table].subject.isCase
        var owners: [Int?] = replaced[table].keys.map { row in
            if isCase { return Int(row) }
            return old.tables[table].caseRows.flatMap { $0[Int(row)] < 0 ? nil : Int($0[Int(row)]) }
        }
        let draft = builder.drafts[table]
        for record in 0..<draft.count {
            if isCase {
                owners.append(Int(caseRows[Int(draft.ownCodes[record])]))
            } else {
                owners.append(draft.owner(record, caseRows).map(Int.init))
            }
        }
        return owners
    }

    private func merge(_ table: Int) -> (RecordTable, Move) {
        let (own, draft) = (old.tables[table], builder.drafts[table])
        let order = own.caseRows == nil ? inPlace(table) : byCase(table)
        var newRows = [Int32](repeating: -1, count: own.count)
        for (row, from) in order.enumerated() where from >= 0 { newRows[Int(from)] = Int32(row) }
        let columns = builder.layout.tables[table].slots.enumerated().map { place, slot in
            guard !slot.isFact, let new = draft.column(place) else { return own.columns[place] }
            return own.columns[place].merged(new, order)
        }
        var caseRows: [Int32]?
        if let rows = own.caseRows {
            caseRows = order.map { $0 >= 0 ? rows[Int($0)] : draft.owner(Int(~$0), self.caseRows) ?? -1 }
        }
        let ids = own.ids.merged(draft.recordIDs, order)
        let byID = byID(order, newRows, own, ids)
        let merged = RecordTable(
            subject: own.subject, ids: ids, columns: columns, caseRows: caseRows.map { Lane($0) },
            caseCount: caseCount, rowsByID: Lane(byID))
        return (merged, Move(order: order, newRows: newRows))
    }

    /// The old rows stand in the order of their ids already; the new ones are put among them.
    private func byID(_ order: [Int32], _ newRows: [Int32], _ own: RecordTable, _ ids: RecordIDs) -> [Int32] {
        let new = order.indices.filter { order[$0] < 0 }.sorted { ids.precedes($0, $1) }
        var found: [Int32] = []
        found.reserveCapacity(order.count)
        var next = new.startIndex
        for place in 0..<own.rowsByID.count {
            let row = newRows[Int(own.rowsByID[place])]
            guard row >= 0 else { continue }
            while next < new.endIndex, ids.precedes(new[next], Int(row)) {
                found.append(Int32(new[next]))
                next += 1
            }
            found.append(row)
        }
        return found + new[next...].map(Int32.init)
    }

    /// Records that belong to no case stay where they are; new ones come behind them.
    private func inPlace(_ table: Int) -> [Int32] {
        var order: [Int32] = []
        var placed: Set<Int32> = []
        for row in 0..<Int32(old.tables[table].count) {
            guard let record = replaced[table][row] else {
                order.append(row)
                continue
            }
            guard let record, placed.insert(record).inserted else { continue }
            order.append(~record)
        }
        for record in 0..<Int32(builder.drafts[table].count) where !placed.contains(record) {
            order.append(~record)
        }
        return order
    }

    /// By case, then by time, then by id, as a builder that reads everything puts them.
    private func byCase(_ table: Int) -> [Int32] {
        let (own, draft) = (old.tables[table], builder.drafts[table])
        let slot = builder.layout.tables[table].byName[builder.layout.tables[table].register.happened]
        let (times, newTimes) = (slot.map { own.columns[$0] }, slot.flatMap { draft.column($0) })
        let newOwners = (0..<draft.count).map { draft.owner($0, caseRows) ?? -1 }
        func key(_ from: Int32) -> (Int32, Int32) {
            let owner = from >= 0 ? own.caseRows?[Int(from)] ?? -1 : newOwners[Int(~from)]
            let time = from >= 0 ? times?.narrowValue(Int(from)) : newTimes?.narrowValue(Int(~from))
            return (owner < 0 ? .max : owner, time ?? 0)
        }
        func precedes(_ a: Int32, _ b: Int32) -> Bool {
            let (x, y) = (key(a), key(b))
            guard x == y else { return x < y }
            func id(_ from: Int32) -> String { from >= 0 ? own.ids[Int(from)] : draft.id(Int(~from)) }
            return Array(id(a).utf8).lexicographicallyPrecedes(Array(id(b).utf8))
        }
        let new = (0..<Int32(draft.count)).map { ~$0 }.sorted(by: precedes)
        var order: [Int32] = []
        order.reserveCapacity(own.count + new.count)
        var next = new.startIndex
        for row in 0..<Int32(own.count) where replaced[table][row] == nil {
            while next < new.endIndex, precedes(new[next], row) {
                order.append(new[next])
                next += 1
            }
            order.append(row)
        }
        return order + new[next...]
    }

    private func locations(
        _ register: String, _ names: Vocabulary?, _ moves: [Move], _ bases: [Int]
    ) -> Lane<Int32> {
        var places = [Int32](repeating: -1, count: names?.words.count ?? 0)
        let tables = builder.layout.numbers(ofRegister: register)
        if let known = old.locations[register] {
            for code in 0..<known.count where known[code] >= 0 {
                let place = Int(known[code])
                guard
                    let table = tables.first(where: {
                        (old.bases[$0]..<old.bases[$0] + old.tables[$0].count).contains(place)
                    })
                else { continue }
                let row = moves[table].newRows[place - old.bases[table]]
                if row >= 0 { places[code] = Int32(bases[table]) + row }
            }
        }
        for table in tables where !builder.drafts[table].ownCodes.isEmpty {
            for (row, from) in moves[table].order.enumerated() where from < 0 {
                places[Int(builder.drafts[table].ownCodes[Int(~from)])] = Int32(bases[table] + row)
            }
        }
        return Lane(places)
    }
}

extension Column {
    /// Rows of this column and, as complements, of another.
    fileprivate func merged(_ other: Column, _ order: [Int32]) -> Column {
        func pick<Element>(_ a: Lane<Element>, _ b: Lane<Element>) -> Lane<Element> {
            Lane(order.map { $0 >= 0 ? a[Int($0)] : b[Int(~$0)] })
        }
        let merged: Data
        switch (data, other.data) {
        case (.narrow(let a), .narrow(let b)): merged = .narrow(pick(a, b))
        case (.wide(let a), .wide(let b)): merged = .wide(pick(a, b))
        case (.truth(let a), .truth(let b)): merged = .truth(pick(a, b))
        default:
            var builder = ListBuilder(count: order.count)
            for from in order {
                let isKnown =
                    from >= 0
                    ? appendNarrow(Int(from), to: &builder.values)
                    : other.appendNarrow(Int(~from), to: &builder.values)
                builder.endRow(isUnknown: !isKnown)
            }
            merged = builder.data
        }
        return Column(kind: kind, data: merged)
    }
}
