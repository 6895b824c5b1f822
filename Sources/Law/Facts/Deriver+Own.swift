/// Facts made from a record's own fields and what they refer to.
extension Deriver {
    func known(_ bindings: [Binding], in table: Int, slot: Layout.Slot) -> Column.Data {
        let count = tables.tables[table].count
        let rows = tables.tables[table].caseRows
        var values = [Int64](repeating: Null.wideAbsent, count: count)
        for binding in bindings {
            guard let column = own(binding, in: table) else { continue }
            let isOfCase = binding.column?.isOfCase ?? false
            for row in 0..<count where Null.holds(values[row]) {
                let place = isOfCase ? rows.map { Int($0[row]) } ?? -1 : row
                let value = place < 0 ? Null.wideUnknown : column.anyValue(place)
                if !Null.holds(value) {
                    values[row] = value
                } else if place < 0 || (binding.isFact && value == Null.wideUnknown) {
                    values[row] = Null.wideUnknown
                }
            }
        }
        return Column.Data(values, slot)
    }

    /// The column and row that a reference's code leads to.
    private func target(_ code: Int32, register: String, slots: [Int: Int]) -> (Column, Int)? {
        guard !Null.holds(code), let place = tables.locations[register]?[Int(code)], place >= 0 else {
            return nil
        }
        for (table, slot) in slots {
            let row = Int(place) - tables.bases[table]
            if (0..<tables.tables[table].count).contains(row) {
                return (tables.tables[table].columns[slot], row)
            }
        }
        return nil
    }

    func lookup(
        table: Int, via: Int, register: String, slots: [Int: Int], slot: Layout.Slot
    ) -> Column.Data {
        let own = tables.tables[table]
        let reference = own.columns[via]
        if slot.isList { return lookupList(own.count, reference, register: register, slots: slots) }
        var values = [Int64](repeating: Null.wideUnknown, count: own.count)
        for row in 0..<own.count {
            guard let (column, place) = target(reference.narrowValue(row), register: register, slots: slots)
            else {
                continue
            }
            values[row] = column.anyValue(place)
        }
        return Column.Data(values, slot)
    }

    private func lookupList(_ count: Int, _ reference: Column, register: String, slots: [Int: Int])
        -> Column.Data
    {
        var builder = ListBuilder(count: count)
        var codes: [Int32] = []
        for row in 0..<count {
            codes.removeAll(keepingCapacity: true)
            var isUnknown = !reference.appendNarrow(row, to: &codes)
            for code in codes {
                if let (column, place) = target(code, register: register, slots: slots) {
                    if !column.appendNarrow(place, to: &builder.values) { isUnknown = true }
                } else {
                    builder.values.append(Null.unknown)
                }
            }
            builder.endRow(isUnknown: isUnknown)
        }
        return builder.data
    }

    func countNamed(
        table: Int, via: Int, target: Int, condition: (program: Program, register: Int)?
    ) -> Column.Data {
        let own = tables.tables[table]
        let truths = condition.map { self.truths(of: $0.program, register: $0.register) }
        let locations = tables.locations[tables.tables[target].subject.register]
        var codes: [Int32] = []
        let result = Lane<Int32>(count: own.count, filledWith: Null.unknown)
        for row in 0..<own.count {
            codes.removeAll(keepingCapacity: true)
            guard own.columns[via].appendNarrow(row, to: &codes) else { continue }
            var (number, isOpen) = (Int32(0), false)
            for (index, code) in codes.enumerated() where !codes[..<index].contains(code) || Null.holds(code)
            {
                let place = Null.holds(code) ? -1 : locations.map { Int($0[Int(code)]) } ?? -1
                let truth = place < 0 ? Truth.unknown : truths.map { $0[place] } ?? Truth.yes
                number += truth == Truth.yes ? 1 : 0
                isOpen = isOpen || truth == Truth.unknown
            }
            if !isOpen { result.base[row] = number }
        }
        return .narrow(result)
    }

    func judged(_ check: any Check, _ bindings: [String: Binding], in table: Int) -> Column.Data {
        let answers = check.judge(checkTable(bindings, in: table))
        return .truth(Lane(answers.map { $0.map(Truth.of) ?? Truth.unknown }))
    }

    func checkTable(_ bindings: [String: Binding], in table: Int) -> CheckTable {
        CheckTable(tables.tables[table], bindings.compactMapValues { own($0, in: table) }, tables)
    }

    /// A key of a list that another list is compared with.
    private struct Key: Hashable {
        var parts: [Int64]
    }

    func matched(
        _ own: [Program.Source], _ theirs: [Int], in table: Int, related: Related?
    ) -> Column.Data {
        guard let related else { return .truth(Lane([])) }
        let other = tables.tables[related.table]
        let truths = related.condition.map { self.truths(of: $0.program, register: $0.register) }
        var keys: Set<Key> = []
        for row in 0..<other.count where truths.map({ $0[row] == Truth.yes }) ?? true {
            let parts = theirs.map { other.columns[$0].anyValue(row) }
            if !parts.contains(where: { Null.holds($0) }) { keys.insert(Key(parts: parts)) }
        }
        let subject = tables.tables[table]
        return .truth(
            Lane(
                (0..<subject.count).map { row -> UInt8 in
                    let parts = own.map { subject.columns[$0.slot].anyValue(row) }
                    if parts.contains(where: { Null.holds($0) }) { return Truth.unknown }
                    return Truth.of(keys.contains(Key(parts: parts)))
                }))
    }
}

extension Column {
    /// The row's value in one word, whatever its lane; a truth that is not known counts as not recorded.
    func anyValue(_ row: Int) -> Int64 {
        guard case .truth(let lane) = data else { return wideValue(row) }
        return lane[row] == Truth.unknown ? Null.wideUnknown : Int64(lane[row])
    }
}
